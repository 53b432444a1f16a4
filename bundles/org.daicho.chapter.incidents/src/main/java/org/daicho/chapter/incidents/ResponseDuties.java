package org.daicho.chapter.incidents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is left to do about an incident until it is closed (6-2(3), 6-3), and what it names that no register knows (6-1).
 */
final class ResponseDuties {

    private final Texts texts;

    ResponseDuties(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(new DutySource("6-1(1)", Report.LEDGER, this::unknownAssets),
                new DutySource("6-2(3)②", Report.LEDGER, this::contractor),
                step("6-2(3)①", "assets", f -> f.has(Report.ASSETS)),
                step("6-2(3)①", "agree", f -> f.has(Report.AGREED)),
                step("6-3", "inform", f -> f.has(Report.INFORMED)), step("6-3", "ward", f -> f.has(Report.WARD)),
                step("6-3", "close", f -> !f.has(Report.ASSETS) || !f.has(Report.AGREED) || !f.has(Report.INFORMED)
                        || !f.has(Report.WARD)));
    }

    /** A step that is due from the day on which the response began. */
    private DutySource step(String clause, String key, Predicate<Fields> done) {
        return new DutySource(clause, Report.LEDGER, (from, to, view) -> Report.all(view)
                .filter(r -> r.isIn(Report.RESPONDING) && !done.test(r.fields()) && !r.reportedOn().isAfter(to))
                .map(r -> duty(key, r, clause, texts.text("duty." + key, Days.text(r.reportedAt())))).toList());
    }

    /** The task for the maintenance contractor, with whom 様式6 names (6-2(3)②). */
    private List<Duty> contractor(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> duties = new ArrayList<>();
        Report.all(view).filter(r -> Report.isUnauthorised(r.fields()) && !r.reportedOn().isAfter(to)).forEach(r -> {
            if (!r.fields().has(Report.ASKED_AT)) {
                List<String> names = Contacts.contractors(view);
                duties.add(duty("contractor", r, "6-2(3)②", names.isEmpty()
                        ? texts.text("duty.contractor.nobody", Days.text(r.reportedAt()))
                        : texts.text("duty.contractor", Days.text(r.reportedAt()), String.join("、", names))));
            } else if (!r.fields().has(Report.RESULT)) {
                duties.add(duty("result", r, "6-2(3)②", texts.text("duty.result",
                        r.fields().text("contractor"), Days.text(r.fields().dateTime(Report.ASKED_AT)))));
            }
        });
        return duties;
    }

    private List<Duty> unknownAssets(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> duties = new ArrayList<>();
        Report.all(view).filter(r -> !r.reportedOn().isAfter(to)).forEach(r -> {
            boolean keys = Report.KEYS.equals(r.fields().text(Report.OBJECT));
            Registers registers = new Registers(view);
            boolean live = keys ? registers.hasKeys() : registers.hasInventory();
            r.assets().stream().filter(name -> !registers.knows(name)).forEach(name -> duties.add(new Duty(
                    "asset:" + r.entry().id() + ":" + name, Report.LEDGER,
                    Report.clause(r.fields().text(Report.OBJECT)),
                    texts.text((keys ? "gap.key" : "gap.asset") + (live ? "" : ".absent"), name), r.reportedOn(),
                    null)));
        });
        return duties;
    }

    private static Duty duty(String key, Report report, String clause, Text text) {
        return new Duty(key + ":" + report.entry().id(), Report.LEDGER, clause, text, report.reportedOn(), null);
    }
}
