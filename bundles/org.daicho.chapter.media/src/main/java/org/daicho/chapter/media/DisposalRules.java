package org.daicho.chapter.media;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.daicho.chapter.media.Disposals.Category;
import org.daicho.chapter.media.Reliances.Installs;
import org.daicho.disposal.DisposalMethod;
import org.daicho.disposal.DisposalWords;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
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

    private final Rules rules;

    DisposalRules(Texts texts) {
        rules = new Rules(Disposals.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(content("3-4", this::inFuture), content("3-4", this::restorable),
                content("3-4(2)", this::unapproved), content("3-4", this::unwitnessed),
                content("3-4", this::otherAsset));
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
        String method = fields.text(Disposals.METHOD);
        return DisposalWords.unfit(fields.text(Disposals.CATEGORY), method, fields.text(Disposals.MEDIUM_KIND))
                .map(unfit -> violation(fields, Disposals.METHOD, "dispose.unfit", unfit, method)).stream().toList();
    }

    private List<Violation> unapproved(Change change, LedgerView view) {
        Fields fields = change.fields();
        String software = fields.text(Disposals.SOFTWARE);
        if (software == null || !DisposalMethod.WIPED.label().equals(fields.text(Disposals.METHOD))) {
            return List.of();
        }
        LocalDate day = fields.date(Disposals.DISPOSED_ON);
        return view.find(ErasureSoftware.LEDGER, ErasureSoftware.NAME, software).stream().map(Entry::fields)
                .anyMatch(f -> wasApproved(f.date(ErasureSoftware.APPROVED_ON), f.date(ErasureSoftware.WITHDRAWN_ON),
                        day))
                || view.find(Installs.LEDGER, Installs.SOFTWARE, software).stream().map(Entry::fields)
                        .anyMatch(f -> f.isTrue(Installs.ERASES_DATA)
                                && wasApproved(f.date(Installs.APPROVED_ON), f.date(Installs.REVOKED_ON), day))
                                        ? List.of()
                                        : List.of(rules.violation(Disposals.SOFTWARE, "3-4(2)", "dispose.unapproved",
                                                software));
    }

    private static boolean wasApproved(LocalDate from, LocalDate to, LocalDate day) {
        return from != null && !Days.isAfter(from, day) && !Days.isAfter(day, to);
    }

    private List<Violation> unwitnessed(Change change, LedgerView view) {
        Person witness = change.fields().person(Disposals.WITNESS);
        return witness != null && witness.isSameAs(change.fields().person(Disposals.DISPOSED_BY))
                ? List.of(violation(change.fields(), Disposals.WITNESS, "dispose.witness"))
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
        List<Entry> meant = register.meant(number, name);
        if (number == null && meant.size() > 1) {
            return List.of(violation(fields, Disposals.ASSET_NUMBER, "dispose.several", name));
        }
        if (number != null && meant.stream().noneMatch(e -> Names.areSame(Register.name(e), name))) {
            return List.of(violation(fields, Disposals.ASSET_NUMBER, "dispose.number", name, number.toString()));
        }
        return meant.isEmpty() || meant.stream()
                .anyMatch(e -> Objects.equals(Register.category(e), fields.text(Disposals.CATEGORY)))
                        ? List.of()
                        : List.of(violation(fields, Disposals.CATEGORY, "dispose.category", name,
                                Register.category(meant.get(0))));
    }

    /** A disposal is wrong under the clause of its category. */
    private Violation violation(Fields fields, String field, String message, Object... args) {
        return rules.violation(field, clause(fields), message, args);
    }

    private Rule content(String clause, Rule.Check check) {
        return rules.check(clause, Rules.CONTENT, check);
    }
}
