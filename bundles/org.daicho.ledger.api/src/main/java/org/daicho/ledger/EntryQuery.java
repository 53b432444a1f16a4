package org.daicho.ledger;

import java.time.LocalDate;
import java.util.Map;

/**
 * Which entries of a ledger to list, oldest first.
 *
 * @param limit   how many at most, 1 to 500
 * @param cursor  where to go on, from {@link EntryPage#next()}; or {@code null}
 * @param from    the first day of the period field, or {@code null}
 * @param to      the last day, inclusive, or {@code null}
 * @param text    text that a searchable column contains, or {@code null}
 * @param filters whole values by column name; never {@code null}
 */
public record EntryQuery(int limit, String cursor, LocalDate from, LocalDate to, String text,
        Map<String, String> filters) {

    public EntryQuery {
        filters = Map.copyOf(filters);
    }
}
