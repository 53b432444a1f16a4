package org.daicho.ledger.spi;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.daicho.ledger.form.Action;

/**
 * A step in another ledger that an action brings about; see {@link Consequence}.
 *
 * @param ledger the ledger's id
 * @param entry  the id of the entry that the step is taken on, or {@code null} for a new one
 * @param action {@code enter}, or the action's name; the ledger's definition has to name the origin among the action's
 *               {@code origins}
 * @param fields the values of the action's columns, as a caller hands them in; never {@code null}
 * @param reason why, for a correction; else {@code null}
 */
public record Act(String ledger, String entry, String action, Map<String, Object> fields, String reason) {

    public Act {
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(action, "action");
        fields = Collections.unmodifiableMap(new HashMap<>(fields));
    }

    /** Makes an act that enters a new entry. */
    public static Act enter(String ledger, Map<String, Object> fields) {
        return new Act(ledger, null, Action.ENTER, fields, null);
    }

    /** Makes an act that takes a step on an entry. */
    public static Act on(String ledger, String entry, String action, Map<String, Object> fields) {
        return new Act(ledger, Objects.requireNonNull(entry, "entry"), action, fields, null);
    }
}
