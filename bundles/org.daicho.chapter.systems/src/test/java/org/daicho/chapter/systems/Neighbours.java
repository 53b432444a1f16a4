package org.daicho.chapter.systems;

import java.util.HashMap;
import java.util.Map;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.Place;

/**
 * The modules beside the chapter, with what it looks for there.
 */
final class Neighbours {

    static final String INVENTORY = "assets.inventory";
    static final String REPORTS = "incidents.reports";
    static final String ERASURE_SOFTWARE = "media.erasure-software";
    static final String DISPOSALS = "media.disposals";

    /** The cabinets of a council: one in the daily lock check, one that is not, one without a lock, and the room. */
    static final Place[] PLACES = {new Place("書庫1", true, true, 1, "執務室"), new Place("書庫甲", true, true, null, "執務室"),
            new Place("棚", false, true, 2, "執務室"), new Place("執務室", true, true)};

    private Neighbours() {
    }

    /** 様式1 of chapter 2. */
    static Neighbour inventory() {
        return Neighbour.keeping(INVENTORY, "name:text", "category:text", "hardwareType:text", "assetNumber:integer")
                .step("remove", "removed");
    }

    /** The reports of chapter 6. */
    static Neighbour reports() {
        return Neighbour
                .keeping(REPORTS, "contents:longtext", "damage:text", "discoveredAt:datetime", "reportKind:text",
                        "sighting:text")
                .origins("systems.media-sightings/enter", "systems.media-sightings/correct");
    }

    /** The approved erasure software of chapter 3. */
    static Neighbour erasureSoftware() {
        return Neighbour.keeping(ERASURE_SOFTWARE, "name:text", "approvedOn:date", "withdrawnOn:date");
    }

    /** The register of disposals of chapter 3. */
    static Neighbour disposals() {
        return Neighbour.keeping(DISPOSALS, "asset:text", "assetNumber:integer");
    }

    static Entry asset(TestLedger ledger, String name, String category, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", name, "category", category));
        fields.putAll(more);
        return ledger.enter(Role.STAFF, INVENTORY, fields);
    }
}
