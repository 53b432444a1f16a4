package org.daicho.sheets.internal.csv;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.Section;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.system.SheetRenderer;
import org.daicho.ledger.value.Entry;
import org.osgi.service.component.annotations.Component;

/**
 * Renders a sheet as CSV: RFC 4180 in UTF-8, with a byte order mark as Excel asks for one. The first row has the
 * paper's headings, in Japanese whatever the reader's language; then follow the entries as they stand. A form of several
 * tables (様式6) has each under its title and its own headings; one with more cabinets than the paper has columns (様式5)
 * goes on in a further sheet below the first.
 * <p>
 * What the paper shows beside the entries follows below, each part after a row that has its name alone in the first
 * cell: the rows carried over (繰越) by the month they belong to, the versions that a correction struck through
 * (見え消し), which rows were written late (後日記入), and what was confirmed, destroyed or administered. A row whose content
 * was destroyed says so in its first cell. A text that a spreadsheet would run as a formula has an apostrophe before it.
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
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
        List<List<Integer>> papers = CsvColumn.cabinets(sheet.definition(), all);
        List<CsvColumn> first = columns(sheet.definition(), papers.get(0));
        for (List<Integer> cabinets : papers) {
            if (cabinets != papers.get(0)) {
                line(out, first, (papers.indexOf(cabinets) + 1) + "枚目");
            }
            paper(out, columns(sheet.definition(), cabinets), sheet);
        }
        late(out, first, sheet);
        if (!sheet.changes().isEmpty()) {
            line(out, first, CHANGES);
            sheet.changes().forEach(change -> line(out, first,
                    TIME.format(change.entry().at()) + " " + change.text().in(locale)));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<CsvColumn> columns(Definition definition, List<Integer> cabinets) {
        return definition.columns().stream().filter(column -> column.printed() && !column.secret())
                .flatMap(column -> CsvColumn.of(column, definition, cabinets).stream()).toList();
    }

    /** Writes one sheet of the paper; a form with more cabinets than it has columns needs several. */
    private static void paper(StringBuilder out, List<CsvColumn> columns, Sheet sheet) {
        if (sheet.definition().sections().isEmpty()) {
            table(out, columns, sheet.rows());
            carriedOver(out, columns, sheet.carriedOver());
            struck(out, columns, sheet.rows(), "");
        } else {
            sections(out, columns, sheet);
            carriedOver(out, columns, sheet.carriedOver());
        }
        struck(out, columns, sheet.carriedOver(), "繰越の");
    }

    private static void table(StringBuilder out, List<CsvColumn> columns, List<Sheet.Row> rows) {
        Csv.row(out, columns.stream().map(CsvColumn::heading).toList());
        rows.forEach(row -> Csv.row(out, cells(columns, row.entry())));
    }

    /** Writes each table of the form under its own headings, and below them the rows that stand in none (erased). */
    private static void sections(StringBuilder out, List<CsvColumn> columns, Sheet sheet) {
        List<Sheet.Row> left = new ArrayList<>(sheet.rows());
        for (Section section : sheet.definition().sections()) {
            List<CsvColumn> own = section.columns().stream()
                    .flatMap(name -> columns.stream().filter(column -> column.name().equals(name))).toList();
            List<Sheet.Row> rows = sheet.rows(section);
            line(out, own, section.title().ja());
            if (section.lead() != null) {
                line(out, own, section.lead().ja());
            }
            table(out, own, rows);
            struck(out, own, rows, "");
            left.removeAll(rows);
        }
        left.forEach(row -> Csv.row(out, cells(columns, row.entry())));
    }

    /** Names the rows that were written on a later day than their own (後日記入), under the column that says so. */
    private static void late(StringBuilder out, List<CsvColumn> columns, Sheet sheet) {
        for (Column column : sheet.definition().columns()) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < sheet.rows().size(); i++) {
                if (column.fill() == Fill.LATE && sheet.rows().get(i).entry().fields().isTrue(column.name())) {
                    rows.add((i + 1) + "行目");
                }
            }
            if (!rows.isEmpty()) {
                line(out, columns, column.label().ja() + ": " + String.join("、", rows));
            }
        }
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
