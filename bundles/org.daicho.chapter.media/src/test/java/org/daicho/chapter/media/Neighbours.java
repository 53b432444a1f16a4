package org.daicho.chapter.media;

import java.util.HashMap;
import java.util.Map;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;

/**
 * The modules beside the chapter, with what it looks for there.
 */
final class Neighbours {

    static final String REPORTS = "incidents.reports";

    private static final String INVENTORY = "assets.inventory";

    private Neighbours() {
    }

    /** 様式1 of chapter 2. */
    static Neighbour inventory() {
        return Neighbour.keeping(INVENTORY, "name:text", "category:text", "location:text",
                "specificPersonalInformation:boolean", "assetNumber:integer:number").step("remove", "removed");
    }

    /** The reports of chapter 6. */
    static Neighbour reports() {
        return Neighbour.keeping(REPORTS, "contents:longtext", "damage:text", "discoveredAt:datetime", "object:text",
                "kind:text", "assets:text", "personalInformation:boolean", "specificPersonalInformation:boolean",
                "takeout:text").step("close", "closed").origins("media.takeouts/report-lost");
    }

    /** The approvals of software of chapter 4. */
    static Neighbour installs() {
        return Neighbour.keeping("systems.installs", "software:text", "erasesData:boolean", "approvedOn:date",
                "revokedOn:date");
    }

    /** Enters an asset into the inventory. */
    static Entry asset(TestLedger ledger, String name, String category, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", name, "category", category, "location", "書庫1",
                "specificPersonalInformation", false));
        fields.putAll(more);
        return ledger.enter(Role.STAFF, INVENTORY, fields);
    }
}
