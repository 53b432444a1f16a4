package org.daicho.chapter.mynumber.copy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.receipt.Receipt;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.DeedRules;
import org.daicho.chapter.mynumber.use.OpenReceipts;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式10 must fulfil, copy or transport: a handler did it (8-2(6)②) with what stands open in 様式8, and a
 * copy gets a No. of its own or is disposed of in its row (8-2(6)①).
 */
public final class CopyRules {

    private static final Set<String> OUTCOME = Set.of(Ledger.ENTER, Ledger.CORRECT, Copies.SETTLE);

    private final DeedRules deeds;
    private final Rules rules;

    public CopyRules(Texts texts) {
        rules = new Rules(Copies.LEDGER, texts);
        deeds = new DeedRules(rules, Copies.COPIED_AT, Copies.OPERATOR, "8-2(6)②");
    }

    public List<Rule> rules() {
        List<Rule> own = List.of(rules.check("8-2(6)①", OUTCOME, this::ownNumber),
                rules.check("8-2(6)①", Set.of(Receipts.Step.CHECK), this::unsettled));
        return Stream.concat(deeds.rules().stream(), own.stream()).toList();
    }

    static boolean isCopy(Fields row) {
        return Copies.COPY.equals(row.text(Copies.KIND));
    }

    public static OffsetDateTime at(Fields row) {
        return row.dateTime(Copies.COPIED_AT);
    }

    /** Tells whether it is known what became of a copy. */
    public static boolean isSettled(Fields row) {
        return !isCopy(row) || row.has(Copies.COPY_RECEIPT) || row.has(Copies.COPY_DISPOSED_ON);
    }

    private List<Violation> ownNumber(Change change, LedgerView view) {
        Fields row = change.fields();
        String number = row.text(Copies.COPY_RECEIPT);
        if (number == null) {
            return List.of();
        }
        boolean source = OpenReceipts.of(row, at(row), view).filter(r -> number.equals(r.number())).isPresent();
        return source || Receipt.numbered(number, view).isEmpty() && !Receipt.mayBeErased(number, view)
                ? List.of(rules.violation(Copies.COPY_RECEIPT, "8-2(6)①", "copy.number", number))
                : List.of();
    }

    private List<Violation> unsettled(Change change, LedgerView view) {
        return isSettled(change.fields())
                ? List.of()
                : List.of(rules.violation(Copies.COPY_RECEIPT, "8-2(6)①", "copy.unsettled"));
    }
}
