package org.daicho.chapter.mynumber;

import java.nio.file.Path;

import org.daicho.chapter.mynumber.law.LawFiles;
import org.daicho.ledger.contract.TestLedger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new office with two handlers for each test.
 */
abstract class OfficeTest {

    @AutoClose
    protected TestLedger ledger;
    protected Office office;

    @BeforeEach
    void openOffice(@TempDir Path folder) {
        ledger = TestLedger.open(folder, new MyNumberChapter(LawFiles.open(null), Office.USUAL));
        office = new Office(ledger);
        office.designate("handler", "second");
    }
}
