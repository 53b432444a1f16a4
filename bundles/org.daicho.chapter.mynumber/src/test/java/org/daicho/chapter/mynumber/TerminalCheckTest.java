package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.check.TerminalChecks;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TerminalCheckTest extends OfficeTest {

    private static final Map<String, Object> LOCKS = Map.of("terminal", "ＰＣ 1", "screenLock", true, "lockMinutes", 5L);
    private static final Map<String, Object> OPEN = Map.of("terminal", "PC1", "screenLock", false, "findings",
            "ロックの設定がない");

    @Test
    @DisplayName("8-2(13)② a registered terminal is due until its screen lock was seen, and again after a year")
    void registeredTerminals() {
        Neighbour access = Neighbour.keeping("access.terminals", "name:text", "registeredOn:date")
                .datedBy("registeredOn").step("revoke", "revoked");
        ledger.add(access);
        Entry terminal = access.enter(ledger, Map.of("name", "PC1", "registeredOn", "2026-11-20"));
        assertEquals(List.of(LocalDate.of(2026, 11, 20)), days());
        enter(LOCKS);
        assertEquals(List.of(LocalDate.of(2027, 11, 23)), days());
        ledger.clock().goTo(LocalDate.of(2027, 11, 23));
        enter(with(LOCKS, "checkedOn", "2027-06-01"));
        assertEquals(List.of(LocalDate.of(2028, 6, 1)), days());
        ledger.act(Role.STAFF, terminal, "revoke", Map.of());
        assertEquals(List.of(), days());
    }

    @Test
    @DisplayName("8-2(13)② a terminal that does not lock is due until it is seen to lock, registered or not")
    void openTerminals() {
        Entry open = enter(OPEN);
        Duty due = office.due("8-2(13)②").get(0);
        assertEquals("terminal:" + open.id(), due.key());
        assertTrue(due.title().ja().contains("ロックされません"), due.title().ja());
        enter(LOCKS);
        assertEquals(List.of(), office.due("8-2(13)②"));
    }

    @Test
    @DisplayName("8-2(13)② what was found is said, and nothing was seen ahead; handlers look, and nobody else writes")
    void isSeen() {
        assertEquals(Set.of("findings 8-2(13)②"), office.broken(() -> enter(with(OPEN, "findings", null))));
        assertEquals(Set.of("checkedOn 8-2(13)②"), office.broken(() -> enter(with(OPEN, "checkedOn", "2026-11-24"))));
        assertEquals(Set.of("lockMinutes 8-2(13)②"), office.broken(() -> enter(with(LOCKS, "lockMinutes", 0L))));
        for (Role role : List.of(Role.STAFF, Role.MEMBER, Role.OPERATOR, Role.MANAGER)) {
            assertEquals(Kind.FORBIDDEN,
                    ledger.refusal(() -> ledger.enter(role, TerminalChecks.LEDGER, LOCKS)).kind());
        }
        assertEquals("担当 五子", enter(LOCKS).fields().person("checkedBy").name());
    }

    private List<LocalDate> days() {
        return office.due("8-2(13)②").stream().map(Duty::due).toList();
    }

    private Entry enter(Map<String, Object> fields) {
        return office.enter("handler", TerminalChecks.LEDGER, fields);
    }
}
