package org.daicho.chapter.media;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck.Gap;

/**
 * What the chapter finds due or missing, for tests.
 */
final class Found {

    private Found() {
    }

    /** Returns the keys of the duties of a clause. */
    static Set<String> keys(TestLedger ledger, String clause) {
        return duties(ledger, clause).stream().map(Duty::key).collect(Collectors.toSet());
    }

    static List<Duty> duties(TestLedger ledger, String clause) {
        return ledger.dutiesOf("media").stream().filter(d -> d.clause().equals(clause)).toList();
    }

    /** Returns the Japanese texts of the gaps of a month's check, of one clause. */
    static List<String> gaps(TestLedger ledger, SheetPeriod month, String clause) {
        return ledger.gaps(Takeouts.LEDGER, month).stream().filter(g -> g.clause().equals(clause))
                .map(Gap::text).map(t -> t.ja()).toList();
    }
}
