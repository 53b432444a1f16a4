package org.daicho.chapter.facilities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What 様式3 lacks: the time at which a visitor left, and visits that were expected (5-1(1)); where the council wants it,
 * also a monthly check, for which the procedure does not ask.
 */
final class VisitDuties {

    private static final String CLAUSE = "5-1(1)";

    private final Texts texts;
    private final Clock clock;
    private final boolean checks;

    VisitDuties(Texts texts, Clock clock, boolean checks) {
        this.texts = texts;
        this.clock = clock;
        this.checks = checks;
    }

    List<DutySource> sources() {
        Stream<DutySource> always = Stream.of(new DutySource(CLAUSE, Visits.LEDGER, this::stillInside),
                new DutySource(CLAUSE, Appointments.LEDGER, this::expected));
        Stream<DutySource> wanted = checks
                ? Stream.of(new DutySource(CLAUSE, VisitChecks.LEDGER, this::unchecked))
                : Stream.empty();
        return Stream.concat(always, wanted).toList();
    }

    private List<Duty> stillInside(LocalDate from, LocalDate to, LedgerView view) {
        return view.between(Visits.LEDGER, from, to).stream()
                .filter(e -> e.erased() == null && !e.fields().has(Visits.LEFT_AT))
                .map(e -> new Duty("inside:" + e.id(), Visits.LEDGER, CLAUSE,
                        texts.text("gap.inside", e.day().toString(), e.fields().text(Visits.VISITOR)), e.day(),
                        e.fields().person(Visits.ATTENDED_BY)))
                .toList();
    }

    private List<Duty> expected(LocalDate from, LocalDate to, LedgerView view) {
        return Days.standing(view, Appointments.LEDGER).filter(e -> Appointments.EXPECTED.equals(e.state()))
                .filter(e -> Days.isWithin(e.day(), from, to) && !came(e, view))
                .map(e -> new Duty("expected:" + e.id(), Appointments.LEDGER, CLAUSE,
                        texts.text("gap.expected", e.day().toString(), e.fields().text(Appointments.AFFILIATION)),
                        e.day(), null))
                .toList();
    }

    private static boolean came(Entry appointment, LedgerView view) {
        return view.find(Visits.LEDGER, Visits.AFFILIATION, appointment.fields().text(Appointments.AFFILIATION))
                .stream().anyMatch(v -> v.day().equals(appointment.day()));
    }

    /** Each month that has visits and is over, until the manager looked at it; due by the end of the next. */
    private List<Duty> unchecked(LocalDate from, LocalDate to, LedgerView view) {
        YearMonth now = YearMonth.now(clock);
        Set<String> done = Days.standing(view, VisitChecks.LEDGER).map(e -> e.fields().text(VisitChecks.MONTH))
                .collect(Collectors.toSet());
        return view.all(Visits.LEDGER).stream().map(e -> YearMonth.from(e.day())).distinct().sorted()
                .filter(month -> month.isBefore(now) && !done.contains(month.toString()))
                .map(month -> new Duty("check:" + month, VisitChecks.LEDGER, CLAUSE,
                        texts.text("duty.visitCheck", month.toString()), month.plusMonths(1).atEndOfMonth(), null))
                .filter(d -> Days.isWithin(d.due(), from, to)).toList();
    }
}
