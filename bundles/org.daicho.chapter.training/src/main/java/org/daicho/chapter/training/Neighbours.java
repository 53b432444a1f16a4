package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * What other chapters know that training needs. Each is read as empty where its chapter is not installed.
 */
final class Neighbours {

    /** The register of members and staff. */
    static final String MEMBERS = "council.members";

    /** The reviews, which tell of big changes of work. */
    static final String REVIEWS = "council.reviews";

    /** The incident reports. */
    static final String REPORTS = "incidents.reports";

    private static final String INVENTORY = "assets.inventory";
    private static final String DOCUMENTS = "council.documents";
    private static final String PROCEDURE = "情報セキュリティ実施手順";
    private static final String LEFT = "left";

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
        standing(MEMBERS, view).filter(e -> !LEFT.equals(e.state()) && isInTerm(e, day)).forEach(e -> {
            Person person = e.fields().person("person");
            members.merge(person.id(), new Member(person, e.fields().date("termFrom")),
                    (a, b) -> a.since().isAfter(b.since()) ? b : a);
        });
        return List.copyOf(members.values());
    }

    private static boolean isInTerm(Entry term, LocalDate day) {
        LocalDate to = term.fields().date("termTo");
        return !term.fields().date("termFrom").isAfter(day) && (to == null || !to.isBefore(day));
    }

    /** Returns the incidents reported by a day that no session before could discuss. */
    static List<Entry> incidents(Entry last, LocalDate until, LedgerView view) {
        return standing(REPORTS, view).filter(e -> !e.day().isAfter(until))
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
        return standing(DOCUMENTS, view).filter(e -> PROCEDURE.equals(e.fields().text("kind")))
                .filter(e -> !effectiveOn(e).isAfter(day))
                .reduce((a, b) -> effectiveOn(a).isAfter(effectiveOn(b)) ? a : b);
    }

    static LocalDate effectiveOn(Entry document) {
        return document.fields().date("effectiveOn");
    }

    /** Returns the reviews that were decided to change the work a lot. */
    static Stream<Entry> bigChanges(LedgerView view) {
        return standing(REVIEWS, view).filter(e -> e.fields().isTrue("workChange"));
    }

    /** Returns the assets with which the work changes a lot, those that left the register since too. */
    static Stream<Entry> changingAssets(LedgerView view) {
        return standing(INVENTORY, view).filter(e -> e.fields().isTrue("workChange"));
    }

    static Stream<Entry> standing(String ledger, LedgerView view) {
        return view.all(ledger).stream().filter(e -> e.erased() == null);
    }
}
