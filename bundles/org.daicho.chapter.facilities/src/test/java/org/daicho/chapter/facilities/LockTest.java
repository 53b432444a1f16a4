package org.daicho.chapter.facilities;

import static org.daicho.chapter.facilities.Facilities.broken;
import static org.daicho.chapter.facilities.Facilities.cabinet;
import static org.daicho.chapter.facilities.Facilities.row;
import static org.daicho.chapter.facilities.Facilities.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {

    private static final String TODAY = "2026-11-24";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final Neighbour council = Neighbours.places().register(cabinet(1, true), cabinet(2, true),
            new Place("執務室", true, true), new Place("会議室", false, true), new Place("書庫3", true, true, 3, "会議室"));

    @BeforeEach
    void openLedger() {
        ledger = Facilities.open(folder, council);
        ledger.clock().goTo(LocalDate.parse(TODAY));
    }

    @Test
    @DisplayName("5-4(3) Every cabinet is answered, and the refusal names the numbers that are not")
    void everyCabinetIsAnswered() {
        Violation missing = broken(ledger, Locking.LEDGER, "5-4(3)", "checks", row(TODAY, "locked"));
        assertTrue(missing.message().ja().contains("書庫No. 2、3 "), missing.message().ja());
        assertTrue(missing.message().en().contains("2, 3"), missing.message().en());
        enter(row(TODAY, "locked", "not-applicable", "unlocked"));
    }

    @Test
    @DisplayName("5-4(3) Numbers that no cabinet has are refused by name")
    void unknownCabinetsAreRefused() {
        Violation unknown = broken(ledger, Locking.LEDGER, "5-4(3)", "checks",
                row(TODAY, "locked", "locked", "locked", "locked"));
        assertTrue(unknown.message().ja().contains("書庫No. 4 "), unknown.message().ja());
    }

    @Test
    @DisplayName("5-4(3) Without chapter 1 the cabinets are the rows of 様式4 by their number")
    void keysStandForCabinets() {
        council.register();
        enter(row("2026-11-20", "locked"));
        Facilities.enter(ledger, Keys.LEDGER, Facilities.key("ロッカー"));
        Entry second = Facilities.enter(ledger, Keys.LEDGER, Facilities.key("金庫"));
        Facilities.enter(ledger, Keys.LEDGER, Facilities.key("ロッ カー"));
        broken(ledger, Locking.LEDGER, "5-4(3)", "checks", row(TODAY, "locked"));
        broken(ledger, Locking.LEDGER, "5-4(3)", "checks", row(TODAY, "locked", "locked", "locked"));
        enter(row(TODAY, "locked", "locked"));
        ledger.act(Role.STAFF, second, "retire", Map.of("retirementReason", "廃棄"));
        enter(row("2026-11-19", "locked"));
    }

    @Test
    @DisplayName("5-4(3) A correction keeps the cabinets of its day, whatever came or went since")
    void correctionKeepsItsCabinets() {
        Entry row = enter(row(TODAY, "locked", "locked", "locked"));
        council.register(cabinet(1, true), cabinet(4, true));
        ledger.correct(Role.STAFF, row, row(TODAY, "locked", "unlocked", "locked"));
        assertEquals("checks", ledger.violations(() -> ledger.correct(Role.STAFF, row, row(TODAY, "locked", "locked")))
                .get(0).field());
        ledger.correct(Role.STAFF, row, row(TODAY, "locked", "unlocked", "locked", "locked"));
    }

    @Test
    @DisplayName("5-4(3) One row a day, none ahead, confirmed by whoever is logged in")
    void oneRowADay() {
        broken(ledger, Locking.LEDGER, "5-4(3)", "date", row("2026-11-25", "locked", "locked", "locked"));
        Entry row = ledger.enter(Role.MEMBER, Locking.LEDGER, row(TODAY, "locked", "locked", "locked"));
        assertEquals("委員 四郎", row.fields().person("confirmedBy").name());
        broken(ledger, Locking.LEDGER, "5-4(3)", "date", row(TODAY, "locked", "locked", "locked"));
        assertTrue(ledger.violations(() -> enter(with(row("2026-11-20", "locked", "locked", "locked"), "confirmedBy",
                "manager"))).stream().anyMatch(v -> "confirmedBy".equals(v.field())));
        Entry corrected = ledger.correct(Role.MANAGER, row, row(TODAY, "locked", "locked", "unlocked"));
        assertEquals("委員 四郎", corrected.fields().person("confirmedBy").name());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.enter(Role.MANAGER, Locking.LEDGER,
                row("2026-11-19", "locked", "locked", "locked"))).kind());
    }

    @Test
    @DisplayName("5-4(3) A row for an earlier day is marked 後日記入 by the system, and nobody writes or takes the mark off")
    void lateRowsAreMarked() {
        assertFalse(enter(row(TODAY, "locked", "locked", "locked")).fields().has("lateEntry"));
        Entry late = enter(row("2026-11-20", "locked", "locked", "locked"));
        assertTrue(late.fields().isTrue("lateEntry"));
        Map<String, Object> same = row("2026-11-20", "locked", "locked", "unlocked");
        assertTrue(ledger.correct(Role.STAFF, late, same).fields().isTrue("lateEntry"));
        assertEquals("lateEntry", ledger.violations(() -> ledger.correct(Role.STAFF, late,
                with(same, "lateEntry", false))).get(0).field());
        assertEquals("lateEntry", ledger.violations(() -> enter(with(row("2026-11-19", "locked", "locked", "locked"),
                "lateEntry", false))).get(0).field());
    }

    @Test
    @DisplayName("5-4※ A room's lock stands in only in a room for which the manager allowed it on that day")
    void roomLockStandsIn() {
        Map<String, Object> row = with(row(TODAY, "locked", "locked", "locked"), "roomLocked", Map.of("2", "locked"));
        broken(ledger, Locking.LEDGER, "5-4※", "roomLocked", row);
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.enter(Role.STAFF, Substitutes.LEDGER,
                Map.of("room", "執務室"))).kind());
        Entry allowed = ledger.enter(Role.MANAGER, Substitutes.LEDGER, Map.of("room", "執務　室", "validFrom", TODAY));
        broken(ledger, Locking.LEDGER, "5-4※", "roomLocked", with(row, "date", "2026-11-20"));
        broken(ledger, Locking.LEDGER, "5-4※", "roomLocked", with(row, "roomLocked", Map.of("3", "locked")));
        Entry written = enter(row);
        assertEquals("revokedOn", ledger.violations(
                () -> ledger.act(Role.MANAGER, allowed, "revoke", Map.of("revokedOn", "2026-11-25"))).get(0).field());
        ledger.act(Role.MANAGER, allowed, "revoke", Map.of());
        ledger.correct(Role.STAFF, written, with(row, "remarks", "雨戸も確かめた"));
        ledger.clock().goTo(LocalDate.of(2026, 11, 25));
        broken(ledger, Locking.LEDGER, "5-4※", "roomLocked", with(row, "date", "2026-11-25"));
    }

    @Test
    @DisplayName("5-4※ A cabinet for which the room's lock stands in counts as locked")
    void roomLockIsALock() {
        ledger.enter(Role.DEPUTY, Substitutes.LEDGER, Map.of("room", "執務室"));
        for (List<String> wrong : List.of(List.of("unlocked", "locked"), List.of("locked", "unlocked"))) {
            broken(ledger, Locking.LEDGER, "5-4※", "roomLocked",
                    with(row(TODAY, "locked", wrong.get(0), "locked"), "roomLocked", Map.of("2", wrong.get(1))));
        }
    }

    @Test
    @DisplayName("5-4※ The manager allows it for a room that can be locked, registered so or seen to be")
    void onlyLockableRooms() {
        assertEquals("room", refused(Map.of("room", "会議室", "lockConfirmed", true)));
        assertEquals("lockConfirmed", refused(Map.of("room", "別館")));
        assertEquals("validTo", refused(Map.of("room", "執務室", "validFrom", TODAY, "validTo", "2026-11-01")));
        ledger.enter(Role.MANAGER, Substitutes.LEDGER, Map.of("room", "別館", "lockConfirmed", true));
    }

    @Test
    @DisplayName("5-4(1) 5-4(3) The cabinets are locked after they were opened, and not later than now")
    void opensBeforeItLocks() {
        Map<String, Object> row = with(row(TODAY, "locked", "locked", "locked"), "openedAt", "08:55");
        broken(ledger, Locking.LEDGER, "5-4(1)", "lockedAt", with(row, "lockedAt", "08:00"));
        broken(ledger, Locking.LEDGER, "5-4(3)", "lockedAt", with(row, "lockedAt", "09:01"));
        enter(with(with(row, "lockedAt", "09:00"), "openedBy", "member"));
        enter(with(row("2026-11-20", "locked", "locked", "locked"), "lockedAt", "17:15"));
    }

    @Test
    @DisplayName("様式5 More than the paper's 15 cabinets are answered too")
    void moreThanFifteenCabinets() {
        council.register(IntStream.rangeClosed(1, 17).mapToObj(n -> cabinet(n, true)).toArray(Place[]::new));
        Map<String, Object> checks = new HashMap<>();
        IntStream.rangeClosed(1, 16).forEach(n -> checks.put(String.valueOf(n), "locked"));
        Map<String, Object> row = new HashMap<>(Map.of("date", TODAY, "checks", checks));
        assertTrue(broken(ledger, Locking.LEDGER, "5-4(3)", "checks", row).message().ja().contains("No. 17 "));
        checks.put("17", "locked");
        assertEquals(17, enter(row).fields().checks("checks").size());
    }

    private String refused(Map<String, Object> substitute) {
        return ledger.violations(() -> ledger.enter(Role.MANAGER, Substitutes.LEDGER, substitute)).get(0).field();
    }

    private Entry enter(Map<String, Object> fields) {
        return Facilities.enter(ledger, Locking.LEDGER, fields);
    }
}
