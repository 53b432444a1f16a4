package org.daicho.operations.internal.catalogue;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;

/**
 * The sentences about modules and their jars, and the refusals that carry them.
 */
public final class Messages {

    private static final Texts TEXTS = new Texts(Messages.class, "messages");

    private Messages() {
    }

    /** Returns a sentence in both languages. */
    public static Text text(String key, Object... args) {
        return TEXTS.text(key, args);
    }

    /** Makes a refusal of a kind with a sentence. */
    public static LedgerException refused(Kind kind, String key, Object... args) {
        return new LedgerException(kind, text(key, args));
    }

    /** Makes the refusal of what the state of the system, or of a jar, forbids. */
    public static LedgerException conflict(String key, Object... args) {
        return refused(Kind.CONFLICT, key, args);
    }
}
