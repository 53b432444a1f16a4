package org.daicho.rest.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US,en;q=0.9,ja;q=0.1", "fr,en;q=0.5,*;q=0.1", "ja;q=0,en", "EN-gb"})
    void givesEnglishToWhoPrefersIt(String accepted) {
        assertEquals(Locale.ENGLISH, Languages.choose(accepted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ja", "ja,en", "en;q=0.5,ja", "fr", "*", "%%,;;q=x", "en;q=9", "en;q=0"})
    void givesJapaneseToEverybodyElse(String accepted) {
        assertEquals(Locale.JAPANESE, Languages.choose(accepted));
    }

    @Test
    void looksAtNoHeaderBeyondReason() {
        assertEquals(Locale.JAPANESE, Languages.choose("en," + "x-y,".repeat(10_000)));
        assertEquals(Locale.JAPANESE, Languages.choose(null));
    }
}
