package org.daicho.rest.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @Test
    void takesOverAWellFormedId() {
        assertEquals("7c1f4a52-1d0e-4c2e-9a44-0c6f3b1f2a10",
                RequestIds.begin("7c1f4a52-1d0e-4c2e-9a44-0c6f3b1f2a10"));
        assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", RequestIds.begin("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "あ", "<b>", "sato", "123456789018",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void makesItsOwnWhereTheGivenOneCouldForgeALogLine(String given) {
        assertNotEquals(given, RequestIds.begin(given));
    }

    @Test
    void keepsTheIdOfARequestUntilItIsClosed() {
        String id = RequestIds.open(null);
        assertEquals(id, RequestIds.begin("4bf92f3577b34da6a3ce929d0e0e4736"));
        RequestIds.end();
        assertEquals(id, RequestIds.current());
        RequestIds.close();
        assertNotEquals(id, RequestIds.current());
        RequestIds.end();
    }
}
