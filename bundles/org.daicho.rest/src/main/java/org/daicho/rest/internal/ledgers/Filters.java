package org.daicho.rest.internal.ledgers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.rest.internal.problem.Problem;

/**
 * The values that entries are asked for by column. One that no entry can have is a slip, and not a search without a
 * result.
 */
final class Filters {

    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private Filters() {
    }

    /**
     * Checks the values; the columns themselves are the ledger's to know.
     *
     * @param definition the ledger's definition
     * @param filters    the values by column; refused (400) where one is none of the column's type
     */
    static void check(Definition definition, Map<String, String> filters) {
        new TreeMap<>(filters).forEach((name, value) -> definition.column(name).ifPresent(column -> {
            if (!fits(column, value)) {
                throw Problem.malformed("query.filter", name, value);
            }
        }));
    }

    private static boolean fits(Column column, String value) {
        return switch (column.type()) {
        case BOOLEAN -> BOOLEANS.contains(value);
        case INTEGER -> value.matches("-?[0-9]{1,16}");
        case DATE -> value.matches("[0-9]{4}-.*") && parses(LocalDate::parse, value);
        case TIME -> parses(LocalTime::parse, value);
        case DATETIME -> parses(OffsetDateTime::parse, value);
        case CHOICE -> column.values().contains(value);
        default -> true;
        };
    }

    private static boolean parses(Function<String, ?> parser, String value) {
        try {
            parser.apply(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
