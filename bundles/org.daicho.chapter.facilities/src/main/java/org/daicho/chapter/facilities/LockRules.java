package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式5 must fulfil (5-4(3)): one for each day, an answer for every cabinet; a room's lock stands in only
 * where the manager allowed it (5-4※). Who confirms is the caller, and no day lies ahead, by the definition.
 */
final class LockRules {

    private static final String CLAUSE = "5-4(3)";
    private static final String INSTEAD = "5-4※";

    private final Rules rules;

    LockRules(Texts texts) {
        rules = new Rules(Locking.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.content(CLAUSE, Locking.LOCKED_AT, "lock.ahead", this::isAhead),
                rules.content(CLAUSE, Locking.DATE, "lock.twice", LockRules::isTaken),
                rules.check(CLAUSE, Rules.CONTENT, this::unanswered),
                rules.check(CLAUSE, Rules.CONTENT, this::unknown),
                rules.check(INSTEAD, Rules.CONTENT, this::notInstead),
                rules.content(INSTEAD, Locking.ROOM_LOCKED, "lock.contrary", LockRules::isContrary));
    }

    /** Nobody has locked yet what is written to be locked this evening. */
    private boolean isAhead(Change change, LedgerView view) {
        Fields row = change.fields();
        return row.has(Locking.LOCKED_AT) && change.today().equals(row.date(Locking.DATE))
                && row.time(Locking.LOCKED_AT).isAfter(view.now().toLocalTime());
    }

    private static boolean isTaken(Change change, LedgerView view) {
        String own = change.before() == null ? null : change.before().id();
        LocalDate date = change.fields().date(Locking.DATE);
        return date != null && view.find(Locking.LEDGER, Locking.DATE, date.toString()).stream()
                .anyMatch(e -> !e.id().equals(own));
    }

    private List<Violation> unanswered(Change change, LedgerView view) {
        Set<String> missing = numbers(before(change).isEmpty() ? known(view) : before(change).keySet());
        missing.removeAll(checks(change).keySet());
        return missing.isEmpty() || !change.fields().has(Locking.CHECKS)
                ? List.of()
                : List.of(rules.violation(Locking.CHECKS, CLAUSE, "lock.unanswered", String.join("、", missing),
                        String.join(", ", missing)));
    }

    /** A correction leaves the cabinets that there were on the day, and may add what there is now. */
    private List<Violation> unknown(Change change, LedgerView view) {
        Set<String> known = known(view);
        if (known.isEmpty()) {
            return List.of();
        }
        Set<String> unknown = numbers(checks(change).keySet());
        unknown.removeAll(known);
        unknown.removeAll(before(change).keySet());
        return unknown.isEmpty()
                ? List.of()
                : List.of(rules.violation(Locking.CHECKS, CLAUSE, "lock.unknown", String.join("、", unknown),
                        String.join(", ", unknown)));
    }

    private static Set<String> known(LedgerView view) {
        return Cabinets.read(view).byNumber().keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static Map<String, String> checks(Change change) {
        return change.fields().checks(Locking.CHECKS);
    }

    private static Map<String, String> before(Change change) {
        return change.before() == null ? Map.of() : change.before().fields().checks(Locking.CHECKS);
    }

    private static Set<String> numbers(Set<String> numbers) {
        Set<String> sorted = new TreeSet<>(Comparator.comparingInt(String::length)
                .thenComparing(Comparator.naturalOrder()));
        sorted.addAll(numbers);
        return sorted;
    }

    /** What was allowed when the row was written stays so in a correction. */
    private List<Violation> notInstead(Change change, LedgerView view) {
        Set<String> numbers = numbers(change.fields().checks(Locking.ROOM_LOCKED).keySet());
        if (change.before() != null && change.before().day().equals(change.fields().date(Locking.DATE))) {
            numbers.removeAll(change.before().fields().checks(Locking.ROOM_LOCKED).keySet());
        }
        if (numbers.isEmpty()) {
            return List.of();
        }
        LocalDate date = change.fields().date(Locking.DATE);
        Cabinets cabinets = Cabinets.read(view);
        Stream<String> refused = numbers.stream().filter(n -> cabinets.numbered(n)
                .filter(c -> Substitutes.isAllowed(c.room(), date, view)).isEmpty());
        return refused.map(n -> rules.violation(Locking.ROOM_LOCKED, INSTEAD, "lock.instead", n)).toList();
    }

    /** The room's lock was seen locked, and so its cabinet counts as locked. */
    private static boolean isContrary(Change change, LedgerView view) {
        Fields row = change.fields();
        return row.checks(Locking.ROOM_LOCKED).entrySet().stream()
                .anyMatch(e -> !Locking.LOCKED.equals(e.getValue())
                        || !Locking.LOCKED.equals(row.checks(Locking.CHECKS).get(e.getKey())));
    }
}
