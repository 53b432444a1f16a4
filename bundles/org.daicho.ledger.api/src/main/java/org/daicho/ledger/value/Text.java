package org.daicho.ledger.value;

import java.util.Locale;
import java.util.Objects;

/**
 * A sentence or label for people, in Japanese and in English.
 *
 * @param ja the Japanese text, shown unless the reader asks for English; never {@code null}
 * @param en the English text; never {@code null}
 */
public record Text(String ja, String en) {

    public Text {
        Objects.requireNonNull(ja, "ja");
        Objects.requireNonNull(en, "en");
    }

    /**
     * Chooses the text for a reader.
     *
     * @param locale the reader's locale
     * @return the English text for an English locale, else the Japanese one
     */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : ja;
    }
}
