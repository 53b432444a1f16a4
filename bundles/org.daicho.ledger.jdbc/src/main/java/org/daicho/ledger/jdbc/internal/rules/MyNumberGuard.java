package org.daicho.ledger.jdbc.internal.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may be a My Number (個人番号) in a text: a run of 12 digits, full-width or not, also when hyphens, spaces or
 * the like stand between them, whose last digit is the check digit.
 * <p>
 * The check digit is that of 総務省令第85号(平成26年)第5条: with P(n) the n-th digit from the right, the check digit not
 * counted, and Q(n) = n + 1 for n up to 6, n - 5 above, it is 11 - (Σ P(n)·Q(n) mod 11), and 0 where that remainder is 0
 * or 1.
 */
public final class MyNumberGuard {

    /** The code under which a text may pass with a reason. */
    public static final String CONFIRM = "my-number";

    private static final int LENGTH = 12;
    private static final Pattern GROUPS = Pattern
            .compile("\\d+(?:[\\s\\p{Pd}\\u2212\\u30fc_.,:;/\\u30fb\\u200b]{1,3}\\d+)*");
    private static final Pattern GROUP = Pattern.compile("\\d+");

    private MyNumberGuard() {
    }

    /**
     * Tells whether a text may hold a My Number.
     *
     * @param text the text
     * @return {@code true} where some 12 digits pass the check digit
     */
    public static boolean finds(String text) {
        Matcher runs = GROUPS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (runs.find()) {
            List<String> groups = new ArrayList<>();
            Matcher group = GROUP.matcher(runs.group());
            while (group.find()) {
                groups.add(group.group());
            }
            if (anyTwelve(groups)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyTwelve(List<String> groups) {
        for (int from = 0; from < groups.size(); from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < groups.size() && digits.length() < LENGTH; to++) {
                digits.append(groups.get(to));
            }
            if (digits.length() == LENGTH && hasCheckDigit(digits)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasCheckDigit(CharSequence digits) {
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            int p = Character.digit(digits.charAt(LENGTH - 1 - n), 10);
            sum += p * (n <= 6 ? n + 1 : n - 5);
        }
        int remainder = sum % 11;
        return Character.digit(digits.charAt(LENGTH - 1), 10) == (remainder <= 1 ? 0 : 11 - remainder);
    }
}
