package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.training.Reliances.Documents;
import org.daicho.chapter.training.Reliances.Inventory;
import org.daicho.chapter.training.Reliances.Reviews;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is due of sessions: the manager's approval (7-1(2)), the version of the procedure that was not taught yet
 * (7-1(1)②), the incidents since the last session (7-1(1)③), and what follows from incidents and big changes of work
 * (7-1(3)③).
 */
final class SessionDuties {

    private final Dues approvals;
    private final Dues versions;
    private final Dues incidents;
    private final Dues decisions;
    private final int months;

    SessionDuties(Texts texts, int months) {
        approvals = new Dues(Session.LEDGER, "7-1(2)", texts);
        versions = new Dues(Session.LEDGER, "7-1(1)②", texts);
        incidents = new Dues(Session.LEDGER, "7-1(1)③", texts);
        decisions = new Dues(Decision.LEDGER, "7-1(3)③", texts);
        this.months = months;
    }

    List<DutySource> sources() {
        return List.of(approvals.source(this::unapproved), versions.source(this::untaught),
                incidents.source(this::unlisted), incidents.source(this::undiscussed),
                decisions.source(this::undecided), decisions.source(this::unheld));
    }

    private Stream<Duty> unapproved(LedgerView view) {
        return Session.all(view).filter(e -> Session.HELD.equals(e.state())).map(e -> approvals
                .duty("approve:" + e.id(), Session.heldOn(e), "duty.approve", Session.heldOn(e).toString()));
    }

    /** A new version is taught with the next periodic session at the latest. */
    private List<Duty> untaught(LocalDate from, LocalDate to, LedgerView view) {
        return Neighbours.procedure(to, view).stream().filter(procedure -> Session.all(view)
                .noneMatch(e -> e.fields().isTrue(Session.PROCEDURE_TOPIC) && procedure.fields()
                        .text(Documents.VERSION).equals(e.fields().text(Session.PROCEDURE_VERSION))))
                .map(procedure -> {
                    LocalDate effectiveOn = Neighbours.effectiveOn(procedure);
                    return versions.duty("taught:" + procedure.id(), effectiveOn.plusMonths(months), "duty.taught",
                            procedure.fields().text(Documents.VERSION), effectiveOn.toString());
                }).toList();
    }

    /** Without chapter 6 its reports are on paper; the manager who approves the session has looked there. */
    private Stream<Duty> unlisted(LedgerView view) {
        return view.isActive(Reliances.REPORTS)
                ? Stream.empty()
                : Session.all(view).filter(e -> Session.HELD.equals(e.state()))
                        .map(e -> incidents.duty("reports:" + e.id(), Session.heldOn(e), "duty.reports",
                                Session.heldOn(e).toString()));
    }

    /** What a session has to discuss, by the time when the next periodic one is due. */
    private List<Duty> undiscussed(LocalDate from, LocalDate to, LedgerView view) {
        Entry last = Session.lastBefore(to, null, view).orElse(null);
        List<Entry> open = Neighbours.incidents(last, to, view);
        if (open.isEmpty()) {
            return List.of();
        }
        LocalDate since = last == null
                ? open.stream().map(Entry::day).min(LocalDate::compareTo).orElseThrow()
                : Session.heldOn(last);
        return List.of(incidents.duty("incidents:" + since, since.plusMonths(months), "duty.incidents", open.size(),
                Neighbours.days(open)));
    }

    private Stream<Duty> undecided(LedgerView view) {
        Stream<Duty> reports = view.standing(Reliances.REPORTS).stream().filter(e -> !Decision.isAsked(e.id(), view))
                .map(e -> ask(e, "duty.decideIncident", e.day().toString()));
        Stream<Duty> changes = Neighbours.bigChanges(Reviews.LEDGER, view)
                .filter(e -> !Decision.isAsked(e.id(), view))
                .map(e -> ask(e, "duty.decideChange", e.fields().text(Reviews.DOCUMENT), e.day().toString()));
        Stream<Duty> assets = Neighbours.bigChanges(Inventory.LEDGER, view)
                .filter(e -> !Decision.isAsked(e.id(), view))
                .map(e -> ask(e, "duty.decideAsset", e.fields().text(Inventory.NAME), e.day().toString()));
        Stream<Duty> asked = view.standing(Decision.LEDGER, Decision.OPEN).stream()
                .map(e -> decisions.duty("decide:" + e.id(), e.day(), "duty.decide",
                        e.fields().text(Decision.CAUSE)));
        return Stream.of(reports, changes, assets, asked).flatMap(s -> s);
    }

    private Duty ask(Entry cause, String message, Object... args) {
        return decisions.duty("ask:" + cause.id(), cause.day(), message, args);
    }

    private Stream<Duty> unheld(LedgerView view) {
        return view.standing(Decision.LEDGER, Decision.DECIDED).stream()
                .filter(e -> e.fields().isTrue(Decision.NEEDED))
                .filter(e -> Session.all(view).noneMatch(s -> e.id().equals(s.fields().text(Session.DECISION))))
                .map(e -> decisions.duty("hold:" + e.id(), e.fields().date(Decision.DUE_ON), "duty.hold",
                        e.fields().text(Decision.CAUSE)));
    }
}
