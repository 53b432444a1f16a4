package org.daicho.ledger.form;

import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.Entry;

/**
 * A paper sheet: the entries of a period under the form's columns.
 *
 * @param definition  the ledger's definition
 * @param period      {@code 2026-11}, {@code 2026-04..2026-09} or {@code current}
 * @param council     協議会名
 * @param updatedOn   更新年月日, the day of the last change that the sheet shows; {@code null} where it is empty
 * @param rows        the entries, oldest first
 * @param carriedOver 繰越: entries of checked months that changed in this one
 * @param changes     what was confirmed, destroyed or administered in the period, for the manager's eye
 * @param digest      the SHA-256 over the leaf hashes that the rows rest on, in hex
 * @param check       the check of this sheet, or {@code null} where none was made
 */
public record Sheet(Definition definition, String period, String council, LocalDate updatedOn, List<Row> rows,
        List<Row> carriedOver, List<Entry> changes, String digest, MonthlyCheck.Checked check) {

    public Sheet {
        rows = List.copyOf(rows);
        carriedOver = List.copyOf(carriedOver);
        changes = List.copyOf(changes);
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
