package org.daicho.chapter.incidents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
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
    private final Limits limits;

    ContactDuties(Texts texts, Limits limits) {
        this.texts = texts;
        this.limits = limits;
    }

    List<DutySource> sources() {
        return List.of(dues("6-2(1)①").source(this::empty),
                dues("6-2(1)②").source(view -> due("見直し", "duty.review", view)),
                dues("6-2(1)②").source(view -> due("通話試験", "duty.call", view)),
                dues("6-2(1)②").source(this::unreached));
    }

    private Stream<Duty> empty(LedgerView view) {
        return Stream.of(Contacts.INTERNAL, Contacts.WARD, Contacts.EXTERNAL)
                .filter(section -> Contacts.of(section, view).isEmpty())
                .map(section -> dues("6-2(1)①").duty("empty:" + section, view.today(), "duty.empty." + section));
    }

    /** Due so many months after it was last done, or after the list was begun. */
    private Stream<Duty> due(String kind, String message, LedgerView view) {
        List<Entry> contacts = view.all(Contacts.LEDGER);
        if (contacts.isEmpty()) {
            return Stream.empty();
        }
        LocalDate last = done(kind, view).stream().map(e -> e.fields().date("reviewedOn")).max(LocalDate::compareTo)
                .orElseGet(() -> Days.created(contacts.get(0)));
        LocalDate due = last.plusMonths(limits.reviewMonths());
        return Stream.of(dues("6-2(1)②").duty(message + ":" + due, due, message, last.toString()));
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
            if (test.fields().isFalse("reached") && !reachedLater) {
                duties.add(
                        dues("6-2(1)②").duty("unreached:" + test.id(), day, "duty.unreached", contact, day.toString()));
            }
        }
        return duties;
    }

    private static List<Entry> done(String kind, LedgerView view) {
        return view.find(Contacts.REVIEWS, "kind", kind);
    }

    private Dues dues(String clause) {
        return new Dues(Contacts.LEDGER, clause, texts);
    }
}
