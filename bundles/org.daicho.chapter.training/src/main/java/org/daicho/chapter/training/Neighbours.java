package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.chapter.training.Reliances.Documents;
import org.daicho.chapter.training.Reliances.Members;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * What other chapters know that training needs. Each is read as empty where its chapter is not installed.
 */
final class Neighbours {

    private static final String PROCEDURE = "情報セキュリティ実施手順";

    private Neighbours() {
    }

    /**
     * Someone of the council, with the first day.
     *
     * @param person who
     * @param since  the first day of the first term
     */
    record Member(Person person, LocalDate since) {
    }

    /** Returns the members and staff of a day, each once. */
    static List<Member> members(LocalDate day, LedgerView view) {
        Map<String, Member> members = new LinkedHashMap<>();
        view.standing(Members.LEDGER, Members.ACTIVE).stream()
                .filter(e -> Days.isWithin(day, e.fields().date(Members.TERM_FROM), e.fields().date(Members.TERM_TO)))
                .forEach(e -> {
                    Person person = e.fields().person(Members.PERSON);
                    members.merge(person.id(), new Member(person, e.fields().date(Members.TERM_FROM)),
                            (a, b) -> a.since().isAfter(b.since()) ? b : a);
                });
        return List.copyOf(members.values());
    }

    /** Returns the incidents reported by a day that no session before could discuss. */
    static List<Entry> incidents(Entry last, LocalDate until, LedgerView view) {
        return view.standing(Reliances.REPORTS).stream().filter(e -> !e.day().isAfter(until))
                .filter(e -> last == null || e.day().isAfter(Session.heldOn(last))
                        || e.createdAt().isAfter(last.createdAt()))
                .toList();
    }

    /** Lists the days of reports; what happened is for those who may read the reports. */
    static String days(List<Entry> incidents) {
        return incidents.stream().map(Entry::day).sorted().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    /** Finds the version of the procedure that applies on a day. */
    static Optional<Entry> procedure(LocalDate day, LedgerView view) {
        return view.standing(Documents.LEDGER).stream().filter(e -> PROCEDURE.equals(e.fields().text(Documents.KIND)))
                .filter(e -> !effectiveOn(e).isAfter(day))
                .reduce((a, b) -> effectiveOn(a).isAfter(effectiveOn(b)) ? a : b);
    }

    static LocalDate effectiveOn(Entry document) {
        return document.fields().date(Documents.EFFECTIVE_ON);
    }

    /**
     * Returns the reviews that were decided to change the work a lot, or the assets with which it changes a lot, those
     * that left the register since too.
     */
    static Stream<Entry> bigChanges(String ledger, LedgerView view) {
        return view.standing(ledger).stream().filter(e -> e.fields().isTrue(Reliances.WORK_CHANGE));
    }
}
