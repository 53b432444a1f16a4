package org.daicho.rest.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @Test
    void takesOverAWellFormedId() {
        assertEquals("abc-1.2_X", RequestIds.begin("abc-1.2_X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "あ", "<b>",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void makesItsOwnWhereTheGivenOneCouldForgeALogLine(String given) {
        assertNotEquals(given, RequestIds.begin(given));
    }
}
