package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    private final Texts texts;
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
        this.texts = texts;
        this.months = months;
        this.newcomerDays = newcomerDays;
    }

    List<DutySource> sources() {
        return List.of(new DutySource("7-1(3)①", Attendance.LEDGER, this::untrained),
                new DutySource("7-1(3)①", Session.LEDGER, this::sessions),
                new DutySource("7-1(2)", Attendance.LEDGER, this::unrecorded));
    }

    private List<Duty> untrained(LocalDate from, LocalDate to, LedgerView view) {
        Map<String, LocalDate> last = Attendance.lastPresence(view);
        return Neighbours.members(to, view).stream().map(member -> {
            LocalDate day = last.get(member.person().id());
            return day == null ? newcomer(member) : periodic(member, day);
        }).filter(d -> !d.due().isAfter(to)).toList();
    }

    private Duty newcomer(Neighbours.Member member) {
        LocalDate due = member.since().plusDays(newcomerDays);
        return new Duty("newcomer:" + member.person().id(), Attendance.LEDGER, "7-1(3)②",
                texts.text("duty.newcomer", member.person().name(), member.since().toString()), due, member.person());
    }

    private Duty periodic(Neighbours.Member member, LocalDate last) {
        LocalDate due = last.plusMonths(months);
        return new Duty("periodic:" + member.person().id() + ":" + due, Attendance.LEDGER, "7-1(3)①",
                texts.text("duty.periodic", member.person().name(), last.toString(), months), due, member.person());
    }

    private List<Duty> sessions(LocalDate from, LocalDate to, LedgerView view) {
        if (view.isActive(Neighbours.MEMBERS)) {
            return List.of();
        }
        return Session.lastBefore(to, null, view).map(Session::heldOn)
                .map(last -> new Duty("session:" + last, Session.LEDGER, "7-1(3)①",
                        texts.text("duty.session", last.toString()), last.plusMonths(months), null))
                .filter(d -> !d.due().isAfter(to)).stream().toList();
    }

    private List<Duty> unrecorded(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> duties = new ArrayList<>();
        Session.all(view).filter(e -> Session.EVERYONE.equals(e.fields().text(Session.AUDIENCE)))
                .filter(e -> !Session.heldOn(e).isAfter(to)).forEach(session -> add(session, view, duties));
        return duties;
    }

    private void add(Entry session, LedgerView view, List<Duty> duties) {
        List<Entry> recorded = Attendance.of(session.id(), view).toList();
        LocalDate day = Session.heldOn(session);
        Neighbours.members(day, view).stream()
                .filter(m -> recorded.stream().noneMatch(e -> Attendance.isOf(e, m.person())))
                .forEach(m -> duties.add(new Duty("attendance:" + session.id() + ":" + m.person().id(),
                        Attendance.LEDGER, "7-1(2)",
                        texts.text("duty.attendance", day.toString(), m.person().name()), day, null)));
    }
}
