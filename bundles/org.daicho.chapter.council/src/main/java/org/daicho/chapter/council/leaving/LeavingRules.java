package org.daicho.chapter.council.leaving;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.council.neighbour.OtherModules;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;

/**
 * What the leaving sheet must fulfil (2-4). Its list is fixed only when everything that the person holds is on it; it is
 * closed only when someone else has confirmed each item, no module has anything open, and what is not installed was
 * checked on paper.
 */
public final class LeavingRules {

    private static final String CLAUSE = "2-4";
    private static final Set<String> WRITTEN = Set.of("enter", "correct", Leaving.LIST, Leaving.CLOSE);
    private static final Set<String> LIST = Set.of(Leaving.LIST);
    private static final Set<String> CLOSE = Set.of(Leaving.CLOSE);

    private final Rules sheets;
    private final Rules items;

    public LeavingRules(Texts texts) {
        sheets = new Rules(Leaving.LEDGER, texts);
        items = new Rules(Leaving.ITEMS, texts);
    }

    public List<Rule> rules() {
        return List.of(
                sheets.rule(CLAUSE, WRITTEN, Leaving.PERSON, "leaving.self", LeavingRules::isByLeaver),
                sheets.rule(CLAUSE, Rules.CONTENT, Leaving.LEAVING_ON, "leaving.twice", LeavingRules::isThereTwice),
                sheets.rule(CLAUSE, Rules.CONTENT, Leaving.PERSON, "leaving.changed", LeavingRules::isOfAnother),
                sheets.check(CLAUSE, LIST, this::unlisted),
                sheets.check(CLAUSE, CLOSE, this::unconfirmed),
                sheets.check(CLAUSE, CLOSE, this::stillOpen),
                sheets.rule(CLAUSE, CLOSE, Leaving.LEAVING_ON, "leaving.early",
                        (change, view) -> isAhead(change.fields().date(Leaving.LEAVING_ON), change.today())),
                sheets.check(CLAUSE, CLOSE, this::uncheckedOnPaper),
                items.rule(CLAUSE, Rules.CONTENT, Leaving.PERSON, "return.noSheet", LeavingRules::hasNoSheet),
                items.rule(CLAUSE, Rules.CONTENT, Leaving.ITEM_ENTRY, "return.entry", LeavingRules::isUnknown),
                items.rule(CLAUSE, Set.of(Leaving.CONFIRM), Leaving.CONFIRMED_BY, "return.self",
                        LeavingRules::isByLeaver));
    }

    /** Who leaves neither keeps the sheet nor confirms what was returned. */
    private static boolean isByLeaver(Change change, LedgerView view) {
        return change.caller().person().isSameAs(change.fields().person(Leaving.PERSON));
    }

    private static boolean isThereTwice(Change change, LedgerView view) {
        Person person = change.fields().person(Leaving.PERSON);
        String own = change.before() == null ? null : change.before().id();
        return person != null && view.find(Leaving.LEDGER, Leaving.PERSON, person.id()).stream()
                .anyMatch(e -> !e.id().equals(own) && Objects.equals(e.fields().text(Leaving.LEAVING_ON),
                        change.fields().text(Leaving.LEAVING_ON)));
    }

    /** The items hang on the person, so a sheet stays that person's. */
    private static boolean isOfAnother(Change change, LedgerView view) {
        Person person = change.fields().person(Leaving.PERSON);
        return change.before() != null && person != null
                && !person.isSameAs(change.before().fields().person(Leaving.PERSON));
    }

    private static boolean isAhead(LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }

    private List<Violation> unlisted(Change change, LedgerView view) {
        return open(change, view).filter(item -> lines(change, view).noneMatch(line -> isOf(line, item)))
                .map(item -> sheets.violation(Leaving.PERSON, CLAUSE, "leaving.unlisted", item.text(), item.ledger(),
                        item.entry()))
                .toList();
    }

    private List<Violation> unconfirmed(Change change, LedgerView view) {
        return lines(change, view).filter(line -> !Leaving.CONFIRMED.equals(line.state())).map(line -> sheets
                .violation(Leaving.PERSON, CLAUSE, "leaving.unconfirmed", line.fields().text(Leaving.ITEM))).toList();
    }

    private List<Violation> stillOpen(Change change, LedgerView view) {
        return open(change, view).map(item -> sheets.violation(Leaving.PERSON, CLAUSE, "leaving.open", item.text()))
                .toList();
    }

    private List<Violation> uncheckedOnPaper(Change change, LedgerView view) {
        Text absent = OtherModules.absent(view);
        return absent != null && !change.fields().has(Leaving.PAPER_CHECK)
                ? List.of(sheets.violation(Leaving.PAPER_CHECK, CLAUSE, "leaving.paper", absent))
                : List.of();
    }

    private static Stream<OpenItem> open(Change change, LedgerView view) {
        Person person = change.fields().person(Leaving.PERSON);
        return person == null ? Stream.empty() : view.openItems(person).stream();
    }

    /** The items of a person that were listed since the sheet was opened. */
    static Stream<Entry> lines(Change change, LedgerView view) {
        Person person = change.fields().person(Leaving.PERSON);
        return person == null || change.before() == null
                ? Stream.empty()
                : view.find(Leaving.ITEMS, Leaving.PERSON, person.id()).stream()
                        .filter(e -> !e.createdAt().isBefore(change.before().createdAt()));
    }

    static boolean isOf(Entry line, OpenItem item) {
        return item.ledger().equals(line.fields().text(Leaving.ITEM_LEDGER))
                && item.entry().equals(line.fields().text(Leaving.ITEM_ENTRY));
    }

    private static boolean hasNoSheet(Change change, LedgerView view) {
        Person person = change.fields().person(Leaving.PERSON);
        return person != null && view.find(Leaving.LEDGER, Leaving.PERSON, person.id()).stream()
                .noneMatch(e -> !Leaving.CLOSED.equals(e.state()));
    }

    private static boolean isUnknown(Change change, LedgerView view) {
        String ledger = change.fields().text(Leaving.ITEM_LEDGER);
        String entry = change.fields().text(Leaving.ITEM_ENTRY);
        if (ledger == null && entry == null) {
            return false;
        }
        return ledger == null || entry == null || view.entry(ledger, entry).isEmpty();
    }
}
