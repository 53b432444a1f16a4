package org.daicho.chapter.mynumber.use;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.daicho.chapter.mynumber.receipt.Access;
import org.daicho.chapter.mynumber.receipt.Receipt;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * That what is used, copied or carried stands open in 様式8 (8-2(5)④): received before, checked by a second person
 * (8-2(12)), not yet submitted or disposed of; and that whoever does it has the right to that item (8-2(5)②).
 */
public final class OpenReceipts {

    private static final String CLAUSE = "8-2(5)④";

    private final Rules rules;

    OpenReceipts(Rules rules) {
        this.rules = rules;
    }

    /**
     * Looks at a row of 様式9 or 様式10.
     *
     * @param change the row to be
     * @param at     when it happened
     * @param person who did it
     * @return what is broken
     */
    List<Violation> violations(Change change, OffsetDateTime at, Person person, LedgerView view) {
        String number = change.fields().text(Uses.RECEIPT_NUMBER);
        List<Receipt> found = number == null
                ? Receipt.named(change.fields().text(Uses.DOCUMENT), Days.of(at), view)
                : Receipt.numbered(number, view).stream().toList();
        if (found.isEmpty()) {
            return List.of(number == null
                    ? violation("open.none", change.fields().text(Uses.DOCUMENT))
                    : violation("open.unknown", number));
        }
        if (found.size() > 1) {
            return List.of(violation("open.several", found.stream().map(Receipt::number)
                    .collect(Collectors.joining(", "))));
        }
        return violations(change, found.get(0), at, person, view);
    }

    private List<Violation> violations(Change change, Receipt receipt, OffsetDateTime at, Person person,
            LedgerView view) {
        if (at == null) {
            return List.of();
        }
        if (Days.isAfter(receipt.fields().date(Receipts.RECEIVED_ON), Days.of(at))) {
            return List.of(violation("open.before", receipt.number(), receipt.fields().text(Receipts.RECEIVED_ON)));
        }
        if (!receipt.isBeforeEnd(at, view)) {
            return List.of(violation("open.after", receipt.number(), receipt.fields().text(Receipts.ENDED_ON)));
        }
        if (receipt.isPending() && !isUnchanged(change)) {
            return List.of(rules.violation(Uses.RECEIPT_NUMBER, "8-2(12)", "open.pending", receipt.number()));
        }
        return receipt.isSettable() && !Access.has(person, receipt.number(), Days.of(at), view)
                ? List.of(rules.violation(Uses.RECEIPT_NUMBER, "8-2(5)②", "open.right", receipt.number(),
                        person == null ? "" : person.name()))
                : List.of();
    }

    /** A correction of something else does not use it again. */
    private static boolean isUnchanged(Change change) {
        return change.before() != null && Objects.equals(change.before().fields().text(Uses.RECEIPT_NUMBER),
                change.fields().text(Uses.RECEIPT_NUMBER));
    }

    /** Finds the receipt that a row of 様式9 or 様式10 is about. */
    public static Optional<Receipt> of(Fields row, OffsetDateTime at, LedgerView view) {
        if (row.has(Uses.RECEIPT_NUMBER)) {
            return Receipt.numbered(row.text(Uses.RECEIPT_NUMBER), view);
        }
        List<Receipt> named = Receipt.named(row.text(Uses.DOCUMENT), Days.of(at), view);
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private Violation violation(String message, Object... args) {
        return rules.violation(Uses.RECEIPT_NUMBER, CLAUSE, message, args);
    }
}
