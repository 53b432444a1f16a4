package org.daicho.sheets.internal.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.daicho.ledger.Entry;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Sheet;
import org.daicho.ledger.spi.SheetRenderer;
import org.osgi.service.component.annotations.Component;

/**
 * Renders a sheet as CSV: RFC 4180 in UTF-8, with a byte order mark as Excel asks for one. The first row has the
 * paper's headings, in Japanese whatever the reader's language; then follow the entries as they stand, then those
 * carried over.
 * <p>
 * Versions that were struck through are left out, as CSV can't strike through. A row that is carried over says so in
 * the form's remarks column where it has one. A row whose content was destroyed says so in its first cell. A text that
 * a spreadsheet would run as a formula has an apostrophe before it.
 */
@Component
public class CsvRenderer implements SheetRenderer {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String REMARKS = "remarks";
    private static final String CARRIED_OVER = "繰越";
    private static final String ERASED = "消去済";

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public byte[] render(Sheet sheet, Locale locale) {
        List<Sheet.Row> all = new ArrayList<>(sheet.rows());
        all.addAll(sheet.carriedOver());
        List<CsvColumn> columns = new ArrayList<>();
        for (Column column : sheet.definition().columns()) {
            if (column.printed() && !column.secret()) {
                columns.addAll(CsvColumn.of(column, all));
            }
        }
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
        Csv.row(out, columns.stream().map(CsvColumn::heading).toList());
        for (Sheet.Row row : sheet.rows()) {
            Csv.row(out, cells(columns, row.entry(), false));
        }
        for (Sheet.Row row : sheet.carriedOver()) {
            Csv.row(out, cells(columns, row.entry(), true));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(List<CsvColumn> columns, Entry entry, boolean carriedOver) {
        List<String> cells = new ArrayList<>();
        for (CsvColumn column : columns) {
            String cell = entry.erased() == null ? column.cell(entry.fields()) : cells.isEmpty() ? ERASED : "";
            if (carriedOver && column.name().equals(REMARKS)) {
                cell = cell.isEmpty() ? CARRIED_OVER : CARRIED_OVER + " " + cell;
            }
            cells.add(cell);
        }
        return cells;
    }
}
