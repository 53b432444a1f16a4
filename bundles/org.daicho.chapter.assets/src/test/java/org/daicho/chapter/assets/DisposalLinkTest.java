package org.daicho.chapter.assets;

import static org.daicho.chapter.assets.Assets.disposal;
import static org.daicho.chapter.assets.Assets.plain;
import static org.daicho.chapter.assets.Assets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisposalLinkTest {

    private static final Map<String, Object> DESTROYED = disposal(DisposalMethod.DESTROYED.label());

    @TempDir
    Path folder;

    private TestLedger ledger;

    @Test
    @DisplayName("3-4 Where chapter 3 is installed, what left without an entry there is a gap of the next inspection")
    void disposalIsLinked() {
        try (TestLedger opened = TestLedger.open(folder, new AssetsChapter(6))) {
            ledger = opened;
            Entry unlinked = remove(DESTROYED);
            assertEquals(Set.of(), disposalGaps());
            ledger.add(Neighbours.disposals(Reliances.DISPOSALS));
            assertEquals(Set.of("disposal:" + unlinked.id()), disposalGaps());
            Entry disposal = ledger.enter(Role.STAFF, Reliances.DISPOSALS, Map.of("note", "破砕"));
            remove(with(DESTROYED, "disposalRecord", disposal.id()));
            Entry lost = enter();
            ledger.actConfirming(Role.MANAGER, lost, "remove", Map.of("removalReason", "紛失"),
                    RemovalRules.NOT_DISPOSED, "事件の報告に記録した");
            assertEquals(Set.of("disposal:" + unlinked.id()), disposalGaps());
            ledger.clock().goTo(TestClock.START.plusDays(1));
            Inspections.sign(ledger);
            assertEquals(Set.of(), disposalGaps());
        }
    }

    @Test
    @DisplayName("3-4 A disposal recorded after the removal is found by the asset's number, or by its name alone")
    void laterRecordIsFound() {
        try (TestLedger opened = TestLedger.open(folder, new AssetsChapter(6),
                Neighbours.disposals(Reliances.DISPOSALS))) {
            ledger = opened;
            Entry first = remove(DESTROYED);
            Entry second = remove(DESTROYED);
            assertEquals(Set.of("disposal:" + first.id(), "disposal:" + second.id()), disposalGaps());
            String name = first.fields().text("name");
            ledger.enter(Role.STAFF, Reliances.DISPOSALS,
                    Map.of("asset", name, "assetNumber", first.fields().integer("assetNumber")));
            assertEquals(Set.of("disposal:" + second.id()), disposalGaps());
            ledger.enter(Role.STAFF, Reliances.DISPOSALS, Map.of("asset", name));
            assertEquals(Set.of(), disposalGaps());
        }
    }

    @Test
    @DisplayName("3-4 What was handed back is no disposal, and needs no entry there")
    void returnedNeedsNoRecord() {
        try (TestLedger opened = TestLedger.open(folder, new AssetsChapter(6),
                Neighbours.disposals(Reliances.DISPOSALS))) {
            ledger = opened;
            ledger.act(Role.MANAGER, ledger.enter(Role.STAFF, Inventory.LEDGER, plain("紙媒体")), "remove",
                    disposal(Inventory.HANDED_BACK));
            assertEquals(Set.of(), disposalGaps());
        }
    }

    private Entry enter() {
        return ledger.enter(Role.STAFF, Inventory.LEDGER, plain("記録媒体"));
    }

    private Entry remove(Map<String, Object> disposal) {
        return ledger.act(Role.MANAGER, enter(), "remove", disposal);
    }

    private Set<String> disposalGaps() {
        return ledger.dutiesOf("assets").stream().map(d -> d.key()).filter(k -> k.startsWith("disposal:"))
                .collect(Collectors.toSet());
    }
}
