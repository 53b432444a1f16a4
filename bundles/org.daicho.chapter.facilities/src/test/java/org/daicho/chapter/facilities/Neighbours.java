package org.daicho.chapter.facilities;

import org.daicho.ledger.contract.Neighbour;

/**
 * The modules beside the chapter, with what it looks for there.
 */
final class Neighbours {

    static final String MEMBERS = "council.members";
    static final String REPORTS = "incidents.reports";

    private Neighbours() {
    }

    /** The places of chapter 1. */
    static Neighbour places() {
        return Neighbour.keeping("council.places");
    }

    /** The register of members of chapter 1. */
    static Neighbour members() {
        return Neighbour.keeping(MEMBERS, "person:person", "termFrom:date", "termTo:date").step("leave", "left",
                "leftOn:date");
    }

    /** The reports of chapter 6. */
    static Neighbour reports() {
        return Neighbour.keeping(REPORTS, "person:person", "contents:longtext", "damage:text", "discoveredAt:datetime",
                "object:text", "kind:text", "assets:text", "key:text").step("close", "closed")
                .origins("facilities.keys/report-lost");
    }
}
