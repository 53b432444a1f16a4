package org.daicho.sheets.internal.csv;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Fields;

/**
 * A column of the file. A column of the form is one of these; the lock checks of 様式5 are one for each cabinet.
 *
 * @param name    the field's name
 * @param heading the heading
 * @param value   gives the cell of an entry's fields
 */
record CsvColumn(String name, String heading, Function<Fields, String> value) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** 様式5 has this many cabinets on paper. */
    private static final int CABINETS = 15;

    /** What the heading of 様式5 says of their numbers, which here each column says for itself. */
    private static final String RANGE = "\\s*[0-9]+\\s*[～〜~-]\\s*[0-9]+\\s*$";

    /** The marks of 様式5. */
    private static final Map<String, String> MARKS = Map.of("locked", "○", "unlocked", "×", "not-applicable", "－");

    /**
     * Makes the columns of a form's column.
     *
     * @param column     the form's column
     * @param definition the form
     * @param cabinets   the numbers of the cabinets that this sheet of the paper has
     * @return one column, or one for each cabinet
     */
    static List<CsvColumn> of(Column column, Definition definition, List<Integer> cabinets) {
        if (column.type() == ColumnType.CHECKS) {
            return checks(column, definition, cabinets);
        }
        String name = column.name();
        String heading = column.label().ja();
        return List.of(new CsvColumn(name, heading,
                fields -> fields.has(name) ? cell(column, fields.values().get(name), fields) : ""));
    }

    /**
     * Deals the cabinets to sheets of the paper, which has columns for 15: the first has 1 to 15, further ones what goes
     * beyond.
     *
     * @param definition the form
     * @param rows       the rows of the sheet
     * @return the numbers by sheet; one sheet where the form knows no cabinets
     */
    static List<List<Integer>> cabinets(Definition definition, List<Sheet.Row> rows) {
        SortedSet<Integer> beyond = new TreeSet<>();
        definition.columns().stream().filter(c -> c.printed() && c.type() == ColumnType.CHECKS)
                .flatMap(c -> rows.stream().flatMap(row -> row.entry().fields().checks(c.name()).keySet().stream()))
                .filter(key -> key.matches("[1-9][0-9]{0,4}")).map(Integer::valueOf).filter(n -> n > CABINETS)
                .forEach(beyond::add);
        List<Integer> rest = List.copyOf(beyond);
        List<List<Integer>> sheets = new ArrayList<>();
        sheets.add(IntStream.rangeClosed(1, CABINETS).boxed().toList());
        for (int from = 0; from < rest.size(); from += CABINETS) {
            sheets.add(rest.subList(from, Math.min(from + CABINETS, rest.size())));
        }
        return sheets;
    }

    /** Returns the cell of an entry's fields. */
    String cell(Fields fields) {
        return value.apply(fields);
    }

    private static String cell(Column column, Object value, Fields fields) {
        return switch (column.type()) {
        case BOOLEAN -> truth(column.label().ja(), fields.isTrue(column.name()));
        case PERSON -> Csv.harmless(fields.person(column.name()).name());
        case DATETIME -> DATE_TIME.format(OffsetDateTime.parse(value.toString()).atZoneSameInstant(TOKYO));
        case TEXT, LONGTEXT, CHOICE -> Csv.harmless(value.toString());
        default -> value.toString();
        };
    }

    private static String truth(String label, boolean value) {
        if (label.endsWith("有無")) {
            return value ? "有" : "無";
        }
        return value ? "はい" : "いいえ";
    }

    private static List<CsvColumn> checks(Column column, Definition definition, List<Integer> cabinets) {
        List<Column> others = definition.columns().stream()
                .filter(c -> c.type() == ColumnType.CHECKS && !c.printed() && !c.secret()).toList();
        String heading = column.label().ja().replaceFirst(RANGE, "");
        List<CsvColumn> columns = new ArrayList<>();
        for (int i : cabinets) {
            String cabinet = String.valueOf(i);
            columns.add(new CsvColumn(column.name(), heading + " " + cabinet, fields -> {
                String state = fields.checks(column.name()).get(cabinet);
                return state == null
                        ? ""
                        : MARKS.getOrDefault(state, Csv.harmless(state))
                                + noted(others, fields, cabinet);
            }));
        }
        return columns;
    }

    /** What a column that is not on the paper says of a cabinet stands beside the mark: 部屋施錠で代替 (5-4※). */
    private static String noted(List<Column> others, Fields fields, String cabinet) {
        return others.stream().filter(c -> fields.checks(c.name()).containsKey(cabinet))
                .map(c -> "(" + c.label().ja() + ")").collect(Collectors.joining());
    }
}
