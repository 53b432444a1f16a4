package org.daicho.ledger.sheet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Section;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;

/**
 * A paper sheet: the entries of a period under the form's columns.
 *
 * @param definition  the ledger's definition
 * @param period      what it is about
 * @param council     協議会名
 * @param updatedOn   更新年月日, the day of the last change that the sheet shows; {@code null} where it is empty
 * @param rows        the entries, oldest first
 * @param carriedOver 繰越: entries of checked months that were changed or entered in this one after their check; the
 *                    entry's day points back
 * @param changes     what was confirmed, destroyed or administered in the period, for the manager's eye
 * @param digest      the SHA-256 over the leaf hashes that the rows rest on, and those carried over from other months,
 *                    in hex; of a checked sheet, as it was checked
 * @param check       the first check of this sheet, which it stays as; of a living list the newest inspection; else
 *                    {@code null}
 */
public record Sheet(Definition definition, SheetPeriod period, String council, LocalDate updatedOn, List<Row> rows,
        List<Row> carriedOver, List<Change> changes, String digest, MonthlyCheck.Checked check) {

    public Sheet {
        rows = List.copyOf(rows);
        carriedOver = List.copyOf(carriedOver);
        changes = List.copyOf(changes);
    }

    /**
     * Returns the rows of one table of the sheet, by their number where the table's first column is one (順位).
     *
     * @param section one of the definition's sections
     * @return the rows; those whose content was destroyed stand in no table
     */
    public List<Row> rows(Section section) {
        String first = section.columns().get(0);
        boolean numbered = definition.column(first).filter(c -> c.type() == ColumnType.INTEGER).isPresent();
        Comparator<Row> order = Comparator.comparing(
                (Row row) -> numbered ? row.entry().fields().integer(first) : null,
                Comparator.nullsLast(Comparator.<Long>naturalOrder()));
        return rows.stream().filter(row -> section.value().equals(row.entry().fields().values().get(section.column())))
                .sorted(order).toList();
    }

    /**
     * Something that the manager should see beside the rows.
     *
     * @param entry the version that tells of it, of this ledger where a warning was confirmed, else of the system's own
     * @param text  what was done, in a sentence, with the reason
     */
    public record Change(Entry entry, Text text) {
    }

    /**
     * A row of a sheet.
     *
     * @param entry  the version that the sheet shows
     * @param struck the earlier versions that were corrected, oldest first, to be shown struck through (見え消し)
     */
    public record Row(Entry entry, List<Entry> struck) {

        public Row {
            struck = List.copyOf(struck);
        }
    }
}
