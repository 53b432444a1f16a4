package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式8 must fulfil: taken by a handler (8-1(1)①), shown the purpose before (8-2(10)), for a copy the No. of
 * what it was made from (8-2(6)①); complete before it is checked.
 */
final class ReceiptRules {

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT, Receipts.Step.COMPLETE);

    private final Texts texts;
    private final Acquisition acquisition;

    ReceiptRules(Texts texts, Acquisition acquisition) {
        this.texts = texts;
        this.acquisition = acquisition;
    }

    List<Rule> rules() {
        return List.of(new Rule("8-2(5)④", Receipts.LEDGER, Set.of(Ledger.ENTER, Ledger.CORRECT), this::inFuture),
                new Rule("8-1(1)①", Receipts.LEDGER, Set.of(Ledger.ENTER, Ledger.CORRECT), this::receiver),
                new Rule("8-2(10)", Receipts.LEDGER, CONTENT, this::notice),
                new Rule("8-2(10)", Receipts.LEDGER, CONTENT, this::agent),
                new Rule("8-2(6)①", Receipts.LEDGER, CONTENT, this::original),
                new Rule("8-2(2)", Receipts.LEDGER, CONTENT, this::request),
                new Rule("8-2(9)", Receipts.LEDGER, Set.of(Receipts.Step.CHECK), this::incomplete),
                new Rule("8-2(5)④", Receipts.LEDGER, Set.of(Ledger.CORRECT), this::ended));
    }

    private List<Violation> inFuture(Change change, LedgerView view) {
        return Days.isAfter(change.fields().date(Receipts.RECEIVED_ON), change.today())
                ? List.of(new Violation(Receipts.RECEIVED_ON, "8-2(5)④", texts.text("day.future")))
                : List.of();
    }

    private List<Violation> receiver(Change change, LedgerView view) {
        return HandlerCheck.violations(Receipts.RECEIVED_BY, "8-1(1)①",
                change.fields().person(Receipts.RECEIVED_BY), change.fields().date(Receipts.RECEIVED_ON), view, texts);
    }

    /** The purpose is shown before anything is received, in words that the council uses on that day. */
    private List<Violation> notice(Change change, LedgerView view) {
        Fields fields = change.fields();
        LocalDate shown = fields.date(Receipts.NOTICE_SHOWN_ON);
        List<Violation> violations = new ArrayList<>();
        if (Days.isAfter(shown, fields.date(Receipts.RECEIVED_ON))) {
            violations.add(new Violation(Receipts.NOTICE_SHOWN_ON, "8-2(10)", texts.text("notice.late")));
        }
        String version = fields.text(Receipts.NOTICE_VERSION);
        List<Entry> notices = Notices.approved(view);
        if (version != null && !notices.isEmpty() && notices.stream().noneMatch(n -> Notices.is(n, version, shown))) {
            violations.add(new Violation(Receipts.NOTICE_VERSION, "8-2(10)", texts.text("notice.unknown", version)));
        }
        return violations;
    }

    private List<Violation> agent(Change change, LedgerView view) {
        Fields fields = change.fields();
        return fields.has(Receipts.AGENT) && Receipts.Ground.PERSON.equals(fields.text(Receipts.GROUND))
                ? List.of(new Violation(Receipts.GROUND, "8-2(10)", texts.text("receipt.agent")))
                : List.of();
    }

    private List<Violation> original(Change change, LedgerView view) {
        String from = change.fields().text(Receipts.COPIED_FROM);
        return from != null && Receipt.numbered(from, view).isEmpty() && !Receipt.mayBeErased(from, view)
                ? List.of(new Violation(Receipts.COPIED_FROM, "8-2(6)①", texts.text("receipt.unknown", from)))
                : List.of();
    }

    private List<Violation> request(Change change, LedgerView view) {
        String request = change.fields().text(Receipts.REQUEST);
        return request != null && view.find(Requests.LEDGER, Requests.NUMBER, request).isEmpty()
                ? List.of(new Violation(Receipts.REQUEST, "8-2(2)", texts.text("receipt.request", request)))
                : List.of();
    }

    private List<Violation> incomplete(Change change, LedgerView view) {
        return acquisition.missing(change.fields()).stream()
                .map(m -> new Violation(m.field(), m.clause(), texts.text(m.message()))).toList();
    }

    /** What was submitted or disposed of stays so; of such a row only the remarks are corrected, and the step itself. */
    private List<Violation> ended(Change change, LedgerView view) {
        return new Receipt(change.before()).isEnded() && Receipts.State.RECEIVED.equals(change.state())
                ? List.of(new Violation("remarks", "8-2(5)④", texts.text("receipt.ended")))
                : List.of();
    }
}
