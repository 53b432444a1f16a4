package org.daicho.sheets.internal.csv;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
 * paper's headings, in Japanese whatever the reader's language; then follow the entries as they stand.
 * <p>
 * What the paper shows beside them follows below, each part after a row that has its name alone in the first cell: the
 * rows carried over (繰越) by the month they belong to, the versions that a correction struck through (見え消し), and what
 * was confirmed, destroyed or administered. A row whose content was destroyed says so in its first cell. A text that a
 * spreadsheet would run as a formula has an apostrophe before it.
 */
@Component
public class CsvRenderer implements SheetRenderer {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ERASED = "消去済";
    private static final String CHANGES = "この期間に確定・消去・管理したこと";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
            .withZone(ZoneId.of("Asia/Tokyo"));

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
        sheet.rows().forEach(row -> Csv.row(out, cells(columns, row.entry())));
        carriedOver(out, columns, sheet.carriedOver());
        struck(out, columns, sheet.rows(), "");
        struck(out, columns, sheet.carriedOver(), "繰越の");
        if (!sheet.changes().isEmpty()) {
            line(out, columns, CHANGES);
            sheet.changes().forEach(change -> line(out, columns,
                    TIME.format(change.entry().at()) + " " + change.text().in(locale)));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void carriedOver(StringBuilder out, List<CsvColumn> columns, List<Sheet.Row> rows) {
        YearMonth before = null;
        for (Sheet.Row row : rows) {
            YearMonth month = YearMonth.from(row.entry().day());
            if (!month.equals(before)) {
                line(out, columns, "繰越(" + month.getYear() + "年" + month.getMonthValue() + "月分)");
            }
            before = month;
            Csv.row(out, cells(columns, row.entry()));
        }
    }

    private static void struck(StringBuilder out, List<CsvColumn> columns, List<Sheet.Row> rows, String which) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).struck().isEmpty()) {
                line(out, columns, "見え消し(" + which + (i + 1) + "行目の訂正前)");
                rows.get(i).struck().forEach(version -> Csv.row(out, cells(columns, version)));
            }
        }
    }

    /** Writes a row that has a text in its first cell alone. */
    private static void line(StringBuilder out, List<CsvColumn> columns, String text) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(cells.isEmpty() ? text : ""));
        Csv.row(out, cells);
    }

    private static List<String> cells(List<CsvColumn> columns, Entry entry) {
        List<String> cells = new ArrayList<>();
        for (CsvColumn column : columns) {
            cells.add(entry.erased() == null ? column.cell(entry.fields()) : cells.isEmpty() ? ERASED : "");
        }
        return cells;
    }
}
