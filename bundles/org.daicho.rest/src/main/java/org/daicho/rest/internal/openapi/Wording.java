package org.daicho.rest.internal.openapi;

import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;

/**
 * The document's own sentences.
 */
final class Wording {

    private static final Texts TEXTS = new Texts(Wording.class, "messages");

    private Wording() {
    }

    /** Reads a sentence in both languages. */
    static Text of(String key, Object... args) {
        return TEXTS.text(key, args);
    }
}
