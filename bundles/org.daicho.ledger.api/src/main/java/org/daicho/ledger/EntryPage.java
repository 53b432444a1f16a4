package org.daicho.ledger;

import java.util.List;

import org.daicho.ledger.value.Entry;

/**
 * A page of entries.
 *
 * @param items the entries as they stand
 * @param next  the cursor of the next page, or {@code null} where there is none
 */
public record EntryPage(List<Entry> items, String next) {

    public EntryPage {
        items = List.copyOf(items);
    }
}
