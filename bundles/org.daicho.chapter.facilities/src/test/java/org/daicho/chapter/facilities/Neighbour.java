package org.daicho.chapter.facilities;

import java.util.List;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Place;
import org.daicho.ledger.spi.Rule;

/**
 * A module beside the chapter: it keeps one ledger with what this chapter looks for there, and may register places.
 */
final class Neighbour implements LedgerModule {

    static final String MEMBERS = "council.members";
    static final String REPORTS = "incidents.reports";

    private final String ledger;
    private List<Place> places = List.of();

    Neighbour(String ledger) {
        this.ledger = ledger;
    }

    /** Changes the places that it registers. */
    Neighbour register(Place... registered) {
        places = List.of(registered);
        return this;
    }

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "%s", "module": "%s", "chapter": 1, "revision": 1, "title": {"ja": "記録", "en": "Notes"},
                 "period": "open", "read": ["manager", "staff"],
                 "columns": [
                   {"name": "person", "label": {"ja": "氏名", "en": "Name"}, "type": "person"},
                   {"name": "termFrom", "label": {"ja": "から", "en": "From"}, "type": "date"},
                   {"name": "termTo", "label": {"ja": "まで", "en": "To"}, "type": "date"},
                   {"name": "leftOn", "label": {"ja": "退会日", "en": "Left on"}, "type": "date", "setBy": "leave"}],
                 "states": [{"name": "active", "label": {"ja": "在任", "en": "Active"}},
                            {"name": "left", "label": {"ja": "退会", "en": "Left"}}],
                 "actions": [
                   {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active", "roles": ["staff"]},
                   {"name": "leave", "label": {"ja": "退会", "en": "Leave"}, "from": ["active"], "to": "left",
                    "roles": ["staff"], "fields": ["leftOn"]}]}
                """.formatted(ledger, ledger.substring(0, ledger.indexOf('.'))));
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
