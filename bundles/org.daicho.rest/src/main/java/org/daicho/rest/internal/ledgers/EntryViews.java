package org.daicho.rest.internal.ledgers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.value.Entry;

/**
 * Entries as the contract of REST has them.
 */
final class EntryViews {

    private EntryViews() {
    }

    /** Returns the members of an entry. */
    static Map<String, Object> view(Entry entry) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", entry.id());
        view.put("ledger", entry.ledger());
        view.put("version", entry.version());
        view.put("state", entry.state());
        put(view, "action", entry.action());
        view.put("fields", entry.fields().values());
        view.put("links", entry.links());
        view.put("by", entry.by());
        put(view, "as", entry.as());
        view.put("at", entry.at());
        Map<String, Object> created = new LinkedHashMap<>();
        created.put("by", entry.createdBy());
        created.put("at", entry.createdAt());
        view.put("created", created);
        view.put("leafIndex", entry.leafIndex());
        put(view, "reason", entry.reason());
        if (!entry.confirmations().isEmpty()) {
            view.put("confirmations", entry.confirmations());
        }
        put(view, "erased", entry.erased());
        return view;
    }

    private static void put(Map<String, Object> view, String name, Object value) {
        if (value != null) {
            view.put(name, value);
        }
    }

    /** Returns the members of entries. */
    static List<Map<String, Object>> views(List<Entry> entries) {
        return entries.stream().map(EntryViews::view).toList();
    }
}
