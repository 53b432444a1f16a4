package org.daicho.ledger.value;

import java.util.List;
import java.util.Objects;

/**
 * A rule that a change breaks.
 *
 * @param field   the column concerned, or {@code null} where it is the whole entry
 * @param clause  the clause of the procedure that asks for it, or {@code null} for a rule of form (type, length)
 * @param message what is wrong and what to do; never {@code null}
 * @param confirm the code under which a reason may be given to pass all the same, or {@code null} where it may not
 * @param choices the entries of which the caller has to name one, where a name fits several; else empty
 */
public record Violation(String field, String clause, Text message, String confirm, List<Choice> choices) {

    public Violation {
        Objects.requireNonNull(message, "message");
        choices = List.copyOf(choices);
    }

    /**
     * Makes a violation that nothing passes.
     *
     * @param field   the column concerned, or {@code null}
     * @param clause  the clause, or {@code null}
     * @param message what is wrong and what to do
     */
    public Violation(String field, String clause, Text message) {
        this(field, clause, message, null);
    }

    /**
     * Makes a violation that a reason may pass.
     *
     * @param field   the column concerned, or {@code null}
     * @param clause  the clause, or {@code null}
     * @param message what is wrong and what to do
     * @param confirm the code under which a reason may be given, or {@code null}
     */
    public Violation(String field, String clause, Text message, String confirm) {
        this(field, clause, message, confirm, List.of());
    }
}
