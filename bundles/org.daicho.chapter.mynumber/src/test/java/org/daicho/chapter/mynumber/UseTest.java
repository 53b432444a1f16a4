package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.use;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.receipt.Access;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UseTest extends OfficeTest {

    @Test
    @DisplayName("8-2(5)① a use leaves who, when, what and what for")
    void recorded() {
        Entry entry = office.enter("handler", Uses.LEDGER, use(number(office.checked(receipt()))));
        assertEquals("recorded", entry.state());
        assertEquals("2026-11-23T09:00:00+09:00", entry.fields().text("usedAt"));
        assertEquals("担当 五子", entry.fields().person("usedBy").name());
        assertEquals(Set.of("purpose 8-2(1)"),
                office.broken(() -> office.enter("handler", Uses.LEDGER, with(use("2026-1"), "purpose", null))));
        assertEquals(Set.of("usedAt 8-2(5)④"), office.broken(
                () -> office.enter("handler", Uses.LEDGER,
                        with(use("2026-1"), "usedAt", "2026-11-24T09:00:00+09:00"))));
    }

    @Test
    @DisplayName("8-2(5)④ a use refers to an open 受払簿No.: one that exists, not before it was received")
    void openNumber() {
        String number = number(office.checked(receipt()));
        assertEquals(Set.of("receiptNumber 8-2(5)④"), broken(use("2026-9")));
        assertEquals(Set.of("receiptNumber 8-2(5)④"),
                broken(with(use(number), "usedAt", "2026-11-22T09:00:00+09:00")));
        office.enter("handler", Uses.LEDGER, use(number));
    }

    @Test
    @DisplayName("8-2(12) what was not checked yet is not used")
    void pending() {
        String number = number(office.enter("handler", Receipts.LEDGER, receipt()));
        assertEquals(Set.of("receiptNumber 8-2(12)"), broken(use(number)));
    }

    @Test
    @DisplayName("8-2(5)④ nothing is used after it was submitted or disposed of; an earlier use may be written late")
    void ended() {
        Entry submitted = office.checked(receipt());
        Entry disposed = office.checked(receipt());
        office.submitted(submitted);
        office.act("handler", disposed, "dispose", Office.disposal());
        for (Entry receipt : List.of(submitted, disposed)) {
            assertEquals(Set.of("receiptNumber 8-2(5)④"), broken(use(number(receipt))));
            office.enter("handler", Uses.LEDGER, with(use(number(receipt)), "usedAt", "2026-11-23T08:59:59+09:00"));
            ledger.clock().goTo(LocalDate.of(2026, 11, 24));
            assertEquals(Set.of("receiptNumber 8-2(5)④"), broken(use(number(receipt))));
            ledger.clock().goTo(LocalDate.of(2026, 11, 23));
        }
    }

    @Test
    @DisplayName("8-2(5)② what access rights can be set for is used by whom the manager gave the right, item by item")
    void rights() {
        String number = number(office.checked(Office.settable()));
        assertEquals(1, office.gaps(Receipts.LEDGER, "8-2(5)②").size());
        assertEquals(Set.of("receiptNumber 8-2(5)②"), broken(use(number)));
        Entry right = office.enter("handler", Access.LEDGER, Map.of("receiptNumber", number, "person", "handler",
                "reason", "支払調書の作成"));
        assertEquals(Set.of("receiptNumber 8-2(5)②"), broken(use(number)));
        ledger.act(Role.MANAGER, right, "approve", Map.of());
        office.enter("handler", Uses.LEDGER, use(number));
        assertEquals(Set.of("receiptNumber 8-2(5)②"), broken(with(use(number), "usedBy", "second")));
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-2(5)②"));
        ledger.act(Role.MANAGER, right, "withdraw", Map.of("withdrawnOn", "2026-11-22"));
        assertEquals(Set.of("receiptNumber 8-2(5)②"), broken(use(number)));
    }

    @Test
    @DisplayName("8-2(5)② a right is given to a handler, for an item whose rights can be set")
    void rightsAreForHandlers() {
        String paper = number(office.checked(receipt()));
        String file = number(office.checked(Office.settable()));
        assertEquals(Set.of("receiptNumber 8-2(5)②"), office.broken(() -> office.enter("handler", Access.LEDGER,
                Map.of("receiptNumber", paper, "person", "second", "reason", "作成"))));
        assertEquals(Set.of("person 8-2(5)②"), office.broken(() -> office.enter("handler", Access.LEDGER,
                Map.of("receiptNumber", file, "person", "staff", "reason", "作成"))));
    }

    private Set<String> broken(Map<String, Object> use) {
        return office.broken(() -> office.enter("handler", Uses.LEDGER, use));
    }

    private static String number(Entry receipt) {
        return receipt.fields().text("receiptNumber");
    }
}
