package org.daicho.chapter.facilities;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck.Gap;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.Place;

/**
 * A council's offices to test with. The test clock starts on 2026-11-23, a national holiday.
 */
final class Facilities {

    static final OfficeDays.Habit HABIT = new OfficeDays.Habit(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), true,
            true);

    private Facilities() {
    }

    /** Makes the chapter as it is configured where a council changes nothing. */
    static FacilitiesChapter chapter() {
        return new FacilitiesChapter(HABIT, false);
    }

    /** Opens a ledger with the chapter on its clock, and with others beside it. */
    static TestLedger open(Path folder, LedgerModule... others) {
        TestLedger ledger = TestLedger.open(folder);
        ledger.add(chapter());
        Arrays.stream(others).forEach(ledger::add);
        return ledger;
    }

    static Place cabinet(int number, boolean office) {
        return new Place("書庫" + number, true, office, number, "執務室");
    }

    /** Returns a row of 様式5 for a day, with the states of the cabinets 1, 2 and so on. */
    static Map<String, Object> row(String date, String... states) {
        Map<String, Object> checks = new HashMap<>();
        for (int i = 0; i < states.length; i++) {
            checks.put(String.valueOf(i + 1), states[i]);
        }
        return new HashMap<>(Map.of("date", date, "checks", checks));
    }

    static Map<String, Object> key(String cabinet) {
        return new HashMap<>(Map.of("key", cabinet + "の鍵", "keyLocation", "事務局長の机", "cabinet", cabinet));
    }

    static Map<String, Object> visit() {
        return new HashMap<>(Map.of("visitedOn", "2026-11-20", "enteredAt", "10:00", "affiliation", "丸太電気工事",
                "visitor", "山田 太郎", "purpose", "空調の点検"));
    }

    static Map<String, Object> with(Map<String, Object> fields, String column, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(column, value);
        return changed;
    }

    static Entry enter(TestLedger ledger, String id, Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, id, fields);
    }

    /** Expects an entry by staff to break a clause at a column, and returns that violation. */
    static Violation broken(TestLedger ledger, String id, String clause, String field, Map<String, Object> fields) {
        List<Violation> violations = ledger.violations(() -> enter(ledger, id, fields));
        assertTrue(violations.stream().anyMatch(v -> clause.equals(v.clause()) && field.equals(v.field())),
                () -> clause + " at " + field + " is not among " + violations);
        return violations.stream().filter(v -> clause.equals(v.clause()) && field.equals(v.field())).findFirst()
                .orElseThrow();
    }

    /** Returns the keys of what is due in a ledger under a clause. */
    static Set<String> due(TestLedger ledger, String id, String clause) {
        return ledger.dutiesOf("facilities").stream().filter(d -> d.ledger().equals(id) && d.clause().equals(clause))
                .map(Duty::key).collect(Collectors.toSet());
    }

    /** Returns the Japanese texts of the gaps of 様式5's month under a clause. */
    static List<String> gaps(TestLedger ledger, SheetPeriod month, String clause) {
        return ledger.gaps(Locking.LEDGER, month).stream().filter(g -> g.clause().equals(clause)).map(Gap::text)
                .map(t -> t.ja()).toList();
    }
}
