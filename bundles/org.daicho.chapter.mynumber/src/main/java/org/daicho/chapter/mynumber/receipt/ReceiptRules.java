package org.daicho.chapter.mynumber.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.chapter.mynumber.handler.HandlerCheck;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式8 must fulfil beside its definition: taken by a handler (8-1(1)①), shown the purpose in words that are
 * in use (8-2(10)), for a copy the No. of what it was made from (8-2(6)①); complete before it is checked.
 */
public final class ReceiptRules {

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT, Receipts.Step.COMPLETE);

    private final Rules rules;
    private final Acquisition acquisition;

    public ReceiptRules(Texts texts, Acquisition acquisition) {
        rules = new Rules(Receipts.LEDGER, texts);
        this.acquisition = acquisition;
    }

    public List<Rule> rules() {
        return List.of(HandlerCheck.rule(rules, "8-1(1)①", Rules.CONTENT, Receipts.RECEIVED_BY,
                change -> change.fields().date(Receipts.RECEIVED_ON)),
                rules.check("8-2(10)", CONTENT, this::notice),
                rules.rule("8-2(10)", CONTENT, Receipts.GROUND, "receipt.agent",
                        (change, view) -> change.fields().has(Receipts.AGENT)
                                && Receipts.Ground.PERSON.equals(change.fields().text(Receipts.GROUND))),
                rules.check("8-2(6)①", CONTENT, this::original),
                rules.check("8-2(2)", CONTENT, this::request),
                rules.check("8-2(9)", Set.of(Receipts.Step.CHECK), this::incomplete),
                rules.rule("8-2(5)④", Set.of(Ledger.CORRECT), "remarks", "receipt.ended",
                        ReceiptRules::undoesEnd));
    }

    /** The purpose is shown in words that the council uses on that day. */
    private List<Violation> notice(Change change, LedgerView view) {
        LocalDate shown = change.fields().date(Receipts.NOTICE_SHOWN_ON);
        String version = change.fields().text(Receipts.NOTICE_VERSION);
        List<Entry> notices = Notices.approved(view);
        return version == null || notices.isEmpty()
                || notices.stream().anyMatch(n -> Notices.is(n, version, shown))
                        ? List.of()
                        : List.of(rules.violation(Receipts.NOTICE_VERSION, "8-2(10)", "notice.unknown", version));
    }

    private List<Violation> original(Change change, LedgerView view) {
        String from = change.fields().text(Receipts.COPIED_FROM);
        return from != null && Receipt.numbered(from, view).isEmpty() && !Receipt.mayBeErased(from, view)
                ? List.of(rules.violation(Receipts.COPIED_FROM, "8-2(6)①", "receipt.unknown", from))
                : List.of();
    }

    private List<Violation> request(Change change, LedgerView view) {
        String request = change.fields().text(Receipts.REQUEST);
        return request != null && view.find(Requests.LEDGER, Requests.NUMBER, request).isEmpty()
                ? List.of(rules.violation(Receipts.REQUEST, "8-2(2)", "receipt.request", request))
                : List.of();
    }

    private List<Violation> incomplete(Change change, LedgerView view) {
        return acquisition.missing(change.fields()).stream()
                .map(m -> rules.violation(m.field(), m.clause(), m.message())).toList();
    }

    /** What was submitted or disposed of stays so; of such a row only the remarks are corrected, and the step itself. */
    private static boolean undoesEnd(Change change, LedgerView view) {
        return new Receipt(change.before()).isEnded() && Receipts.State.RECEIVED.equals(change.state());
    }
}
