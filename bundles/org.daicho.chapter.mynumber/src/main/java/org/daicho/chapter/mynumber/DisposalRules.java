package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DisposalMethod;
import org.daicho.ledger.spi.MediumKind;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Disposal as chapter 3 has it (8-2(7)): a method after which nothing can be restored, before a second person. The methods
 * are the ledger's, also where chapter 3 is absent; what chapters 3 and 4 approved for erasing is asked where they are
 * there.
 */
final class DisposalRules {

    private static final String CLAUSE = "8-2(7)";
    private static final String SOFTWARE = "media.erasure-software";
    private static final String INSTALLS = "systems.installs";

    private final Texts texts;

    DisposalRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        Set<String> dispose = Set.of(Receipts.Step.DISPOSE);
        return List.of(new Rule(CLAUSE, Receipts.LEDGER, dispose, this::restorable),
                new Rule(CLAUSE, Receipts.LEDGER, dispose, this::unapproved),
                new Rule(CLAUSE, Receipts.LEDGER, dispose,
                        (change, view) -> second(change, Receipts.WITNESS, Receipts.ENDED_BY, "dispose.witness")),
                new Rule("8-2(12)", Files.LEDGER, Set.of(Files.DELETE),
                        (change, view) -> second(change, Files.DELETION_CHECKED_BY, Files.DELETED_BY, "file.checker")),
                new Rule("8-2(3)", Files.LEDGER, Set.of(Files.CREATE, Files.DELETE), this::fileDays),
                new Rule("8-2(3)", Files.LEDGER, Set.of(Files.CREATE), (change, view) -> HandlerCheck.violations(
                        Files.CREATED_BY, "8-2(3)", change.fields().person(Files.CREATED_BY),
                        change.fields().date(Files.CREATED_ON), view, texts)));
    }

    private List<Violation> restorable(Change change, LedgerView view) {
        Fields fields = change.fields();
        String category = fields.text(Receipts.DISPOSAL_CATEGORY);
        DisposalMethod method = DisposalMethod.of(fields.text(Receipts.DISPOSAL_METHOD)).orElse(null);
        MediumKind kind = MediumKind.of(fields.text(Receipts.MEDIUM_KIND)).orElse(null);
        if (category == null || method == null) {
            return List.of();
        }
        boolean unerased = kind != null && !kind.isErasedBy(method);
        String unfit = !method.suits(category) ? category : unerased ? kind.label() : null;
        return unfit == null
                ? List.of()
                : List.of(new Violation(Receipts.DISPOSAL_METHOD, CLAUSE,
                        texts.text("dispose.unfit", unfit, method.label())));
    }

    private List<Violation> unapproved(Change change, LedgerView view) {
        Fields fields = change.fields();
        String software = fields.text(Receipts.SOFTWARE);
        if (!DisposalMethod.WIPED.label().equals(fields.text(Receipts.DISPOSAL_METHOD))) {
            return List.of();
        }
        if (software == null) {
            return List.of(new Violation(Receipts.SOFTWARE, CLAUSE, texts.text("dispose.software")));
        }
        LocalDate day = fields.date(Receipts.ENDED_ON);
        return !view.isActive(SOFTWARE) && !view.isActive(INSTALLS)
                || view.find(SOFTWARE, "name", software).stream().anyMatch(e -> wasApproved(e, "withdrawnOn", day))
                || view.find(INSTALLS, "software", software).stream()
                        .anyMatch(e -> e.fields().isTrue("erasesData") && wasApproved(e, "revokedOn", day))
                                ? List.of()
                                : List.of(new Violation(Receipts.SOFTWARE, CLAUSE,
                                        texts.text("dispose.unapproved", software)));
    }

    private static boolean wasApproved(Entry software, String ended, LocalDate day) {
        LocalDate from = software.fields().date("approvedOn");
        return software.erased() == null && from != null && !Days.isAfter(from, day)
                && !Days.isAfter(day, software.fields().date(ended));
    }

    private List<Violation> second(Change change, String other, String one, String message) {
        Person person = change.fields().person(other);
        return person != null && person.isSameAs(change.fields().person(one))
                ? List.of(new Violation(other, CLAUSE, texts.text(message)))
                : List.of();
    }

    private List<Violation> fileDays(Change change, LedgerView view) {
        List<Violation> violations = new ArrayList<>();
        String column = Files.CREATE.equals(change.action()) ? Files.CREATED_ON : Files.DELETED_ON;
        LocalDate day = change.fields().date(column);
        LocalDate approved = change.fields().date("approvedOn");
        if (Days.isAfter(day, change.today())) {
            violations.add(new Violation(column, "8-2(3)", texts.text("day.future")));
        }
        if (Days.isAfter(approved, day)) {
            violations.add(new Violation(column, "8-2(3)", texts.text("file.approved", approved.toString())));
        }
        return violations;
    }
}
