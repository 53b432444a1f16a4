package org.daicho.chapter.council.member;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.daicho.chapter.council.leaving.Leaving;
import org.daicho.chapter.council.register.Registers;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What the register of members and staff makes due: a responsible manager at all times (1-3), terms that run out
 * (1-2(1)), and a leaving sheet for whoever left (2-4).
 */
public final class MemberGaps {

    private final Texts texts;

    public MemberGaps(Texts texts) {
        this.texts = texts;
    }

    public List<DutySource> sources() {
        return List.of(dues("1-3").source(this::manager),
                dues("1-2(1)").source(this::terms),
                dues("2-4").source(this::sheets));
    }

    /** From the day on which no one is the manager any more, there has to be a successor. */
    private List<Duty> manager(LocalDate from, LocalDate to, LedgerView view) {
        List<Member> chairs = Member.all(view).stream().filter(Member::isChair).toList();
        LocalDate today = view.today();
        Optional<Member> present = Member.chair(chairs, today);
        if (present.isEmpty()) {
            LocalDate since = chairs.stream().map(Member::to).filter(end -> end != null && end.isBefore(today))
                    .max(Comparator.naturalOrder()).orElseGet(() -> Registers.begun(view));
            return List.of(dues("1-3").duty("manager", since, "gap.manager"));
        }
        return lastDay(chairs, present.get()).filter(day -> !day.isAfter(to))
                .map(day -> dues("1-3").duty("successor:" + day, day, "duty.successor", day.toString()))
                .stream().toList();
    }

    /** Follows the managers from one to the next, and returns the last day before there is none. */
    private static Optional<LocalDate> lastDay(List<Member> chairs, Member first) {
        Member last = first;
        Optional<Member> next = Optional.of(first);
        while (next.isPresent() && next.get().to() != null) {
            last = next.get();
            next = Member.chair(chairs, last.to().plusDays(1));
        }
        return next.isPresent() ? Optional.empty() : Optional.of(last.to());
    }

    private List<Duty> terms(LocalDate from, LocalDate to, LedgerView view) {
        return Member.all(view).stream().filter(m -> !m.left() && m.to() != null && !m.to().isAfter(to))
                .map(m -> dues("1-2(1)").duty("term:" + m.id() + ":" + m.to(), m.to(), "duty.term", m.person().name(),
                        m.to().toString()))
                .toList();
    }

    private List<Duty> sheets(LocalDate from, LocalDate to, LedgerView view) {
        List<Member> register = Member.all(view);
        return register.stream().filter(Member::left)
                .filter(m -> register.stream().noneMatch(o -> !o.left() && o.person().isSameAs(m.person())))
                .filter(m -> view.find(Leaving.LEDGER, Leaving.PERSON, m.person().id()).stream()
                        .noneMatch(sheet -> isOf(sheet, m)))
                .map(m -> dues("2-4").duty("sheet:" + m.id(), m.to(), "gap.sheet", m.person().name())).toList();
    }

    private static boolean isOf(Entry sheet, Member member) {
        LocalDate leavingOn = sheet.fields().date(Leaving.LEAVING_ON);
        return leavingOn != null && !leavingOn.isBefore(member.from());
    }

    private Dues dues(String clause) {
        return new Dues(Member.LEDGER, clause, texts);
    }
}
