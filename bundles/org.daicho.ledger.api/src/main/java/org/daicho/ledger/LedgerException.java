package org.daicho.ledger;

import java.util.List;
import java.util.Objects;

import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;

/**
 * A call that the ledger refused. Nothing was written.
 */
public class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a call was refused. */
    public enum Kind {
        /** The request itself can't be understood. */
        MALFORMED,
        /** The caller has no right to it. */
        FORBIDDEN,
        /** There is no such ledger, entry, version or sheet. */
        NOT_FOUND,
        /** The state, or the absence of the module, forbids it. */
        CONFLICT,
        /** The version that the caller saw is no longer the newest. */
        STALE,
        /** Rules are broken; see {@link LedgerException#violations()}. */
        INVALID,
        /** The ledger can't serve now, such as while it stops; a repeat may pass. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final transient Text text;
    private final transient List<Violation> violations;

    /**
     * Makes a refusal.
     *
     * @param kind why it was refused
     * @param text what is wrong and what to do
     */
    public LedgerException(Kind kind, Text text) {
        this(kind, text, List.of());
    }

    /**
     * Makes a refusal that names the broken rules.
     *
     * @param kind       why it was refused
     * @param text       what is wrong and what to do
     * @param violations the broken rules
     */
    public LedgerException(Kind kind, Text text, List<Violation> violations) {
        super(kind + ": " + text.en());
        this.kind = Objects.requireNonNull(kind, "kind");
        this.text = text;
        this.violations = List.copyOf(violations);
    }

    /** Returns why the call was refused. */
    public Kind kind() {
        return kind;
    }

    /** Returns what is wrong and what to do. */
    public Text text() {
        return text;
    }

    /** Returns the broken rules, empty unless {@link Kind#INVALID}. */
    public List<Violation> violations() {
        return violations;
    }
}
