package org.daicho.chapter.assets;

import org.daicho.ledger.contract.Neighbour;

/**
 * The modules beside the chapter, with what it looks for there.
 */
final class Neighbours {

    private Neighbours() {
    }

    /** The register of disposals of chapter 3, or of erasures of chapter 4: their columns bear the same names. */
    static Neighbour disposals(String ledger) {
        return Neighbour.keeping(ledger, "asset:text", "assetNumber:integer");
    }

    /** The approvals of software of chapter 4. */
    static Neighbour installs() {
        return Neighbour.keeping(Reliances.Installs.LEDGER, "software:text").step("approve", "approved").step("reject",
                "rejected");
    }
}
