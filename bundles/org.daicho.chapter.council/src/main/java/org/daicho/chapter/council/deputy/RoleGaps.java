package org.daicho.chapter.council.deputy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.council.member.Member;
import org.daicho.chapter.council.neighbour.Reliances.Grants;
import org.daicho.chapter.council.register.Registers;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Where the council's registers and the granted roles contradict each other. The register says who someone is, access
 * gives the rights; only 委員等 may have any (1-2(1)), the manager is the 会長, and the deputy acts within the instruction
 * (1-3).
 */
public final class RoleGaps {

    private final Texts texts;

    public RoleGaps(Texts texts) {
        this.texts = texts;
    }

    public List<DutySource> sources() {
        return List.of(dues(Member.LEDGER, "1-2(1)").source(this::outsiders),
                dues(Member.LEDGER, "1-3").source(this::managers),
                dues(Instruction.LEDGER, "1-3").source(this::deputies),
                dues(Instruction.LEDGER, "1-3").source(this::instructions));
    }

    /** Roles of people who are not on the register, or are there as something else. */
    private List<Duty> outsiders(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate today = view.today();
        List<Member> register = Member.all(view);
        return Grant.held(view, today).stream().filter(g -> g.hasBegun(today))
                .filter(g -> "staff".equals(g.role()) && !isThere(register, g.person(), today, Member.STAFF)
                        || "member".equals(g.role()) && !isThere(register, g.person(), today, Member.COMMITTEE))
                .map(g -> duty("outsider:" + g.entry().id(), Member.LEDGER, "1-2(1)",
                        "staff".equals(g.role()) ? "gap.staff" : "gap.member", g, today))
                .toList();
    }

    private static boolean isThere(List<Member> register, Person person, LocalDate day, String kind) {
        return register.stream()
                .anyMatch(m -> m.person().isSameAs(person) && m.kind().equals(kind) && m.holds(day));
    }

    private List<Duty> managers(LocalDate from, LocalDate to, LedgerView view) {
        if (!view.isActive(Grants.LEDGER)) {
            return List.of();
        }
        LocalDate today = view.today();
        List<Grant> granted = Grant.held(view, today).stream().filter(g -> Grant.MANAGER.equals(g.role())).toList();
        Member chair = Member.chair(Member.all(view), today).orElse(null);
        List<Duty> gaps = new ArrayList<>();
        granted.stream().filter(g -> chair == null || !g.person().isSameAs(chair.person()))
                .forEach(g -> gaps
                        .add(duty("manager:" + g.entry().id(), Member.LEDGER, "1-3", "gap.notChair", g, today)));
        if (chair != null && granted.stream().noneMatch(g -> g.person().isSameAs(chair.person()))) {
            gaps.add(dues(Member.LEDGER, "1-3").duty("chair:" + chair.id(),
                    Days.later(chair.from(), Registers.begun(view)), "gap.notManager", chair.person().name()));
        }
        return gaps;
    }

    private List<Duty> deputies(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate today = view.today();
        List<Instruction> carried = carried(view).toList();
        return Grant.held(view, today).stream().filter(g -> Grant.DEPUTY.equals(g.role()))
                .filter(g -> carried.stream().noneMatch(i -> i.deputy().isSameAs(g.person()) && i.covers(g)))
                .map(g -> duty("deputy:" + g.entry().id(), Instruction.LEDGER, "1-3", "gap.deputy", g, today)).toList();
    }

    /** Instructions that give nothing yet, and those that a term's end has made void. */
    private List<Duty> instructions(LocalDate from, LocalDate to, LedgerView view) {
        if (!view.isActive(Grants.LEDGER)) {
            return List.of();
        }
        LocalDate today = view.today();
        List<Member> register = Member.all(view);
        List<Grant> granted = Grant.held(view, today).stream().filter(g -> Grant.DEPUTY.equals(g.role())).toList();
        List<Duty> gaps = new ArrayList<>();
        Instruction.standing(view).stream().filter(i -> !i.to().isBefore(today)).forEach(i -> {
            if (!i.isCarried(register)) {
                gaps.add(dues(Instruction.LEDGER, "1-3").duty("void:" + i.id(), Days.earlier(i.from(), today),
                        "gap.void", i.deputy().name()));
            } else if (granted.stream().noneMatch(g -> g.person().isSameAs(i.deputy()) && i.covers(g))) {
                gaps.add(dues(Instruction.LEDGER, "1-3").duty("ungranted:" + i.id(), i.from(), "gap.ungranted",
                        i.deputy().name(), i.from().toString(), i.to().toString()));
            }
        });
        return gaps.stream().toList();
    }

    private static Stream<Instruction> carried(LedgerView view) {
        List<Member> register = Member.all(view);
        return Instruction.standing(view).stream().filter(i -> i.isCarried(register));
    }

    private Duty duty(String key, String ledger, String clause, String message, Grant grant, LocalDate today) {
        LocalDate since = grant.from() == null ? Days.created(grant.entry()) : grant.from();
        return dues(ledger, clause).duty(key, Days.earlier(since, today), message, grant.person().name());
    }

    private Dues dues(String ledger, String clause) {
        return new Dues(ledger, clause, texts);
    }
}
