package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.facilities.Reliances.Reports;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Act;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * A loss is reported once: the key that is lost enters the incident report that names it (6-1(1)), unless one does
 * already. Where chapter 6 is absent, or was when the loss was noted, the loss stays due until there is a report.
 */
final class KeyLosses {

    private static final String CLAUSE = "6-1(1)";

    private final Texts texts;
    private final Dues dues;

    KeyLosses(Texts texts) {
        this.texts = texts;
        dues = new Dues(Keys.LEDGER, CLAUSE, texts);
    }

    List<Consequence> consequences() {
        return List.of(new Consequence(CLAUSE, Keys.LEDGER, Set.of(Keys.REPORT_LOST), this::report));
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::unreported));
    }

    private List<Act> report(Change change, LedgerView view) {
        Fields key = change.fields();
        if (isReported(change.id(), key, view)) {
            return List.of();
        }
        String lost = texts.text("loss.key", key.text(Keys.KEY), key.text(Keys.CABINET)).ja();
        Map<String, Object> report = new HashMap<>();
        report.put(Reports.CONTENTS, key.has(Keys.LOSS_DETAILS)
                ? lost + "\n" + texts.text("loss.details", key.text(Keys.LOSS_DETAILS)).ja()
                : lost);
        report.put(Reports.DAMAGE, texts.text("loss.damage").ja());
        report.put(Reports.DISCOVERED_AT, discovered(key.date(Keys.LOST_ON), view).toString());
        report.put(Reports.OBJECT, "鍵・施設設備");
        report.put(Reports.KIND, "紛失");
        report.put(Reports.ASSETS, key.text(Keys.KEY));
        report.put(Reports.KEY, change.id());
        return List.of(Act.enter(Reports.LEDGER, report));
    }

    /** Of a loss that was noticed on an earlier day nobody knows the hour: the whole day counts, so that nothing is late. */
    private static OffsetDateTime discovered(LocalDate lostOn, LedgerView view) {
        return lostOn.equals(view.today())
                ? view.now().withNano(0)
                : lostOn.atStartOfDay(Days.TOKYO).toOffsetDateTime();
    }

    private Stream<Duty> unreported(LedgerView view) {
        boolean live = view.isActive(Reports.LEDGER);
        return view.standing(Keys.LEDGER, Keys.LOST).stream()
                .filter(e -> !isReported(e.id(), e.fields(), view))
                .map(e -> dues.duty("lost:" + e.id(), e.fields().date(Keys.LOST_ON), e.fields().person(Keys.HOLDER),
                        live ? "duty.keyLost" : "duty.keyLost.absent", e.fields().text(Keys.KEY)));
    }

    /** A report names the key, or the key its report: one that is there, or a paper without chapter 6. */
    private static boolean isReported(String id, Fields key, LedgerView view) {
        String named = key.text(Keys.INCIDENT_REPORT);
        return named != null && !view.isActive(Reports.LEDGER)
                || Stream.concat(view.find(Reports.LEDGER, Reports.KEY, id).stream(),
                        Stream.ofNullable(named).flatMap(report -> view.entry(Reports.LEDGER, report).stream()))
                        .anyMatch(report -> isOf(key.date(Keys.LOST_ON), report));
    }

    /** What was found may be lost a second time: a report that was closed before is not of this loss. */
    private static boolean isOf(LocalDate lostOn, Entry report) {
        return !Reports.CLOSED.equals(report.state()) || !report.day().isBefore(lostOn);
    }
}
