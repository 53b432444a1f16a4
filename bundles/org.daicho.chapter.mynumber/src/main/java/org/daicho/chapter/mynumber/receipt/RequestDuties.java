package org.daicho.chapter.mynumber.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.chapter.mynumber.request.RequestRules;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Which requests for a My Number turned out not to be needed (8-2(2)): less is paid than the law's limit, or the year is
 * over and nothing came.
 */
public final class RequestDuties {

    private static final String CLAUSE = "8-2(2)";

    private final Texts texts;
    private final LawData law;

    public RequestDuties(Texts texts, LawData law) {
        this.texts = texts;
        this.law = law;
    }

    public List<DutySource> sources() {
        return List.of(dues(Requests.LEDGER, CLAUSE).source(this::unneeded),
                dues(Requests.LEDGER, CLAUSE).source(this::unanswered));
    }

    private Stream<Duty> unneeded(LedgerView view) {
        return open(view).stream().filter(e -> RequestRules.isUnneeded(e.fields(), law))
                .map(e -> duty("unneeded:", e, "duty.unneeded", Days.before(Days.of(e.at()))));
    }

    /** The statement of a year's payments is made after the calendar year. */
    private Stream<Duty> unanswered(LedgerView view) {
        return open(view).stream()
                .filter(e -> view.find(Receipts.LEDGER, Receipts.REQUEST, e.fields().text(Requests.NUMBER)).isEmpty())
                .map(e -> duty("unanswered:", e, "duty.unanswered", LocalDate.of(e.day().getYear(), 12, 31)));
    }

    private static List<Entry> open(LedgerView view) {
        return view.standing(Requests.LEDGER, Requests.REQUESTED).stream().toList();
    }

    private Duty duty(String key, Entry request, String message, LocalDate due) {
        return dues(Requests.LEDGER, CLAUSE).duty(key + request.id(), due,
                request.fields().person(Requests.REQUESTED_BY), message, request.fields().text(Requests.NUMBER),
                request.fields().text(Requests.PAYEE));
    }

    private Dues dues(String ledger, String clause) {
        return new Dues(ledger, clause, texts);
    }
}
