package org.daicho.ledger.engine.definition;

import java.util.List;

import org.daicho.ledger.form.Column;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Link;

/**
 * Finds the entries that columns refer to.
 */
@FunctionalInterface
public interface References {

    /** Knows no entry of any ledger. */
    References NONE = (column, value) -> new Found(null, value, List.of());

    /**
     * What a value was found to mean.
     *
     * @param link    the entry; {@code null} where none is known by that value, or several are
     * @param printed what the column keeps
     * @param choices the entries of that name, where there are several
     */
    record Found(Link link, Object printed, List<Choice> choices) {
    }

    /**
     * Finds the entry that a value means.
     *
     * @param column a column that refers to a ledger
     * @param value  what was handed in: an id, or what is printed of the entry
     */
    Found find(Column column, Object value);
}
