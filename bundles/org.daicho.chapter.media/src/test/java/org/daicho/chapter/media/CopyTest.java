package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.copy;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTest {

    @TempDir
    static Path folder;

    @AutoClose
    private static TestLedger ledger;

    @BeforeAll
    static void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter(), Neighbour.keeping("facilities.places")
                .register(new Place("書庫1", true, true), new Place("棚", false, true), new Place("ロッカー", true, false)));
    }

    @ParameterizedTest(name = "3-3 Without {0} no copy is recorded")
    @ValueSource(strings = {"asset", "kind", "copies", "reason", "masked", "place"})
    void allIsAskedFor(String column) {
        List<Violation> violations = ledger.violations(() -> enter(with(copy(), column, null)));
        assertTrue(violations.stream().anyMatch(v -> column.equals(v.field()) && v.clause().startsWith("3-")));
    }

    @Test
    @DisplayName("3-3 A copy whose rest is not masked is refused, and no reason passes it")
    void maskingIsConfirmed() {
        assertNull(broken("3-3", "masked", with(copy(), "masked", false)).confirm());
    }

    @Test
    @DisplayName("0-1 A copy says whether it holds personal information, and may leave it open")
    void saysWhetherItIsPersonal() {
        assertTrue(enter(with(copy(), "personalInformation", true)).fields().isTrue("personalInformation"));
        assertTrue(enter(with(copy(), "personalInformation", false)).fields().isFalse("personalInformation"));
        assertNull(enter(copy()).fields().values().get("personalInformation"));
    }

    @ParameterizedTest(name = "3-3 {0} of {1} is a slip")
    @CsvSource({"copies, 0", "copies, -2"})
    void copiesAreCounted(String column, long value) {
        broken("3-3", column, with(copy(), column, value));
    }

    @Test
    @DisplayName("3-3 A copy is made today or before, and kept at least that long; who made it fills itself")
    void daysOfACopy() {
        broken("3-3", "copiedOn", with(copy(), "copiedOn", "2026-11-24"));
        broken("3-3", "keepUntil", with(copy(), "keepUntil", "2026-11-22"));
        Entry made = enter(copy());
        assertEquals("2026-11-23", made.fields().text("copiedOn"));
        assertEquals("職員 三子", made.fields().person("copiedBy").name());
        assertEquals(2L, made.fields().integer("copies"));
    }

    @Test
    @DisplayName("3-1(2) Copies are kept in a registered lockable place in an office, or attested to be, or handed over")
    void copiesAreLockedAway() {
        Map<String, Object> open = with(copy(), "lockedStorage", null);
        for (String place : List.of("棚", "ロッカー", "どこか")) {
            broken("3-1(2)", "place", with(open, "place", place));
        }
        broken("3-1(2)", "place", with(with(open, "place", "棚"), "lockedStorage", false));
        enter(with(open, "place", "書庫１"));
        enter(with(with(open, "place", "棚"), "lockedStorage", true));
        enter(with(with(open, "place", "会場"), "handedTo", "会場の責任者"));
    }

    private static Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Copies.LEDGER, fields);
    }

    private static Violation broken(String clause, String field, Map<String, Object> fields) {
        List<Violation> violations = ledger.violations(() -> enter(fields));
        assertEquals(List.of(field), violations.stream().map(Violation::field).toList());
        assertEquals(clause, violations.get(0).clause());
        return violations.get(0);
    }
}
