package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Which requests for a My Number turned out not to be needed (8-2(2)): less is paid than the law's limit, or the year is
 * over and nothing came.
 */
final class RequestDuties {

    private static final String CLAUSE = "8-2(2)";

    private final Texts texts;
    private final LawData law;

    RequestDuties(Texts texts, LawData law) {
        this.texts = texts;
        this.law = law;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Requests.LEDGER, this::unneeded),
                new DutySource(CLAUSE, Requests.LEDGER, this::unanswered));
    }

    private List<Duty> unneeded(LocalDate from, LocalDate to, LedgerView view) {
        return open(view).stream().filter(e -> RequestRules.isUnneeded(e.fields(), law))
                .map(e -> duty("unneeded:", e, "duty.unneeded", Days.before(Days.of(e.at()))))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    /** The statement of a year's payments is made after the calendar year. */
    private List<Duty> unanswered(LocalDate from, LocalDate to, LedgerView view) {
        return open(view).stream()
                .filter(e -> view.find(Receipts.LEDGER, Receipts.REQUEST, e.fields().text(Requests.NUMBER)).isEmpty())
                .map(e -> duty("unanswered:", e, "duty.unanswered", LocalDate.of(e.day().getYear(), 12, 31)))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    private static List<Entry> open(LedgerView view) {
        return view.all(Requests.LEDGER).stream()
                .filter(e -> e.erased() == null && Requests.REQUESTED.equals(e.state())).toList();
    }

    private Duty duty(String key, Entry request, String message, LocalDate due) {
        return new Duty(key + request.id(), Requests.LEDGER, CLAUSE,
                texts.text(message, request.fields().text(Requests.NUMBER), request.fields().text(Requests.PAYEE)), due,
                request.fields().person(Requests.REQUESTED_BY));
    }
}
