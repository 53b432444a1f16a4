package org.daicho.access.internal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.access.internal.CouncilChapter;
import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.book.Wish;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CouncilRegisterTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        council.person("boss", Role.MANAGER);
        council.person("sato", Role.STAFF);
        council.add(new CouncilChapter());
    }

    @Test
    @DisplayName("2-4 B社: from the day after leaving the account opens nothing, also after a restart, until a new term begins")
    void whoLeftIsLockedOut() throws Exception {
        Entry term = enter("council.members", Map.of("person", "sato", "termFrom", "2026-04-01"));
        act("council.members", term, "leave", Map.of("leftOn", "2026-11-23"));
        assertTrue(isUsable("sato"), "the last day is a day of the term");
        council.clock.pass(DAY);
        assertFalse(isUsable("sato"));
        assertTrue(isUsable("boss"), "who is not on the register never left it");
        council.restart(null);
        assertFalse(isUsable("sato"), "also while the chapter is absent");
        council.add(new CouncilChapter());
        enter("council.members", Map.of("person", "sato", "termFrom", "2026-11-24"));
        assertTrue(isUsable("sato"));
    }

    @Test
    @DisplayName("2-4 The operator's account stays, as nobody else could open it again")
    void operatorsStay() {
        Entry term = enter("council.members", Map.of("person", "admin", "termFrom", "2026-04-01"));
        act("council.members", term, "leave", Map.of("leftOn", "2026-11-20"));
        assertTrue(isUsable("admin"));
    }

    @Test
    @DisplayName("2-4, 1-3 The manager's account stays until a successor is confirmed, whom nobody else could confirm")
    void managersStayUntilTheyAreSucceeded() {
        Entry term = enter("council.members", Map.of("person", "boss", "termFrom", "2026-04-01"));
        act("council.members", term, "leave", Map.of("leftOn", "2026-11-20"));
        assertTrue(isUsable("boss"));
        council.person("next", Role.MANAGER);
        assertTrue(isUsable("boss"), "the successor waits for the word of the manager");
        council.act("boss", council.grant("next", Role.MANAGER), "confirm");
        assertFalse(isUsable("boss"));
    }

    @Test
    @DisplayName("1-3 The deputy's role gives nothing once the instruction is withdrawn or over, and does again with the next")
    void deputiesDoNotOutliveTheInstruction() {
        String person = council.person("kyoku");
        council.grants().set(council.admin(), person, List.of(new Wish(Role.DEPUTY,
                LocalDate.of(2026, 11, 23), LocalDate.of(2027, 3, 31), Set.of(), false)));
        council.act("boss", council.grant("kyoku", Role.DEPUTY), "confirm");
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"), "the grant alone is the instruction where none is written");
        instruct("2026-12-01", "2027-03-31");
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"));
        Entry first = instruct("2026-11-23", "2026-11-30");
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"));
        act("council.instructions", first, "withdraw", Map.of());
        assertEquals(List.of(), roles("kyoku"));
        instruct("2026-11-23", "2026-11-24");
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"));
        council.clock.pass(DAY);
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"));
        council.clock.pass(DAY);
        assertEquals(List.of(), roles("kyoku"));
        council.clock.pass(Duration.ofDays(6));
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"));
    }

    @Test
    @DisplayName("1-3 An instruction ends with the term of who gave it, by the register and by the role")
    void deputiesDoNotOutliveWhoInstructedThem() {
        deputy("kyoku");
        enter("council.members", Map.of("person", "boss", "position", "会長", "termFrom", "2026-04-01", "termTo",
                "2026-11-24"));
        Map<String, Object> instruction = Map.of("deputy", "kyoku", "instructedBy", "boss", "validFrom", "2026-11-23",
                "validTo", "2027-03-31");
        enter("council.instructions", instruction);
        council.clock.pass(DAY);
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"), "the last day is a day of the term");
        council.clock.pass(DAY);
        assertEquals(List.of(), roles("kyoku"));
        enter("council.members", Map.of("person", "boss", "position", "会長", "termFrom", "2026-11-25"));
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"), "a term that goes on carries it on");
        council.person("next", Role.MANAGER);
        council.act("boss", council.grant("next", Role.MANAGER), "confirm");
        assertEquals(List.of(), roles("kyoku"));
        enter("council.instructions", "next", Map.of("deputy", "kyoku", "instructedBy", "next", "validFrom",
                "2026-11-25", "validTo", "2027-03-31"));
        assertEquals(List.of(Role.DEPUTY), roles("kyoku"));
    }

    @Test
    @DisplayName("1-3 Where none is written, the manager's word that gave the role ends with the manager's own role")
    void grantsDoNotOutliveWhoGaveThem() {
        deputy("kyoku");
        council.person("next", Role.MANAGER);
        council.act("boss", council.grant("next", Role.MANAGER), "confirm");
        assertEquals(List.of(), roles("kyoku"));
    }

    private void deputy(String account) {
        council.grants().set(council.admin(), council.person(account), List.of(new Wish(Role.DEPUTY,
                LocalDate.of(2026, 11, 23), LocalDate.of(2027, 3, 31), Set.of(), false)));
        council.act("boss", council.grant(account, Role.DEPUTY), "confirm");
    }

    private boolean isUsable(String account) {
        return council.directory().isUsable(council.directory().account(account).orElseThrow());
    }

    private List<Role> roles(String account) {
        return council.caller(account).grants().stream().map(g -> g.role()).toList();
    }

    private Entry instruct(String from, String to) {
        return enter("council.instructions", Map.of("deputy", "kyoku", "validFrom", from, "validTo", to));
    }

    private Entry enter(String ledger, Map<String, Object> fields) {
        return enter(ledger, "boss", fields);
    }

    private Entry enter(String ledger, String account, Map<String, Object> fields) {
        return council.ledger().enter(council.caller(account), ledger, TestCouncil.submission(fields));
    }

    private void act(String ledger, Entry entry, String action, Map<String, Object> fields) {
        council.ledger().act(council.caller("boss"), ledger, entry.id(), action, null, TestCouncil.submission(fields));
    }
}
