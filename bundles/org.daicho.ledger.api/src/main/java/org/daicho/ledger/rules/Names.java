package org.daicho.ledger.rules;

import java.text.Normalizer;

/**
 * Names as people write them.
 */
public final class Names {

    private Names() {
    }

    /**
     * Returns what spellings of one name have in common: full-width and half-width forms (NFKC) and spaces make no
     * difference.
     *
     * @param name the name; {@code null} is the empty one
     */
    public static String key(String name) {
        return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    /** Tells whether two names are spellings of one. */
    public static boolean areSame(String name, String other) {
        return key(name).equals(key(other));
    }
}
