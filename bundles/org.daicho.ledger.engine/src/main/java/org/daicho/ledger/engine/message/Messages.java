package org.daicho.ledger.engine.message;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;

/**
 * The ledger's own messages to people.
 */
public final class Messages {

    private static final Texts TEXTS = new Texts(Messages.class, "messages");

    private Messages() {
    }

    /** Returns a message in both languages. */
    public static Text text(String key, Object... args) {
        return TEXTS.text(key, args);
    }

    /** Makes a refusal with a message. */
    public static LedgerException refusal(Kind kind, String key, Object... args) {
        return new LedgerException(kind, text(key, args));
    }
}
