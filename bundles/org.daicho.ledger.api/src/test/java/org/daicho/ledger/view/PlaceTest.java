package org.daicho.ledger.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest(name = "5-4(3) 書庫No. {0} in {1}: a cabinet, {2}")
    @CsvSource({"1, 事務局執務室, true", "1, , true", ", 事務局執務室, true", ", , false"})
    void aCabinetHasANumberOrStandsInAPlace(Integer number, String room, boolean cabinet) {
        assertEquals(cabinet, new Place("書庫1", true, true, number, room).isCabinet());
    }
}
