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
        return Neighbour.keeping("media.takeouts", "asset:text", "takenBy:person", "lostOn:date",
                "incidentReport:text");
    }

    /** 様式4 of chapter 5. */
    static Neighbour keys() {
        return Neighbour.keeping("facilities.keys", "key:text");
    }

    /** The decisions of chapter 7. */
    static Neighbour training() {
        return Neighbour.keeping("training.decisions", "source:text");
    }
}
