package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is due of sessions: the manager's approval (7-1(2)), the version of the procedure that was not taught yet
 * (7-1(1)②), the incidents since the last session (7-1(1)③), and what follows from incidents and big changes of work
 * (7-1(3)③).
 */
final class SessionDuties {

    private final Texts texts;
    private final int months;

    SessionDuties(Texts texts, int months) {
        this.texts = texts;
        this.months = months;
    }

    List<DutySource> sources() {
        return List.of(source("7-1(2)", Session.LEDGER, (to, view) -> unapproved(view)),
                source("7-1(1)②", Session.LEDGER, this::untaught),
                source("7-1(1)③", Session.LEDGER, (to, view) -> unlisted(view)),
                source("7-1(1)③", Session.LEDGER, this::undiscussed),
                source("7-1(3)③", Decision.LEDGER, (to, view) -> undecided(view)),
                source("7-1(3)③", Decision.LEDGER, (to, view) -> unheld(view)));
    }

    private Stream<Duty> unapproved(LedgerView view) {
        return Session.all(view).filter(e -> Session.HELD.equals(e.state()))
                .map(e -> new Duty("approve:" + e.id(), Session.LEDGER, "7-1(2)",
                        texts.text("duty.approve", Session.heldOn(e).toString()), Session.heldOn(e), null));
    }

    /** A new version is taught with the next periodic session at the latest. */
    private Stream<Duty> untaught(LocalDate to, LedgerView view) {
        return Neighbours.procedure(to, view).stream().filter(procedure -> Session.all(view)
                .noneMatch(e -> e.fields().isTrue(Session.PROCEDURE_TOPIC)
                        && procedure.fields().text("version").equals(e.fields().text(Session.PROCEDURE_VERSION))))
                .map(procedure -> {
                    LocalDate effectiveOn = Neighbours.effectiveOn(procedure);
                    return new Duty("taught:" + procedure.id(), Session.LEDGER, "7-1(1)②",
                            texts.text("duty.taught", procedure.fields().text("version"), effectiveOn.toString()),
                            effectiveOn.plusMonths(months), null);
                });
    }

    /** Without chapter 6 its reports are on paper; the manager who approves the session has looked there. */
    private Stream<Duty> unlisted(LedgerView view) {
        return view.isActive(Neighbours.REPORTS)
                ? Stream.empty()
                : Session.all(view).filter(e -> Session.HELD.equals(e.state()))
                        .map(e -> new Duty("reports:" + e.id(), Session.LEDGER, "7-1(1)③",
                                texts.text("duty.reports", Session.heldOn(e).toString()), Session.heldOn(e), null));
    }

    /** What a session has to discuss, by the time when the next periodic one is due. */
    private Stream<Duty> undiscussed(LocalDate to, LedgerView view) {
        Entry last = Session.lastBefore(to, null, view).orElse(null);
        List<Entry> incidents = Neighbours.incidents(last, to, view);
        if (incidents.isEmpty()) {
            return Stream.empty();
        }
        LocalDate since = last == null
                ? incidents.stream().map(Entry::day).min(LocalDate::compareTo).orElseThrow()
                : Session.heldOn(last);
        return Stream.of(new Duty("incidents:" + since, Session.LEDGER, "7-1(1)③",
                texts.text("duty.incidents", incidents.size(), Neighbours.days(incidents)), since.plusMonths(months),
                null));
    }

    private Stream<Duty> undecided(LedgerView view) {
        Stream<Duty> incidents = Neighbours.standing(Neighbours.REPORTS, view)
                .map(e -> ask(e, texts.text("duty.decideIncident", e.day().toString())));
        Stream<Duty> changes = Neighbours.bigChanges(view).map(
                e -> ask(e, texts.text("duty.decideChange", e.fields().text("document"), e.day().toString())));
        Stream<Duty> assets = Neighbours.changingAssets(view).map(
                e -> ask(e, texts.text("duty.decideAsset", e.fields().text("name"), e.day().toString())));
        Stream<Duty> asked = Decision.inState(Decision.OPEN, view)
                .map(e -> new Duty("decide:" + e.id(), Decision.LEDGER, "7-1(3)③",
                        texts.text("duty.decide", e.fields().text(Decision.CAUSE)), e.day(), null));
        return Stream.concat(Stream.of(incidents, changes, assets).flatMap(s -> s)
                .filter(d -> !Decision.isAsked(d.key().substring(d.key().indexOf(':') + 1), view)), asked);
    }

    private static Duty ask(Entry cause, Text title) {
        return new Duty("ask:" + cause.id(), Decision.LEDGER, "7-1(3)③", title, cause.day(), null);
    }

    private Stream<Duty> unheld(LedgerView view) {
        return Decision.inState(Decision.DECIDED, view).filter(e -> e.fields().isTrue(Decision.NEEDED))
                .filter(e -> Session.all(view).noneMatch(s -> e.id().equals(s.fields().text(Session.DECISION))))
                .map(e -> new Duty("hold:" + e.id(), Decision.LEDGER, "7-1(3)③",
                        texts.text("duty.hold", e.fields().text(Decision.CAUSE)), e.fields().date(Decision.DUE_ON),
                        null));
    }

    private static DutySource source(String clause, String ledger, Open open) {
        return new DutySource(clause, ledger,
                (from, to, view) -> open.duties(to, view).filter(d -> !d.due().isAfter(to)).toList());
    }

    /** Finds what is open. */
    @FunctionalInterface
    private interface Open {

        Stream<Duty> duties(LocalDate to, LedgerView view);
    }
}
