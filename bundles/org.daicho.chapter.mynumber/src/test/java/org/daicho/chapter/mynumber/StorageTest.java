package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StorageTest extends OfficeTest {

    private static final Map<String, Object> UNATTESTED = with(receipt(), "lockedStorage", null);

    @Test
    @DisplayName("8-2(5)③ what is kept is locked away: in a registered cabinet in an office, or as someone attests")
    void locked() {
        assertEquals(Set.of("storage 8-2(5)③"), broken(UNATTESTED));
        ledger.add(Neighbours.keys().register(new Place("書庫3", true, true, 3, "執務室"), new Place("棚", false, true)));
        office.enter("handler", Receipts.LEDGER, UNATTESTED);
        assertEquals(Set.of("storage 8-2(5)③"), broken(with(receipt(), "storage", "棚")));
        office.enter("handler", Receipts.LEDGER, with(receipt(), "storage", "ロッカー"));
    }

    @Test
    @DisplayName("8-2(5)③ only handlers hold the keys of its cabinet, as 様式4 has it")
    void keysAreTheHandlers() {
        Neighbour keys = Neighbours.keys().register(new Place("書庫3", true, true, 3, "執務室"));
        ledger.add(keys);
        Entry row = keys.enter(ledger, Map.of("key", "書庫3の鍵", "cabinet", "書庫2、書庫No.3", "holder", "handler",
                "spareHolder", "staff"));
        keys.enter(ledger, Map.of("key", "書庫1の鍵", "cabinet", "書庫1", "holder", "member"));
        assertEquals(Set.of("storage 8-2(5)③"), broken(UNATTESTED));
        assertEquals(Set.of("storage 8-2(5)③"), broken(receipt()));
        ledger.correct(Role.STAFF, row, Map.of("key", "書庫3の鍵", "cabinet", "書庫2、書庫No.3", "holder", "handler",
                "spareHolder", "second"));
        Entry receipt = office.checked(UNATTESTED);
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-2(5)③"));
        ledger.correct(Role.STAFF, row, Map.of("key", "書庫3の鍵", "cabinet", "書庫3", "holder", "handler", "spareHolder",
                "member"));
        assertTrue(office.gaps(Receipts.LEDGER, "8-2(5)③").get(0).contains("委員 四郎"));
        office.act("handler", receipt, "dispose", Office.disposal());
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-2(5)③"));
    }

    @Test
    @DisplayName("8-2(5)③ a key that a released handler still holds is a gap")
    void releasedHolder() {
        Neighbour keys = Neighbours.keys().register(new Place("書庫3", true, true, 3, "執務室"));
        ledger.add(keys);
        keys.enter(ledger, Map.of("key", "書庫3の鍵", "cabinet", "書庫3", "holder", "second"));
        office.checked(UNATTESTED);
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-2(5)③"));
        Entry row = ledger.look(view -> view.find(Handlers.LEDGER, "handler", "p-second")).get(0);
        ledger.act(Role.MANAGER, row, "release", Map.of());
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        assertTrue(office.gaps(Receipts.LEDGER, "8-2(5)③").get(0).contains("second"));
    }

    @Test
    @DisplayName("8-2(5)③ what can't be seen is named: no places, no 様式4, no row or no holder in it")
    void unknown() {
        office.checked(receipt());
        assertEquals(2, office.gaps(Receipts.LEDGER, "8-2(5)③").stream()
                .filter(t -> t.endsWith("（未導入 — 紙で確認）。")).count());
        Neighbour keys = Neighbours.keys().register(new Place("書庫1", true, true));
        ledger.add(keys);
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-2(5)③").stream()
                .filter(t -> t.contains("未導入")).toList());
        assertEquals(2, office.gaps(Receipts.LEDGER, "8-2(5)③").size());
        keys.register(new Place("書庫3", true, true));
        keys.enter(ledger, Map.of("key", "書庫3の鍵", "cabinet", "書庫3"));
        assertTrue(office.gaps(Receipts.LEDGER, "8-2(5)③").get(0).contains("様式4"));
    }

    private Set<String> broken(Map<String, Object> fields) {
        return office.broken(() -> office.enter("handler", Receipts.LEDGER, fields));
    }
}
