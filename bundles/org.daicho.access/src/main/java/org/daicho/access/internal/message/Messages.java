package org.daicho.access.internal.message;

import java.util.List;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;

/**
 * The sentences of this bundle, and the refusals that carry them.
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
    public static LedgerException refused(LedgerException.Kind kind, String key, Object... args) {
        return new LedgerException(kind, text(key, args));
    }

    /** Makes a refusal that names broken rules. */
    public static LedgerException invalid(List<Violation> violations) {
        return new LedgerException(LedgerException.Kind.INVALID, text("invalid"), violations);
    }

    /** Makes a refusal that names one wrong member. */
    public static LedgerException invalid(String field, String key, Object... args) {
        return invalid(List.of(new Violation(field, null, text(key, args))));
    }
}
