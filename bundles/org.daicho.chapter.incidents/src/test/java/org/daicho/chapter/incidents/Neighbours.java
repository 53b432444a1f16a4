package org.daicho.chapter.incidents;

import org.daicho.ledger.contract.Neighbour;

/**
 * The modules beside the chapter, with what it looks for there.
 */
final class Neighbours {

    private Neighbours() {
    }

    /** 様式1 of chapter 2. */
    static Neighbour inventory() {
        return Neighbour.keeping("assets.inventory", "name:text");
    }

    /** 様式2 of chapter 3. */
    static Neighbour takeouts() {
        return Neighbour.keeping("media.takeouts", "takenBy:person").step("report-lost", "lost", "lostOn:date")
                .origins("incidents.reports/enter", "incidents.reports/correct");
    }

    /** 様式4 of chapter 5. */
    static Neighbour keys() {
        return Neighbour.keeping("facilities.keys", "key:text").step("report-lost", "lost", "lostOn:date")
                .origins("incidents.reports/enter", "incidents.reports/correct");
    }

    /** The decisions of chapter 7. */
    static Neighbour training() {
        return Neighbour.keeping("training.decisions", "source:text");
    }
}
