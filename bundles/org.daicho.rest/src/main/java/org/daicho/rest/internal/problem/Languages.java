package org.daicho.rest.internal.problem;

import java.util.List;
import java.util.Locale;

/**
 * Chooses the reader's language: Japanese unless English is preferred.
 */
public final class Languages {

    /** Longer headers are no browser's, and parsing them costs. */
    private static final int MAX_LENGTH = 500;

    private Languages() {
    }

    /**
     * Chooses a language (RFC 9110, 12.5.4).
     *
     * @param accepted the {@code Accept-Language} header, or {@code null}
     * @return {@link Locale#ENGLISH} where English comes before Japanese and before "any", else {@link Locale#JAPANESE}
     */
    public static Locale choose(String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > MAX_LENGTH) {
            return Locale.JAPANESE;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            return Locale.JAPANESE;
        }
        for (Locale.LanguageRange range : ranges) {
            String language = range.getRange().split("-", 2)[0];
            if (range.getWeight() > 0 && (language.equals("ja") || language.equals("*"))) {
                return Locale.JAPANESE;
            }
            if (range.getWeight() > 0 && language.equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.JAPANESE;
    }
}
