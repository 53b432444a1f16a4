package org.daicho.chapter.facilities;

import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Role;

/**
 * The facilities chapter is a chapter like any other.
 */
class FacilitiesChapterTest extends ChapterContract {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    protected LedgerModule module() {
        return Facilities.chapter();
    }

    @Override
    protected String id() {
        return "facilities";
    }

    @Override
    protected Role enteredBy(String ledger) {
        return ledger.equals(Substitutes.LEDGER) || ledger.equals(VisitChecks.LEDGER) ? Role.MANAGER : Role.STAFF;
    }

    /** The day, or the month, of 様式5 and of a check is taken once. */
    @Override
    protected Map<String, Object> sample(String ledger) {
        int n = count.incrementAndGet();
        return switch (ledger) {
        case Visits.LEDGER -> Facilities.visit();
        case Keys.LEDGER -> Facilities.with(Facilities.key("書庫1"), "spareKeyLocation", "金庫");
        case Locking.LEDGER -> Map.of("date", TestClock.START.minusDays(n).toString(), "checks", Map.of("1", "locked"));
        case Calendar.LEDGER -> Map.of("kind", "毎週休業", "validFrom", "2027-01-04", "weekday", "月", "reason", "休館日");
        case Substitutes.LEDGER -> Map.of("room", "執務室" + n, "lockConfirmed", true);
        case Restrictions.LEDGER -> Map.of("place", "執務室", "measure", "立入禁止", "validFrom", "2026-11-24", "reason",
                "個人情報の点検");
        case Appointments.LEDGER -> Map.of("expectedOn", "2026-11-25", "affiliation", "丸太電気工事", "purpose", "点検");
        case PlaceChecks.LEDGER -> Map.of("place", "執務室", "subject", "LANケーブルの配線", "result", "良好");
        default -> Map.of("month", YearMonth.from(TestClock.START).minusMonths(n).toString());
        };
    }

    @Override
    protected void prepare(TestLedger opened) {
        opened.enter(Role.STAFF, Keys.LEDGER, Facilities.key("書庫1"));
    }

    @Override
    protected Map<String, String> beyondRoleTable() {
        return Map.of("facilities.calendar enter manager", "5-5", "facilities.calendar enter deputy", "5-5",
                "facilities.substitutes enter manager", "5-4※", "facilities.substitutes enter deputy", "5-4※",
                "facilities.restrictions enter manager", "5-1(2)", "facilities.restrictions enter deputy", "5-1(2)",
                "facilities.restrictions enter member", "5-1(2)", "facilities.place-checks enter member", "5-4(2)",
                "facilities.visit-checks enter manager", "5-1(1)", "facilities.visit-checks enter deputy", "5-1(1)");
    }
}
