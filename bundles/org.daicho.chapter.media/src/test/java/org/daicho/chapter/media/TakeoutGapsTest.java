package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.request;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeoutGapsTest {

    private static final SheetPeriod MONTH = SheetPeriod.parse("2026-11");

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final Neighbour inventory = Neighbours.inventory();

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter(), inventory);
        Neighbours.asset(ledger, "講座申込者名簿", "紙媒体", Map.of());
    }

    @Test
    @DisplayName("2-3(1) What is not in 様式1 is a gap of the month at once, each name once, whatever its width")
    void unregisteredIsAGap() {
        take("講座申込者名簿");
        take("講座 申込者名簿");
        assertEquals(List.of(), Found.gaps(ledger, MONTH, "2-3(1)"));
        take("名簿Ｂ");
        take("名簿B");
        assertEquals(1, Found.gaps(ledger, MONTH, "2-3(1)").size());
        Neighbours.asset(ledger, "名簿Ｂ", "紙媒体", Map.of());
        assertEquals(List.of(), Found.gaps(ledger, MONTH, "2-3(1)"));
    }

    @Test
    @DisplayName("2-3(1) A request that was withdrawn or rejected is no gap, one that left the inventory is")
    void onlyWhatMayGoOut() {
        ledger.act(Role.STAFF, take("名簿B"), "withdraw", Map.of());
        ledger.act(Role.MANAGER, take("名簿C"), "reject", Map.of());
        assertEquals(List.of(), Found.gaps(ledger, MONTH, "2-3(1)"));
        Entry asset = Neighbours.asset(ledger, "名簿D", "紙媒体", Map.of());
        take("名簿D");
        ledger.act(Role.STAFF, asset, "remove", Map.of());
        assertEquals(1, Found.gaps(ledger, MONTH, "2-3(1)").size());
    }

    @Test
    @DisplayName("2-3(1) On the first of a month the gap is that month's too, from the next day on")
    void firstOfTheMonth() {
        ledger.clock().goTo(LocalDate.of(2026, 12, 1));
        take("名簿B");
        ledger.clock().goTo(LocalDate.of(2026, 12, 2));
        assertEquals(List.of(), Found.gaps(ledger, MONTH, "2-3(1)"));
        assertEquals(1, Found.gaps(ledger, SheetPeriod.parse("2026-12"), "2-3(1)").size());
    }

    @Test
    @DisplayName("2-3(1) Where no inventory is kept in the system, the gap says 未導入 — 紙で確認")
    void withoutInventory() {
        ledger.remove(inventory);
        take("講座申込者名簿");
        List<String> gaps = Found.gaps(ledger, MONTH, "2-3(1)");
        assertEquals(1, gaps.size());
        assertTrue(gaps.get(0).contains("未導入 — 紙で確認"), gaps.get(0));
    }

    @Test
    @DisplayName("4-1 C町: a storage medium that is none of the inventory's is a gap of the month")
    void unknownMediumIsAGap() {
        Neighbours.asset(ledger, "USBメモリ1", "記録媒体", Map.of());
        ledger.enter(Role.STAFF, Takeouts.LEDGER, with(request(), "medium", "ＵＳＢメモリ１"));
        assertEquals(List.of(), Found.gaps(ledger, MONTH, "4-1"));
        ledger.enter(Role.STAFF, Takeouts.LEDGER, with(request(), "medium", "講座申込者名簿"));
        ledger.enter(Role.STAFF, Takeouts.LEDGER, with(request(), "medium", "私物のUSB"));
        assertEquals(2, Found.gaps(ledger, MONTH, "4-1").size());
        ledger.remove(inventory);
        assertTrue(Found.gaps(ledger, MONTH, "4-1").stream().allMatch(g -> g.contains("未導入 — 紙で確認")));
    }

    @Test
    @DisplayName("0-1 A take-out says whether it holds personal information, and may leave it open")
    void personalInformationIsKept() {
        Entry entry = ledger.enter(Role.STAFF, Takeouts.LEDGER, with(request(), "personalInformation", false));
        assertTrue(entry.fields().isFalse("personalInformation"));
        take("講座申込者名簿");
        assertEquals(List.of(), ledger.gaps(Takeouts.LEDGER, MONTH));
    }

    private Entry take(String asset) {
        return ledger.enter(Role.STAFF, Takeouts.LEDGER, with(request(), "asset", asset));
    }
}
