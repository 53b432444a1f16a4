package org.daicho.chapter.incidents;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Fields;
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
        return List.of(dues("6-1(1)").source(this::unknownAssets), dues("6-2(3)②").source(this::contractor),
                step("6-2(3)①", "assets", f -> f.has(Report.ASSETS)),
                step("6-2(3)①", "agree", f -> f.has(Report.AGREED)),
                step("6-3", "inform", f -> f.has(Report.INFORMED)), step("6-3", "ward", f -> f.has(Report.WARD)),
                step("6-3", "close", f -> !f.has(Report.ASSETS) || !f.has(Report.AGREED) || !f.has(Report.INFORMED)
                        || !f.has(Report.WARD)));
    }

    /** A step that is due from the day on which the response began. */
    private DutySource step(String clause, String key, Predicate<Fields> done) {
        return dues(clause).source(view -> Report.all(view)
                .filter(r -> r.isIn(Report.RESPONDING) && !done.test(r.fields()))
                .map(r -> duty(key, r, clause, "duty." + key, Times.text(r.reportedAt()))));
    }

    /** The task for the maintenance contractor, with whom 様式6 names (6-2(3)②). */
    private Stream<Duty> contractor(LedgerView view) {
        return Report.all(view).filter(r -> Report.isUnauthorised(r.fields()) && !r.fields().has(Report.RESULT))
                .map(r -> r.fields().has(Report.ASKED_AT) ? result(r) : ask(r, Contacts.contractors(view)));
    }

    private Duty ask(Report report, List<String> names) {
        String reported = Times.text(report.reportedAt());
        return names.isEmpty()
                ? duty("contractor", report, "6-2(3)②", "duty.contractor.nobody", reported)
                : duty("contractor", report, "6-2(3)②", "duty.contractor", reported, String.join("、", names));
    }

    private Duty result(Report report) {
        return duty("result", report, "6-2(3)②", "duty.result", report.fields().text("contractor"),
                Times.text(report.fields().dateTime(Report.ASKED_AT)));
    }

    private Stream<Duty> unknownAssets(LedgerView view) {
        Registers registers = new Registers(view);
        return Report.all(view).flatMap(r -> {
            boolean keys = Report.KEYS.equals(r.fields().text(Report.OBJECT));
            boolean live = keys ? registers.hasKeys() : registers.hasInventory();
            return r.assets().stream().filter(name -> !registers.knows(name))
                    .map(name -> dues(Report.clause(r.fields().text(Report.OBJECT))).duty(
                            "asset:" + r.entry().id() + ":" + name, r.reportedOn(),
                            (keys ? "gap.key" : "gap.asset") + (live ? "" : ".absent"), name));
        });
    }

    private Duty duty(String key, Report report, String clause, String message, Object... args) {
        return dues(clause).duty(key + ":" + report.entry().id(), report.reportedOn(), message, args);
    }

    private Dues dues(String clause) {
        return new Dues(Report.LEDGER, clause, texts);
    }
}
