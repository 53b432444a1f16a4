package org.daicho.chapter.council;

import java.nio.file.Path;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;

/**
 * Test councils for the tests of other packages.
 */
public final class Councils {

    private Councils() {
    }

    /** Opens a ledger with the chapter. */
    public static TestLedger open(Path folder) {
        return People.open(folder);
    }

    /** Makes the part of chapter 2 that the tests need. */
    public static LedgerModule assets() {
        return new Holdings();
    }
}
