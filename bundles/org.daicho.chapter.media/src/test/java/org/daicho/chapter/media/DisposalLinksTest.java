package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.disposal;
import static org.daicho.chapter.media.Media.software;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.media.Disposals.Category;
import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisposalLinksTest {

    private static final Map<String, Object> SHREDDED = disposal(Category.PAPER, DisposalMethod.DESTROYED.label());

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final Neighbour inventory = Neighbours.inventory();

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter(), inventory);
    }

    @Test
    @DisplayName("3-4(2) Data are erased logically only with software that the manager approved by then")
    void softwareIsApproved() {
        Map<String, Object> wiped = disposal(Category.MEDIUM, DisposalMethod.WIPED.label());
        broken("3-4(2)", "software", wiped);
        Map<String, Object> named = with(wiped, "software", "完全消去くん");
        broken("3-4(2)", "software", named);
        Entry software = ledger.enter(Role.STAFF, ErasureSoftware.LEDGER, software());
        broken("3-4(2)", "software", named);
        ledger.act(Role.MANAGER, software, "approve", Map.of());
        assertEquals("完全消去くん", enter(named).fields().text("software"));
        broken("3-4(2)", "software", with(named, "disposedOn", "2026-11-22"));
        ledger.clock().goTo(LocalDate.of(2026, 11, 25));
        ledger.act(Role.MANAGER, software, "withdraw", Map.of("withdrawnOn", "2026-11-24"));
        broken("3-4(2)", "software", named);
        enter(with(named, "disposedOn", "2026-11-24"));
    }

    @Test
    @DisplayName("3-4 The record means one asset of the inventory: its category, and its number where names are not enough")
    void recordMeansOneAsset() {
        Entry first = Neighbours.asset(ledger, "講座申込者名簿", "記録媒体", Map.of());
        broken("3-4(1)", "category", SHREDDED);
        Map<String, Object> crushed = disposal(Category.MEDIUM, DisposalMethod.DESTROYED.label());
        enter(crushed);
        Entry second = Neighbours.asset(ledger, "講座申込者名簿", "紙媒体", Map.of());
        broken("3-4(2)", "assetNumber", crushed);
        broken("3-4(2)", "assetNumber", with(crushed, "assetNumber", 99L));
        broken("3-4(2)", "assetNumber", with(with(crushed, "asset", "別の名簿"), "assetNumber", number(first)));
        broken("3-4(2)", "category", with(crushed, "assetNumber", number(second)));
        enter(with(crushed, "assetNumber", number(first)));
        enter(with(SHREDDED, "assetNumber", number(second)));
        ledger.remove(inventory);
        enter(crushed);
    }

    @Test
    @DisplayName("3-4(2) What was disposed of is due to leave the inventory until it did")
    void disposedLeavesTheInventory() {
        Entry asset = Neighbours.asset(ledger, "USBメモリ3", "記録媒体", Map.of());
        Entry record = enter(with(disposal(Category.MEDIUM, DisposalMethod.DESTROYED.label()), "asset", "ＵＳＢメモリ３"));
        enter(disposal(Category.PAPER, DisposalMethod.DESTROYED.label()));
        assertEquals(Set.of("registered:" + record.id()), Found.keys(ledger, "3-4(2)"));
        ledger.act(Role.STAFF, asset, "remove", Map.of());
        assertEquals(Set.of(), Found.keys(ledger, "3-4(2)"));
    }

    @Test
    @DisplayName("3-4(2) Another version of approved software is approved anew; days lie behind and in order")
    void approvalCoversTheVersion() {
        Entry software = ledger.enter(Role.STAFF, ErasureSoftware.LEDGER, software());
        assertEquals("approvedOn", ledger.violations(() -> ledger.act(Role.MANAGER, software, "approve",
                Map.of("approvedOn", "2026-11-24"))).get(0).field());
        Entry approved = ledger.act(Role.DEPUTY, software, "approve", Map.of());
        assertEquals("事務局長 次郎", approved.fields().person("approvedBy").name());
        for (String day : List.of("2026-11-22", "2026-11-24")) {
            assertEquals("withdrawnOn", ledger.violations(() -> ledger.act(Role.MANAGER, software, "withdraw",
                    Map.of("withdrawnOn", day))).get(0).field());
        }
        Entry updated = ledger.correct(Role.STAFF, software, with(software(), "softwareVersion", "4.0"));
        assertEquals("requested", updated.state());
        assertFalse(updated.fields().has("approvedOn"));
        broken("3-4(2)", "software",
                with(disposal(Category.MEDIUM, DisposalMethod.WIPED.label()), "software", "完全消去くん"));
        assertEquals("rejected", ledger.act(Role.MANAGER, software, "reject", Map.of()).state());
    }

    @Test
    @DisplayName("3-4(2) What chapter 4 approved for erasing is approved software too, while it is approved")
    void softwareOfChapterFour() {
        Neighbour installs = Neighbours.installs();
        ledger.add(installs);
        installs.enter(ledger, Map.of("software", "消去名人", "erasesData", true, "approvedOn", "2026-11-01"));
        installs.enter(ledger, Map.of("software", "会計ソフト", "erasesData", false, "approvedOn", "2026-11-01"));
        installs.enter(ledger, Map.of("software", "旧消去名人", "erasesData", true, "approvedOn", "2026-01-01", "revokedOn",
                "2026-10-31"));
        Map<String, Object> wiped = disposal(Category.MEDIUM, DisposalMethod.WIPED.label());
        for (String other : List.of("会計ソフト", "旧消去名人")) {
            broken("3-4(2)", "software", with(wiped, "software", other));
        }
        enter(with(wiped, "software", "消去名人"));
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Disposals.LEDGER, fields);
    }

    private static Long number(Entry asset) {
        return asset.fields().integer("assetNumber");
    }

    private void broken(String clause, String field, Map<String, Object> fields) {
        List<Violation> violations = ledger.violations(() -> enter(fields));
        assertEquals(List.of(field), violations.stream().map(Violation::field).toList());
        assertEquals(clause, violations.get(0).clause());
    }
}
