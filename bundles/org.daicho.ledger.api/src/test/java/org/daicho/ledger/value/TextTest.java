package org.daicho.ledger.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"en, Cabinet", "en-GB, Cabinet", "ja, 書庫", "ja-JP, 書庫", "fr, 書庫", "und, 書庫"})
    void whoeverDoesNotAskForEnglishReadsJapanese(String tag, String expected) {
        assertEquals(expected, new Text("書庫", "Cabinet").in(Locale.forLanguageTag(tag)));
    }
}
