package org.daicho.access.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void basicIsReadAsUtf8AndThePasswordKeepsItsColons() {
        assertEquals(Optional.of(new Credentials("tanaka", "秘密:の 言葉", null)), Credentials.of(basic("tanaka:秘密:の 言葉")));
    }

    @Test
    void theSchemesNameHasNoCase() {
        assertEquals(Optional.of(new Credentials("a", "b", null)), Credentials.of("bAsIc YTpi"));
        assertEquals(Optional.of(new Credentials(null, null, "daicho_x")), Credentials.of("bearer daicho_x"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!!", "Basic YWJj", "Basic /////w==", "Digest a=b", " "})
    void whatIsNotOfAKnownFormIsNobody(String header) {
        assertEquals(Optional.empty(), Credentials.of(header));
    }

    @Test
    void aHeaderBeyondMeasureIsNobody() {
        assertEquals(Optional.empty(), Credentials.of("Bearer " + "x".repeat(20_000)));
    }

    @Test
    void credentialsDoNotShowInALog() {
        assertEquals("Credentials[password]", new Credentials("tanaka", "secret", null).toString());
        assertEquals("Credentials[token]", new Credentials(null, null, "secret").toString());
    }
}
