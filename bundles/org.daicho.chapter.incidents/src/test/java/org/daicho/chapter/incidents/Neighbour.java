package org.daicho.chapter.incidents;

import java.util.List;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;

/**
 * A module beside the chapter: it keeps one ledger with the columns that this chapter looks for there.
 *
 * @param ledger  the ledger's id
 * @param columns its columns, as JSON
 */
record Neighbour(String ledger, String columns) implements LedgerModule {

    private static final String TEXT = "{\"name\": \"%s\", \"type\": \"%s\", \"label\": {\"ja\": \"欄\", \"en\": \"C\"}}";

    static Neighbour inventory() {
        return new Neighbour("assets.inventory", TEXT.formatted("name", "text"));
    }

    static Neighbour keys() {
        return new Neighbour("facilities.keys", TEXT.formatted("key", "text"));
    }

    static Neighbour training() {
        return new Neighbour("training.decisions", TEXT.formatted("source", "text"));
    }

    static Neighbour takeouts() {
        return new Neighbour("media.takeouts", String.join(",", TEXT.formatted("asset", "text"),
                TEXT.formatted("takenBy", "person"), TEXT.formatted("lostOn", "date"),
                TEXT.formatted("incidentReport", "text")));
    }

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "%s", "module": "%s", "chapter": 2, "revision": 1, "title": {"ja": "記録", "en": "Notes"},
                 "period": "open", "read": ["manager", "staff"], "columns": [%s],
                 "states": [{"name": "active", "label": {"ja": "使用中", "en": "In use"}}],
                 "actions": [
                   {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active", "roles": ["staff"]},
                   {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["active"], "roles": ["staff"]}]}
                """.formatted(ledger, ledger.substring(0, ledger.indexOf('.')), columns));
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }
}
