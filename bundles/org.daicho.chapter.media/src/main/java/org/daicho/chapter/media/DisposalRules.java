package org.daicho.chapter.media;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.daicho.chapter.media.Disposals.Category;
import org.daicho.ledger.Ledger;
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
 * What a disposal must fulfil to be recorded (3-4): a method after which nothing can be restored, erasure software that
 * was approved, a witness, and the asset that the inventory knows.
 */
final class DisposalRules {

    /** What chapter 4 approves, where it is there; also for erasing. */
    private static final String INSTALLS = "systems.installs";

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts;

    DisposalRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(rule("3-4", this::inFuture), rule("3-4", this::restorable), rule("3-4(2)", this::unapproved),
                rule("3-4", this::unwitnessed), rule("3-4(2)", this::uncertified), rule("3-4", this::otherAsset));
    }

    /** Returns the clause under which a disposal stands. */
    static String clause(Fields disposal) {
        String category = disposal.text(Disposals.CATEGORY);
        if (category == null) {
            return "3-4";
        }
        return switch (category) {
        case Category.PAPER -> "3-4(1)";
        case Category.MEDIUM -> "3-4(2)";
        case Category.DATA -> "3-4(3)";
        default -> "4-8";
        };
    }

    private List<Violation> inFuture(Change change, LedgerView view) {
        return Days.isAfter(change.fields().date(Disposals.DISPOSED_ON), change.today())
                ? List.of(violation(change.fields(), Disposals.DISPOSED_ON, "dispose.future"))
                : List.of();
    }

    private List<Violation> restorable(Change change, LedgerView view) {
        Fields fields = change.fields();
        String category = fields.text(Disposals.CATEGORY);
        DisposalMethod method = DisposalMethod.of(fields.text(Disposals.METHOD)).orElse(null);
        MediumKind kind = MediumKind.of(fields.text(Disposals.MEDIUM_KIND)).orElse(null);
        if (category == null || method == null) {
            return List.of();
        }
        if (!method.suits(category)) {
            return List.of(violation(fields, Disposals.METHOD, "dispose.unfit", category, method.label()));
        }
        return kind != null && !kind.isErasedBy(method)
                ? List.of(violation(fields, Disposals.METHOD, "dispose.unfit", kind.label(), method.label()))
                : List.of();
    }

    private List<Violation> unapproved(Change change, LedgerView view) {
        Fields fields = change.fields();
        if (!DisposalMethod.WIPED.label().equals(fields.text(Disposals.METHOD))) {
            return List.of();
        }
        String software = fields.text(Disposals.SOFTWARE);
        if (software == null) {
            return List.of(new Violation(Disposals.SOFTWARE, "3-4(2)", texts.text("dispose.software")));
        }
        LocalDate day = fields.date(Disposals.DISPOSED_ON);
        return view.find(ErasureSoftware.LEDGER, ErasureSoftware.NAME, software).stream()
                .anyMatch(e -> wasApproved(e, ErasureSoftware.WITHDRAWN_ON, day))
                || view.find(INSTALLS, "software", software).stream()
                        .anyMatch(e -> e.fields().isTrue("erasesData") && wasApproved(e, "revokedOn", day))
                                ? List.of()
                                : List.of(new Violation(Disposals.SOFTWARE, "3-4(2)",
                                        texts.text("dispose.unapproved", software)));
    }

    private static boolean wasApproved(Entry software, String ended, LocalDate day) {
        LocalDate from = software.fields().date(ErasureSoftware.APPROVED_ON);
        LocalDate to = software.fields().date(ended);
        return software.erased() == null && from != null && !Days.isAfter(from, day) && !Days.isAfter(day, to);
    }

    private List<Violation> unwitnessed(Change change, LedgerView view) {
        Person witness = change.fields().person(Disposals.WITNESS);
        return witness != null && witness.isSameAs(change.fields().person(Disposals.DISPOSED_BY))
                ? List.of(violation(change.fields(), Disposals.WITNESS, "dispose.witness"))
                : List.of();
    }

    private List<Violation> uncertified(Change change, LedgerView view) {
        return change.fields().has(Disposals.CONTRACTOR) && !change.fields().has(Disposals.CERTIFICATE)
                ? List.of(new Violation(Disposals.CERTIFICATE, "3-4(2)", texts.text("dispose.certificate")))
                : List.of();
    }

    /** Where the inventory knows the asset, the record has to mean that one and no other. */
    private List<Violation> otherAsset(Change change, LedgerView view) {
        Fields fields = change.fields();
        Register register = new Register(view);
        if (!register.isLive()) {
            return List.of();
        }
        Long number = fields.integer(Disposals.ASSET_NUMBER);
        String name = fields.text(Disposals.ASSET);
        List<Entry> meant = number == null ? register.everNamed(name) : register.numbered(number);
        List<Violation> violations = new ArrayList<>();
        if (number == null && meant.size() > 1) {
            violations.add(violation(fields, Disposals.ASSET_NUMBER, "dispose.several", name));
        } else if (number != null && meant.stream().noneMatch(
                e -> Locations.key(Register.name(e)).equals(Locations.key(name)))) {
            violations.add(violation(fields, Disposals.ASSET_NUMBER, "dispose.number", name, number.toString()));
        } else if (!meant.isEmpty() && meant.stream()
                .noneMatch(e -> Objects.equals(Register.category(e), fields.text(Disposals.CATEGORY)))) {
            violations.add(violation(fields, Disposals.CATEGORY, "dispose.category", name,
                    Register.category(meant.get(0))));
        }
        return violations;
    }

    private Violation violation(Fields fields, String field, String message, Object... args) {
        return new Violation(field, clause(fields), texts.text(message, args));
    }

    private static Rule rule(String clause, Rule.Check check) {
        return new Rule(clause, Disposals.LEDGER, CONTENT, check);
    }
}
