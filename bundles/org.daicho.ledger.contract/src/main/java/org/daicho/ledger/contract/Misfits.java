package org.daicho.ledger.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Condition;
import org.daicho.ledger.form.Condition.Kind;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Intake;

/**
 * Makes bodies that no ledger takes out of one that it does: with a column missing that is needed, always or with what
 * another one says, one that is not the action's, one that the form has not, and values that are not of a column's type.
 */
final class Misfits {

    private static final String UNKNOWN = "unknownColumn";

    private Misfits() {
    }

    /** Returns the fields of the bodies, by the column that is wrong in them. */
    static Map<String, List<Map<String, Object>>> of(Definition definition, Action action, Map<String, Object> sample) {
        Map<String, List<Map<String, Object>>> misfits = new LinkedHashMap<>();
        misfits.put(UNKNOWN, List.of(with(sample, UNKNOWN, "x")));
        for (Column column : definition.columns()) {
            Intake intake = action.intake(column);
            List<Map<String, Object>> bodies = new ArrayList<>();
            if (intake == Intake.NONE) {
                bodies.add(with(sample, column.name(), good(column)));
            } else {
                bad(column).forEach(value -> bodies.add(with(sample, column.name(), value)));
            }
            if (intake == Intake.REQUIRED) {
                bodies.addAll(without(sample, column));
            }
            column.condition(Kind.REQUIRED_WHEN).filter(c -> intake.isWritten())
                    .ifPresent(c -> deciding(definition, c)
                            .forEach(value -> bodies.addAll(without(with(sample, c.than(), value), column))));
            misfits.put(column.name(), bodies);
        }
        return misfits;
    }

    /** Returns the values of the other column with which the column is needed. */
    private static List<Object> deciding(Definition definition, Condition condition) {
        return condition.among().isEmpty()
                ? List.of(good(definition.column(condition.than()).orElseThrow()))
                : condition.among();
    }

    private static List<Map<String, Object>> without(Map<String, Object> sample, Column column) {
        Map<String, Object> without = new HashMap<>(sample);
        without.remove(column.name());
        boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.LONGTEXT;
        return List.of(without, with(sample, column.name(), null), text ? with(sample, column.name(), "　") : without);
    }

    private static Object good(Column column) {
        return switch (column.type()) {
        case TEXT, LONGTEXT -> "試験";
        case CHOICE -> column.values().get(0);
        case BOOLEAN -> true;
        case INTEGER -> 1L;
        case DATE -> TestClock.START.toString();
        case TIME -> "09:00";
        case DATETIME -> "2026-11-23T09:00:00+09:00";
        case PERSON -> "staff";
        case CHECKS -> Map.of("1", "locked");
        };
    }

    private static List<Object> bad(Column column) {
        return switch (column.type()) {
        case TEXT -> List.of(true, "二\n行", "長".repeat(column.maxLength() + 1));
        case LONGTEXT -> List.of(1L, "\u0007鈴", "長".repeat(column.maxLength() + 1));
        case CHOICE -> List.of(false, "書かれていない選択肢");
        case BOOLEAN -> List.of("true", 1L);
        case INTEGER -> List.of("1", true, 1L << 53);
        case DATE -> List.of("2026-02-30", "2026/11/23", "1899-12-31", 20261123L);
        case TIME -> List.of("24:00", "9:00", 900L);
        case DATETIME -> List.of("2026-11-23", "2026-11-23T09:00:00", "2026-02-30T09:00:00+09:00");
        case PERSON -> List.of(7L, Map.of("name", "鈴木"), List.of("staff"));
        case CHECKS -> List.of("locked", Map.of("0", "locked"), Map.of("1", "施錠"));
        };
    }

    private static Map<String, Object> with(Map<String, Object> sample, String column, Object value) {
        Map<String, Object> body = new HashMap<>(sample);
        body.put(column, value);
        return body;
    }
}
