package org.daicho.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.daicho.rest.internal.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @Test
    void readsTheTagOfAVersion() {
        assertEquals(3, Versions.ifMatch("\"v3\""));
        assertEquals("v3", Versions.tag(3).getValue());
        assertNull(Versions.ifMatch(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "*", "\"v1\", \"v2\"", "", "\"v1", "3"})
    void refusesWhatDoesNotSayOneVersion(String header) {
        assertEquals(400, status(() -> Versions.ifMatch(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"v0\"", "\"v03\"", "\"v-1\"", "\"v9999999999\"", "\"\"", "W/\"v3\""})
    void findsATagStaleThatNeverWasOurs(String header) {
        assertEquals(412, status(() -> Versions.ifMatch(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v3\"", "W/\"v3\"", "\"v1\", \"v3\"", "W/\"x\",W/\"v3\"", "*"})
    void knowsWhatTheClientHas(String header) {
        assertTrue(Versions.isKnown(header, Versions.tag(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v2\"", "v3", "\"v33\"", "", "\"V3\""})
    void knowsWhatTheClientDoesNotHave(String header) {
        assertFalse(Versions.isKnown(header, Versions.tag(3)));
        assertFalse(Versions.isKnown(null, Versions.tag(3)));
    }

    @Test
    void asksForATagWhereOneIsRequired() {
        assertEquals(428, status(() -> Versions.requiredIfMatch(null)));
        assertEquals(7, Versions.requiredIfMatch("\"v7\""));
    }

    private static int status(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(ProblemException.class, call).problem().status();
    }
}
