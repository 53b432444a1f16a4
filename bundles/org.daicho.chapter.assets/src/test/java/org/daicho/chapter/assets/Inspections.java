package org.daicho.chapter.assets;

import java.util.List;
import java.util.stream.Collectors;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.value.Role;

/**
 * Inspections of the register (2-3(2)), for tests.
 */
final class Inspections {

    private Inspections() {
    }

    /** Signs the inspection as the manager, with each gap explained. */
    static MonthlyCheck sign(TestLedger ledger) {
        return ledger.sheets().sign(ledger.people().caller(Role.MANAGER), Inventory.LEDGER, SheetPeriod.CURRENT,
                new CheckSubmission("点検した", ledger.gaps(Inventory.LEDGER, SheetPeriod.CURRENT).stream()
                        .collect(Collectors.toMap(MonthlyCheck.Gap::id, gap -> "次回までに直す")), List.of()));
    }
}
