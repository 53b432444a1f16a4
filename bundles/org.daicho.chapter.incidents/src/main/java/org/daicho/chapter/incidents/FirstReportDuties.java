package org.daicho.chapter.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * A first report is made promptly, and somebody answers it: as long as nobody does, the next in the order of 様式6 is
 * called (6-2(2)). The texts tell nothing of what happened or who is reported.
 */
final class FirstReportDuties {

    private static final String CLAUSE = "6-2(2)";

    private final Texts texts;
    private final Clock clock;
    private final Limits limits;

    FirstReportDuties(Texts texts, Clock clock, Limits limits) {
        this.texts = texts;
        this.clock = clock;
        this.limits = limits;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Report.LEDGER, this::unanswered),
                new DutySource(CLAUSE, Report.LEDGER, this::late));
    }

    private List<Duty> unanswered(LocalDate from, LocalDate to, LedgerView view) {
        return Report.all(view).filter(r -> r.isIn(Report.REPORTED) && !r.reportedOn().isAfter(to))
                .map(r -> call(r, view)).toList();
    }

    private Duty call(Report report, LedgerView view) {
        List<Entry> contacts = Contacts.of(Contacts.INTERNAL, view).stream()
                .filter(c -> !isReported(c, report.reportedPerson())).toList();
        String reported = Days.text(report.reportedAt());
        String minutes = String.valueOf(report.minutesToReport());
        if (contacts.isEmpty()) {
            return duty("respond:" + report.entry().id(), report, null,
                    texts.text("duty.respond.nobody", reported, minutes));
        }
        long waited = Math.max(0, Duration.between(report.reportedAt().toInstant(), clock.instant()).toMinutes());
        Entry next = contacts.get((int) Math.min(contacts.size() - 1, waited / limits.answerMinutes()));
        String order = next.fields().integer(Contacts.ORDER).toString();
        return duty("respond:" + report.entry().id() + ":" + order, report, next.fields().person(Contacts.PERSON),
                texts.text("duty.respond", reported, minutes, order, next.fields().text(Contacts.NAME),
                        next.fields().text(Contacts.CONTACT)));
    }

    private static boolean isReported(Entry contact, Person reported) {
        return reported != null && (reported.isSameAs(contact.fields().person(Contacts.PERSON))
                || reported.name().equals(contact.fields().text(Contacts.NAME)));
    }

    private List<Duty> late(LocalDate from, LocalDate to, LedgerView view) {
        return Report.all(view)
                .filter(r -> r.minutesToReport() > limits.reportMinutes() && !r.fields().has(Report.DELAY_REASON)
                        && !r.reportedOn().isAfter(to))
                .map(r -> duty("late:" + r.entry().id(), r, r.discoverer(), texts.text("duty.late",
                        Days.text(r.discoveredAt()), Days.text(r.reportedAt()), String.valueOf(r.minutesToReport()))))
                .toList();
    }

    private static Duty duty(String key, Report report, Person who, org.daicho.ledger.value.Text text) {
        return new Duty(key, Report.LEDGER, CLAUSE, text, report.reportedOn(), who);
    }
}
