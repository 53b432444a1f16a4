package org.daicho.chapter.systems;

import java.util.Arrays;
import java.util.HashMap;
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

    static final String INVENTORY = "assets.inventory";
    static final String REPORTS = "incidents.reports";
    static final String ERASURE_SOFTWARE = "media.erasure-software";
    static final String DISPOSALS = "media.disposals";

    /** The cabinets of a council: one in the daily lock check, one that is not, one without a lock, and the room. */
    static final Place[] PLACES = {new Place("書庫1", true, true, 1, "執務室"), new Place("書庫甲", true, true, null, "執務室"),
            new Place("棚", false, true, 2, "執務室"), new Place("執務室", true, true)};

    private final String ledger;
    private final String columns;
    private List<Place> places = List.of();

    private Neighbour(String ledger, String... columns) {
        this.ledger = ledger;
        this.columns = Arrays.stream(columns).map(c -> c.split(":")).map(c -> """
                {"name": "%s", "type": "%s", "label": {"ja": "欄", "en": "Column"}}""".formatted(c[0], c[1]))
                .collect(Collectors.joining(","));
    }

    static Neighbour inventory() {
        return new Neighbour(INVENTORY, "name:text", "category:text", "hardwareType:text", "assetNumber:integer");
    }

    static Neighbour reports() {
        return new Neighbour(REPORTS, "contents:text");
    }

    static Neighbour erasureSoftware() {
        return new Neighbour(ERASURE_SOFTWARE, "name:text", "approvedOn:date", "withdrawnOn:date");
    }

    static Neighbour disposals() {
        return new Neighbour(DISPOSALS, "asset:text", "assetNumber:integer");
    }

    /** Changes the places that it registers. */
    Neighbour register(Place... registered) {
        places = List.of(registered);
        return this;
    }

    static Entry asset(TestLedger ledger, String name, String category, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", name, "category", category));
        fields.putAll(more);
        return ledger.enter(Role.STAFF, INVENTORY, fields);
    }

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "%s", "module": "%s", "chapter": 2, "revision": 1, "title": {"ja": "記録", "en": "Notes"},
                 "period": "open", "read": ["manager", "deputy", "staff", "member"], "erase": ["manager"],
                 "columns": [%s],
                 "states": [{"name": "active", "label": {"ja": "使用中", "en": "In use"}},
                            {"name": "removed", "label": {"ja": "削除済み", "en": "Removed"}}],
                 "actions": [
                   {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active", "roles": ["staff"]},
                   {"name": "remove", "label": {"ja": "削除", "en": "Remove"}, "from": ["active"], "to": "removed",
                    "roles": ["staff"]}]}
                """.formatted(ledger, ledger.substring(0, ledger.indexOf('.')), columns));
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
