package org.daicho.ledger.engine.definition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what may be a My Number (個人番号) in a text: 12 digits, full-width or not, whose last one is the check digit,
 * also where up to three hyphens, spaces or other marks of any kind stand between some of them. The digits have to begin
 * and end where a run of digits does: a run of 13 or more without any mark in it is no My Number but, say, a 法人番号, a
 * bar code or a serial number, some of whose parts would pass the check digit by chance.
 * <p>
 * The check digit is that of 総務省令第85号(平成26年)第5条: with P(n) the n-th digit from the right, the check digit not
 * counted, and Q(n) = n + 1 for n up to 6, n - 5 above, it is 11 - (Σ P(n)·Q(n) mod 11), and 0 where that remainder is 0
 * or 1.
 */
public final class MyNumberGuard {

    /** The code under which a text may pass with a reason. */
    public static final String CONFIRM = "my-number";

    private static final int LENGTH = 12;
    private static final int MOST_MARKS = 3;
    private static final int LONG_VOWEL_MARK = 'ー';

    private MyNumberGuard() {
    }

    /**
     * Tells whether a text may hold a My Number.
     *
     * @param text the text
     * @return {@code true} where some 12 digits pass the check digit
     */
    public static boolean finds(String text) {
        List<String> groups = new ArrayList<>();
        StringBuilder group = new StringBuilder();
        int marks = 0;
        for (int c : Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray()) {
            if (Character.isDigit(c)) {
                if (group.length() > 0 && marks > 0) {
                    groups.add(group.toString());
                    group.setLength(0);
                }
                group.append(Character.digit(c, 10));
                marks = 0;
            } else if (++marks > MOST_MARKS || Character.isLetterOrDigit(c) && c != LONG_VOWEL_MARK) {
                groups.add(group.toString());
                if (anyTwelve(groups)) {
                    return true;
                }
                groups.clear();
                group.setLength(0);
                marks = 0;
            }
        }
        groups.add(group.toString());
        return anyTwelve(groups);
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
