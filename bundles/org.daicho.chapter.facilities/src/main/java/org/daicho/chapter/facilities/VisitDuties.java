package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
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
    private final boolean checks;

    VisitDuties(Texts texts, boolean checks) {
        this.texts = texts;
        this.checks = checks;
    }

    List<DutySource> sources() {
        Stream<DutySource> always = Stream.of(dues(Visits.LEDGER, CLAUSE).source(this::stillInside),
                dues(Appointments.LEDGER, CLAUSE).source(this::expected));
        Stream<DutySource> wanted = checks
                ? Stream.of(dues(VisitChecks.LEDGER, CLAUSE).source(this::unchecked))
                : Stream.empty();
        return Stream.concat(always, wanted).toList();
    }

    private List<Duty> stillInside(LocalDate from, LocalDate to, LedgerView view) {
        return view.between(Visits.LEDGER, from, to).stream()
                .filter(e -> !e.fields().has(Visits.LEFT_AT))
                .map(e -> dues(Visits.LEDGER, CLAUSE).duty("inside:" + e.id(), e.day(),
                        e.fields().person(Visits.ATTENDED_BY), "gap.inside", e.day().toString(),
                        e.fields().text(Visits.VISITOR)))
                .toList();
    }

    private List<Duty> expected(LocalDate from, LocalDate to, LedgerView view) {
        return view.standing(Appointments.LEDGER, Appointments.EXPECTED).stream()
                .filter(e -> Days.isWithin(e.day(), from, to) && !came(e, view))
                .map(e -> dues(Appointments.LEDGER, CLAUSE).duty("expected:" + e.id(), e.day(), "gap.expected",
                        e.day().toString(), e.fields().text(Appointments.AFFILIATION)))
                .toList();
    }

    private static boolean came(Entry appointment, LedgerView view) {
        return view.find(Visits.LEDGER, Visits.AFFILIATION, appointment.fields().text(Appointments.AFFILIATION))
                .stream().anyMatch(v -> v.day().equals(appointment.day()));
    }

    /** Each month that has visits and is over, until the manager looked at it; due by the end of the next. */
    private List<Duty> unchecked(LocalDate from, LocalDate to, LedgerView view) {
        YearMonth now = YearMonth.from(view.today());
        Set<String> done = view.standing(VisitChecks.LEDGER).stream().map(e -> e.fields().text(VisitChecks.MONTH))
                .collect(Collectors.toSet());
        return view.all(Visits.LEDGER).stream().map(e -> YearMonth.from(e.day())).distinct().sorted()
                .filter(month -> month.isBefore(now) && !done.contains(month.toString()))
                .map(month -> dues(VisitChecks.LEDGER, CLAUSE).duty("check:" + month,
                        month.plusMonths(1).atEndOfMonth(), "duty.visitCheck", month.toString()))
                .filter(d -> Days.isWithin(d.due(), from, to)).toList();
    }

    private Dues dues(String ledger, String clause) {
        return new Dues(ledger, clause, texts);
    }
}
