package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.chapter.training.Reliances.Members;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Who is due for training: everybody so many months after the last one (7-1(3)①), newcomers soon after they joined
 * (7-1(3)②); and of whom a session for all says nothing (7-1(2)). Where no register of members is installed, the session
 * as such is due.
 */
final class PersonDuties {

    private final Dues periodic;
    private final Dues newcomers;
    private final Dues sessions;
    private final Dues records;
    private final int months;
    private final int newcomerDays;

    /**
     * Makes the duties.
     *
     * @param texts        the chapter's messages
     * @param months       the months between two sessions
     * @param newcomerDays the days within which a newcomer is trained
     */
    PersonDuties(Texts texts, int months, int newcomerDays) {
        periodic = new Dues(Attendance.LEDGER, "7-1(3)①", texts);
        newcomers = new Dues(Attendance.LEDGER, "7-1(3)②", texts);
        sessions = new Dues(Session.LEDGER, "7-1(3)①", texts);
        records = new Dues(Attendance.LEDGER, "7-1(2)", texts);
        this.months = months;
        this.newcomerDays = newcomerDays;
    }

    List<DutySource> sources() {
        return List.of(periodic.source(this::untrained), sessions.source(this::sessions),
                records.source(this::unrecorded));
    }

    private List<Duty> untrained(LocalDate from, LocalDate to, LedgerView view) {
        Map<String, LocalDate> last = Attendance.lastPresence(view);
        return Neighbours.members(to, view).stream().map(member -> {
            LocalDate day = last.get(member.person().id());
            return day == null ? newcomer(member) : periodic(member, day);
        }).toList();
    }

    private Duty newcomer(Neighbours.Member member) {
        return newcomers.duty("newcomer:" + member.person().id(), member.since().plusDays(newcomerDays),
                member.person(), "duty.newcomer", member.person().name(), member.since().toString());
    }

    private Duty periodic(Neighbours.Member member, LocalDate last) {
        LocalDate due = last.plusMonths(months);
        return periodic.duty("periodic:" + member.person().id() + ":" + due, due, member.person(), "duty.periodic",
                member.person().name(), last.toString(), months);
    }

    private List<Duty> sessions(LocalDate from, LocalDate to, LedgerView view) {
        return view.isActive(Members.LEDGER)
                ? List.of()
                : Session.lastBefore(to, null, view).map(Session::heldOn)
                        .map(last -> sessions.duty("session:" + last, last.plusMonths(months), "duty.session",
                                last.toString()))
                        .stream().toList();
    }

    private Stream<Duty> unrecorded(LedgerView view) {
        return Session.all(view).filter(e -> Session.EVERYONE.equals(e.fields().text(Session.AUDIENCE)))
                .flatMap(session -> unrecorded(session, view));
    }

    private Stream<Duty> unrecorded(Entry session, LedgerView view) {
        List<Entry> recorded = Attendance.of(session.id(), view).toList();
        LocalDate day = Session.heldOn(session);
        return Neighbours.members(day, view).stream()
                .filter(m -> recorded.stream().noneMatch(e -> Attendance.isOf(e, m.person())))
                .map(m -> records.duty("attendance:" + session.id() + ":" + m.person().id(), day, "duty.attendance",
                        day.toString(), m.person().name()));
    }
}
