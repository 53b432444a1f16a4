package org.daicho.chapter.systems;

import java.nio.file.Path;

import org.daicho.ledger.contract.TestLedger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty ledger with chapter 4 for each test. */
abstract class LedgerOfSystems {

    @TempDir
    Path folder;

    @AutoClose
    TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = Systems.open(folder);
    }
}
