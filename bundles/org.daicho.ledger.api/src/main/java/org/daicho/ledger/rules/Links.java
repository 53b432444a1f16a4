package org.daicho.ledger.rules;

import java.util.Map;

import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Link;

/**
 * What columns refer to.
 */
public final class Links {

    private Links() {
    }

    /**
     * Returns the id of the entry that a column refers to.
     *
     * @param entry  an entry; one that was written before its ledger knew links has the id in the column itself
     * @param column a column that refers to a ledger
     * @return the id, or what the column says where no entry is known by that; {@code null} where it is empty
     */
    public static String id(Entry entry, String column) {
        return id(entry.links(), entry.fields(), column);
    }

    /** Returns the id of the entry that a column of a change refers to, as {@link #id(Entry, String)}. */
    public static String id(Change change, String column) {
        return id(change.links(), change.fields(), column);
    }

    private static String id(Map<String, Link> links, Fields fields, String column) {
        return links.containsKey(column) ? links.get(column).id() : fields.text(column);
    }
}
