package org.daicho.chapter.mynumber;

import org.daicho.ledger.contract.Neighbour;

/**
 * The modules beside the chapter, with what it looks for there.
 */
final class Neighbours {

    private Neighbours() {
    }

    /** 様式4 of chapter 5. */
    static Neighbour keys() {
        return Neighbour.keeping("facilities.keys", "key:text", "cabinet:text", "holder:person", "spareHolder:person");
    }
}
