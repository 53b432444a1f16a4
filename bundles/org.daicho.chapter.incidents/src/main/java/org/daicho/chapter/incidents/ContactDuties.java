package org.daicho.chapter.incidents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * A contact list that can be used at once (6-2(1)②): each of its tables has someone in it, it is reviewed, and its numbers
 * are tried.
 */
final class ContactDuties {

    private final Texts texts;
    private final Clock clock;
    private final Limits limits;

    ContactDuties(Texts texts, Clock clock, Limits limits) {
        this.texts = texts;
        this.clock = clock;
        this.limits = limits;
    }

    List<DutySource> sources() {
        return List.of(new DutySource("6-2(1)①", Contacts.LEDGER, this::empty),
                new DutySource("6-2(1)②", Contacts.LEDGER, (from, to, view) -> due("見直し", "duty.review", to, view)),
                new DutySource("6-2(1)②", Contacts.LEDGER, (from, to, view) -> due("通話試験", "duty.call", to, view)),
                new DutySource("6-2(1)②", Contacts.LEDGER, this::unreached));
    }

    private List<Duty> empty(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate today = LocalDate.now(clock);
        return today.isAfter(to)
                ? List.of()
                : List.of(Contacts.INTERNAL, Contacts.WARD, Contacts.EXTERNAL).stream()
                        .filter(section -> Contacts.of(section, view).isEmpty())
                        .map(section -> new Duty("empty:" + section, Contacts.LEDGER, "6-2(1)①",
                                texts.text("duty.empty." + section), today, null))
                        .toList();
    }

    /** Due so many months after it was last done, or after the list was begun. */
    private List<Duty> due(String kind, String message, LocalDate to, LedgerView view) {
        List<Entry> contacts = view.all(Contacts.LEDGER);
        if (contacts.isEmpty()) {
            return List.of();
        }
        LocalDate begun = LocalDate.ofInstant(contacts.get(0).createdAt(), Days.TOKYO);
        LocalDate last = done(kind, view).stream().map(e -> e.fields().date("reviewedOn")).max(LocalDate::compareTo)
                .orElse(begun);
        LocalDate due = last.plusMonths(limits.reviewMonths());
        return due.isAfter(to)
                ? List.of()
                : List.of(new Duty(message + ":" + due, Contacts.LEDGER, "6-2(1)②",
                        texts.text(message, last.toString()), due, null));
    }

    /** A number that did not answer when it was tried is to be put right, until a later test reaches it. */
    private List<Duty> unreached(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> duties = new ArrayList<>();
        List<Entry> tests = done("通話試験", view);
        for (int i = 0; i < tests.size(); i++) {
            Entry test = tests.get(i);
            String contact = test.fields().text("contact");
            boolean reachedLater = tests.subList(i + 1, tests.size()).stream()
                    .anyMatch(t -> t.fields().isTrue("reached") && contact.equals(t.fields().text("contact")));
            LocalDate day = test.fields().date("reviewedOn");
            if (test.fields().isFalse("reached") && !reachedLater && !day.isAfter(to)) {
                duties.add(new Duty("unreached:" + test.id(), Contacts.LEDGER, "6-2(1)②",
                        texts.text("duty.unreached", contact, day.toString()), day, null));
            }
        }
        return duties;
    }

    private static List<Entry> done(String kind, LedgerView view) {
        return view.find(Contacts.REVIEWS, "kind", kind).stream().filter(e -> e.erased() == null).toList();
    }
}
