package org.daicho.chapter.incidents;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Dues;
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

    private final Dues dues;
    private final Limits limits;

    FirstReportDuties(Texts texts, Limits limits) {
        dues = new Dues(Report.LEDGER, CLAUSE, texts);
        this.limits = limits;
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::unanswered), dues.source(this::late));
    }

    private Stream<Duty> unanswered(LedgerView view) {
        return Report.all(view).filter(r -> r.isIn(Report.REPORTED)).map(r -> call(r, view));
    }

    private Duty call(Report report, LedgerView view) {
        List<Entry> contacts = Contacts.of(Contacts.INTERNAL, view).stream()
                .filter(c -> !isReported(c, report.reportedPerson())).toList();
        String reported = Times.text(report.reportedAt());
        String minutes = String.valueOf(report.minutesToReport());
        if (contacts.isEmpty()) {
            return dues.duty("respond:" + report.entry().id(), report.reportedOn(), "duty.respond.nobody", reported,
                    minutes);
        }
        long waited = Math.max(0, Duration.between(report.reportedAt(), view.now()).toMinutes());
        Entry next = contacts.get((int) Math.min(contacts.size() - 1, waited / limits.answerMinutes()));
        String order = next.fields().integer(Contacts.ORDER).toString();
        return dues.duty("respond:" + report.entry().id() + ":" + order, report.reportedOn(),
                next.fields().person(Contacts.PERSON), "duty.respond", reported, minutes, order,
                next.fields().text(Contacts.NAME), next.fields().text(Contacts.CONTACT));
    }

    private static boolean isReported(Entry contact, Person reported) {
        return reported != null && (reported.isSameAs(contact.fields().person(Contacts.PERSON))
                || reported.name().equals(contact.fields().text(Contacts.NAME)));
    }

    private Stream<Duty> late(LedgerView view) {
        return Report.all(view)
                .filter(r -> r.minutesToReport() > limits.reportMinutes() && !r.fields().has(Report.DELAY_REASON))
                .map(r -> dues.duty("late:" + r.entry().id(), r.reportedOn(), r.discoverer(), "duty.late",
                        Times.text(r.discoveredAt()), Times.text(r.reportedAt()),
                        String.valueOf(r.minutesToReport())));
    }
}
