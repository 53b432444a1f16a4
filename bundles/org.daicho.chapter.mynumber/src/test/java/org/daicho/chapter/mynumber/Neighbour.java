package org.daicho.chapter.mynumber;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.daicho.ledger.Entry;
import org.daicho.ledger.Role;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Place;
import org.daicho.ledger.spi.Rule;

/**
 * A module beside the chapter: it keeps one ledger with what this chapter looks for there, and may register places.
 */
final class Neighbour implements LedgerModule {

    private final String ledger;
    private final Map<String, String> columns;
    private List<Place> places = List.of();

    /** Makes a module with one ledger. */
    Neighbour(String ledger, Map<String, String> columns) {
        this.ledger = ledger;
        this.columns = columns;
    }

    /** 様式4 of chapter 5. */
    static Neighbour keys() {
        return new Neighbour("facilities.keys", Map.of("key", "text", "cabinet", "text", "holder", "person",
                "spareHolder", "person"));
    }

    /** Changes the places that it registers. */
    Neighbour register(Place... registered) {
        places = List.of(registered);
        return this;
    }

    Entry enter(TestLedger to, Map<String, Object> fields) {
        return to.enter(Role.STAFF, ledger, fields);
    }

    @Override
    public List<String> definitions() {
        String all = columns.entrySet().stream().map(c -> """
                {"name": "%s", "label": {"ja": "欄", "en": "Column"}, "type": "%s"}""".formatted(c.getKey(),
                c.getValue())).collect(Collectors.joining(","));
        return List.of("""
                {"id": "%s", "module": "%s", "chapter": 5, "revision": 1, "title": {"ja": "記録", "en": "Notes"},
                 "period": "open", "read": ["manager", "staff"], "columns": [%s],
                 "states": [{"name": "active", "label": {"ja": "有効", "en": "Active"}}],
                 "actions": [
                   {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active", "roles": ["staff"]},
                   {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["active"], "roles": ["staff"]}]}
                """.formatted(ledger, ledger.substring(0, ledger.indexOf('.')), all));
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    @Override
    public List<Place> places(LedgerView view) {
        return places;
    }
}
