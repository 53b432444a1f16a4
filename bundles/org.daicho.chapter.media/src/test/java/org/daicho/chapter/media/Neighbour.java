package org.daicho.chapter.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    static final String INVENTORY = "assets.inventory";
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

    /** Enters an asset into the inventory. */
    static Entry asset(TestLedger ledger, String name, String category, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", name, "category", category, "location", "書庫1",
                "specificPersonalInformation", false));
        fields.putAll(more);
        return ledger.enter(Role.STAFF, INVENTORY, fields);
    }

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "%s", "module": "%s", "chapter": 2, "revision": 1, "title": {"ja": "記録", "en": "Notes"},
                 "period": "open", "read": ["manager", "staff"],
                 "columns": [
                   {"name": "name", "label": {"ja": "名称", "en": "Name"}, "type": "text"},
                   {"name": "category", "label": {"ja": "分類", "en": "Category"}, "type": "text"},
                   {"name": "location", "label": {"ja": "場所", "en": "Place"}, "type": "text"},
                   {"name": "specificPersonalInformation", "label": {"ja": "特定", "en": "Specific"}, "type": "boolean"},
                   {"name": "assetNumber", "label": {"ja": "番号", "en": "Number"}, "type": "integer", "fill": "number"}],
                 "states": [{"name": "active", "label": {"ja": "使用中", "en": "In use"}},
                            {"name": "removed", "label": {"ja": "削除済み", "en": "Removed"}}],
                 "actions": [
                   {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active", "roles": ["staff"]},
                   {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["active"], "roles": ["staff"]},
                   {"name": "remove", "label": {"ja": "削除", "en": "Remove"}, "from": ["active"], "to": "removed",
                    "roles": ["staff"]}]}
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
