package org.daicho.ledger.form;

import java.util.List;

import org.daicho.ledger.value.Text;

/**
 * A table of a form that has several on one sheet (様式6).
 *
 * @param column  the choice column that tells in which table an entry stands
 * @param value   that column's value for this table
 * @param title   the table's title on the paper
 * @param lead    what the paper says above the table, or {@code null}
 * @param columns the printed columns of this table, in the paper's order
 */
public record Section(String column, String value, Text title, Text lead, List<String> columns) {

    public Section {
        columns = List.copyOf(columns);
    }
}
