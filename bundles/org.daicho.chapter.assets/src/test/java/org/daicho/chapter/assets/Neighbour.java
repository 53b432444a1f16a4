package org.daicho.chapter.assets;

import java.util.List;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Place;
import org.daicho.ledger.spi.Rule;

/**
 * A module beside the chapter: it keeps one ledger of short notes and may register places.
 */
final class Neighbour implements LedgerModule {

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
                {"id": "%s", "module": "%s", "chapter": 3, "revision": 1, "title": {"ja": "記録", "en": "Notes"},
                 "period": "open", "read": ["manager", "staff"],
                 "columns": [{"name": "note", "label": {"ja": "内容", "en": "Note"}, "type": "text"},
                             {"name": "asset", "label": {"ja": "情報資産", "en": "Asset"}, "type": "text"},
                             {"name": "assetNumber", "label": {"ja": "番号", "en": "Number"}, "type": "integer"},
                             {"name": "software", "label": {"ja": "ソフト", "en": "Software"}, "type": "text"}],
                 "states": [{"name": "recorded", "label": {"ja": "記録済み", "en": "Recorded"}},
                            {"name": "approved", "label": {"ja": "承認", "en": "Approved"}},
                            {"name": "rejected", "label": {"ja": "不承認", "en": "Refused"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "recorded",
                              "roles": ["staff"]},
                             {"name": "approve", "label": {"ja": "承認", "en": "Approve"}, "from": ["recorded"],
                              "to": "approved", "roles": ["manager"]},
                             {"name": "reject", "label": {"ja": "不承認", "en": "Refuse"}, "from": ["recorded"],
                              "to": "rejected", "roles": ["manager"]}]}
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
