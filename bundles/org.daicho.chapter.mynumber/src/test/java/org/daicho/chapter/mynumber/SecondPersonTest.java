package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.place.Zones;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecondPersonTest extends OfficeTest {

    @Test
    @DisplayName("8-2(12) whoever wrote it does not check it, in any of the three ledgers; another handler does")
    void anotherHandler() {
        Entry receipt = office.enter("handler", Receipts.LEDGER, receipt());
        refusedToCheck("handler", receipt);
        office.act("second", receipt, "check", Map.of());
        String number = receipt.fields().text("receiptNumber");
        Entry use = office.enter("second", Uses.LEDGER, Office.use(number));
        Entry moved = office.enter("handler", Copies.LEDGER, Office.transport(number));
        refusedToCheck("second", use);
        refusedToCheck("handler", moved);
        assertEquals("checked", office.act("handler", use, "check", Map.of()).state());
        assertEquals("checked", office.act("second", moved, "check", Map.of()).state());
    }

    @Test
    @DisplayName("8-2(12) persons are compared, not accounts")
    void personsNotAccounts() {
        Entry receipt = office.enter("handler", Receipts.LEDGER, receipt());
        Caller other = new Caller("handler-2", ledger.people().person("handler"),
                List.of(new RoleGrant(Role.HANDLER, null, null, Set.of())), null, null);
        assertEquals(Set.of("checkedBy 8-2(12)"), office.broken(() -> ledger.ledger().act(other, Receipts.LEDGER,
                receipt.id(), "check", null, new Submission(Map.of(), null, Map.of(), null))));
    }

    @Test
    @DisplayName("8-2(12) the manager is the second person only where there is one handler")
    void managerWhereOneHandler() {
        Entry receipt = office.enter("handler", Receipts.LEDGER, receipt());
        for (Role role : List.of(Role.MANAGER, Role.DEPUTY)) {
            assertEquals(Set.of("checkedBy 8-2(12)"),
                    office.broken(() -> ledger.act(role, receipt, "check", Map.of())));
        }
        release("second");
        assertEquals("checked", ledger.act(Role.MANAGER, receipt, "check", Map.of()).state());
    }

    @Test
    @DisplayName("8-2(12) a manager who is the only handler checks by exception, with a reason; with two handlers never")
    void managerWhoIsTheHandler() {
        release("second");
        release("handler");
        ledger.enter(Role.MANAGER, Handlers.LEDGER, Map.of("handler", "manager", "scope", "報酬"));
        Caller both = ledger.people().caller("manager", Role.MANAGER, Role.HANDLER);
        Entry receipt = ledger.ledger().enter(both, Receipts.LEDGER, new Submission(with(receipt(), "noticeShownOn",
                "2026-11-23"), null, Map.of(), null));
        assertEquals("same-person", ledger.violations(() -> check(both, receipt, Map.of())).get(0).confirm());
        ledger.people().person("third");
        ledger.enter(Role.MANAGER, Handlers.LEDGER, Map.of("handler", "third", "scope", "報酬"));
        assertNull(ledger.violations(() -> check(both, receipt, Map.of("same-person", "急ぐ"))).get(0).confirm());
        release("third");
        Entry checked = check(both, receipt, Map.of("same-person", "担当者が一人のため"));
        assertEquals(Map.of("same-person", "担当者が一人のため"), checked.confirmations());
    }

    @Test
    @DisplayName("8-2(12) a correction waits for another check, by someone else than who corrected")
    void correctedIsPending() {
        Entry receipt = office.checked(receipt());
        Entry corrected = office.correct("second", receipt, with(receipt(), "document", "講師 花子の通知カードの写し"));
        assertEquals("received", corrected.state());
        assertNull(corrected.fields().person("checkedBy"));
        refusedToCheck("second", receipt);
        office.act("handler", receipt, "check", Map.of());
        String number = receipt.fields().text("receiptNumber");
        Entry use = office.check(office.enter("handler", Uses.LEDGER, Office.use(number)));
        assertEquals("checked", office.correct("handler", use, with(Office.use(number), "remarks", "備考")).state());
        assertEquals("recorded", office
                .correct("handler", use, with(Office.use(number), "usedAt", "2026-11-23T08:00:00+09:00")).state());
    }

    @Test
    @DisplayName("8-2(12) staff, members and operators check nothing")
    void nobodyElse() {
        Entry receipt = office.enter("handler", Receipts.LEDGER, receipt());
        for (Role role : List.of(Role.STAFF, Role.MEMBER, Role.OPERATOR)) {
            assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.act(role, receipt, "check", Map.of())).kind());
        }
    }

    @Test
    @DisplayName("8-2(12) 8-2(3) whoever proposes a zone, a file, a right or a notice does not approve it")
    void approverIsSomeoneElse() {
        ledger.enter(Role.MANAGER, Handlers.LEDGER, Map.of("handler", "manager", "scope", "報酬"));
        Caller both = ledger.people().caller("manager", Role.MANAGER, Role.HANDLER);
        Entry zone = ledger.ledger().enter(both, Zones.LEDGER, new Submission(Map.of("name", "自宅", "kind", "取扱区域"),
                null, Map.of(), null));
        assertEquals(Set.of("approvedBy 8-2(12)"), office.broken(() -> ledger.ledger().act(both, Zones.LEDGER,
                zone.id(), "approve", null, new Submission(Map.of(), null, Map.of(), null))));
        ledger.act(Role.DEPUTY, zone, "approve", Map.of());
    }

    private Entry check(Caller caller, Entry entry, Map<String, String> confirmations) {
        return ledger.ledger().act(caller, entry.ledger(), entry.id(), "check", null,
                new Submission(Map.of(), null, confirmations, null));
    }

    private void refusedToCheck(String account, Entry entry) {
        assertEquals(Set.of("checkedBy 8-2(12)"), office.broken(() -> office.act(account, entry, "check", Map.of())));
    }

    private void release(String account) {
        Entry row = ledger.look(view -> view.find(Handlers.LEDGER, "handler",
                ledger.people().person(account).id())).get(0);
        ledger.act(Role.MANAGER, row, "release", Map.of());
    }
}
