package org.daicho.chapter.council.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What the register of members and staff must fulfil (1-2(1)): above all that never two persons are the responsible
 * manager at a time, also where two callers write at once, as the whole register is read (1-3).
 */
public final class MemberRules {

    /** The confirmation code to leave the council without a responsible manager, such as after a death. */
    public static final String NO_SUCCESSOR = "no-successor";

    private static final Set<String> ALL = Set.of("enter", "correct", Member.LEAVE);

    private final Texts texts;
    private final Rules rules;

    public MemberRules(Texts texts) {
        this.texts = texts;
        rules = new Rules(Member.LEDGER, texts);
    }

    public List<Rule> rules() {
        return List.of(
                rules.rule("1-2(1)", Rules.CONTENT, Member.KIND, "member.kind", MemberRules::isMisplaced),
                rules.rule("1-2(1)", ALL, Member.PERSON, "member.twice", MemberRules::isThereTwice),
                rules.rule("1-3", ALL, Member.POSITION, "member.deputy", MemberRules::isByDeputy),
                rules.check("1-3", ALL, this::secondManager),
                rules.check("1-3", ALL, this::noManager));
    }

    private static boolean isMisplaced(Change change, LedgerView view) {
        return after(change).filter(m -> !Objects.equals(Member.KIND_OF.get(m.position()), m.kind())).isPresent();
    }

    private static boolean isThereTwice(Change change, LedgerView view) {
        return after(change).filter(m -> others(change, view).stream()
                .anyMatch(o -> o.person().isSameAs(m.person()) && o.kind().equals(m.kind()) && o.meets(m)))
                .isPresent();
    }

    /** The deputy acts for the manager, and so neither makes nor unmakes one. */
    private static boolean isByDeputy(Change change, LedgerView view) {
        boolean was = change.before() != null
                && Member.CHAIR.equals(change.before().fields().text(Member.POSITION));
        return change.as() == Role.DEPUTY && (was || Member.CHAIR.equals(change.fields().text(Member.POSITION)));
    }

    private List<Violation> secondManager(Change change, LedgerView view) {
        return after(change).filter(Member::isChair)
                .flatMap(m -> others(change, view).stream().filter(o -> o.isChair() && o.meets(m)).findFirst())
                .map(other -> rules.violation(Member.TERM_FROM, "1-3", "member.second", other.person().name()))
                .stream().toList();
    }

    /** What takes the manager of today away needs a successor, or a reason. */
    private List<Violation> noManager(Change change, LedgerView view) {
        List<Member> register = Member.all(view);
        if (change.before() == null || Member.chair(register, change.today()).isEmpty()) {
            return List.of();
        }
        List<Member> then = new ArrayList<>(others(change, view));
        after(change).ifPresent(then::add);
        return Member.chair(then, change.today()).isPresent()
                ? List.of()
                : List.of(new Violation(Member.POSITION, "1-3", texts.text("member.noManager"), NO_SUCCESSOR));
    }

    private static Optional<Member> after(Change change) {
        return Member.of(change.before() == null ? null : change.before().id(), change.fields(), change.state());
    }

    private static List<Member> others(Change change, LedgerView view) {
        String own = change.before() == null ? null : change.before().id();
        return Member.all(view).stream().filter(m -> !m.id().equals(own)).toList();
    }
}
