package org.daicho.chapter.mynumber.ending;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.chapter.mynumber.handler.HandlerCheck;
import org.daicho.chapter.mynumber.neighbour.Reliances.ErasureSoftware;
import org.daicho.chapter.mynumber.neighbour.Reliances.Installs;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.disposal.DisposalMethod;
import org.daicho.disposal.DisposalWords;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Disposal as chapter 3 has it (8-2(7)): a method after which nothing can be restored; that a second person sees it, the
 * definition asks. The methods are the ledger's, also where chapter 3 is absent; what chapters 3 and 4 approved for
 * erasing is asked where they are there.
 */
public final class DisposalRules {

    private static final String CLAUSE = "8-2(7)";
    private static final Set<String> DISPOSING = Set.of(Receipts.Step.DISPOSE);

    private final Rules receipts;
    private final Rules files;

    public DisposalRules(Texts texts) {
        receipts = new Rules(Receipts.LEDGER, texts);
        files = new Rules(Files.LEDGER, texts);
    }

    public List<Rule> rules() {
        return List.of(receipts.check(CLAUSE, DISPOSING, this::restorable),
                receipts.check(CLAUSE, DISPOSING, this::unapproved),
                HandlerCheck.rule(files, "8-2(3)", Set.of(Files.CREATE), Files.CREATED_BY,
                        change -> change.fields().date(Files.CREATED_ON)));
    }

    private List<Violation> restorable(Change change, LedgerView view) {
        Fields fields = change.fields();
        String method = fields.text(Receipts.DISPOSAL_METHOD);
        return DisposalWords.unfit(fields.text(Receipts.DISPOSAL_CATEGORY), method, fields.text(Receipts.MEDIUM_KIND))
                .map(unfit -> receipts.violation(Receipts.DISPOSAL_METHOD, CLAUSE, "dispose.unfit", unfit, method))
                .stream().toList();
    }

    private List<Violation> unapproved(Change change, LedgerView view) {
        Fields fields = change.fields();
        String software = fields.text(Receipts.SOFTWARE);
        return software == null || !DisposalMethod.WIPED.label().equals(fields.text(Receipts.DISPOSAL_METHOD))
                || isApproved(software, fields.date(Receipts.ENDED_ON), view)
                        ? List.of()
                        : List.of(receipts.violation(Receipts.SOFTWARE, CLAUSE, "dispose.unapproved", software));
    }

    /** Where neither chapter 3 nor chapter 4 is there, approvals are on paper. */
    private static boolean isApproved(String software, LocalDate day, LedgerView view) {
        return !view.isActive(ErasureSoftware.LEDGER) && !view.isActive(Installs.LEDGER)
                || view.find(ErasureSoftware.LEDGER, ErasureSoftware.NAME, software).stream().map(Entry::fields)
                        .anyMatch(f -> holds(f.date(ErasureSoftware.APPROVED_ON),
                                f.date(ErasureSoftware.WITHDRAWN_ON), day))
                || view.find(Installs.LEDGER, Installs.SOFTWARE, software).stream().map(Entry::fields)
                        .anyMatch(f -> f.isTrue(Installs.ERASES_DATA)
                                && holds(f.date(Installs.APPROVED_ON), f.date(Installs.REVOKED_ON), day));
    }

    private static boolean holds(LocalDate from, LocalDate to, LocalDate day) {
        return from != null && !Days.isAfter(from, day) && !Days.isAfter(day, to);
    }
}
