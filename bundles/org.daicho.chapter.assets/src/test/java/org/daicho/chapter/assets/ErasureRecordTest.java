package org.daicho.chapter.assets;

import static org.daicho.chapter.assets.Assets.disposal;
import static org.daicho.chapter.assets.Assets.plain;
import static org.daicho.chapter.assets.Assets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureRecordTest {

    private static final Map<String, Object> CRUSHED = disposal(DisposalMethod.DESTROYED.label());

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new AssetsChapter(6));
    }

    @ParameterizedTest(name = "4-8 G県: hardware leaves with its record in {0}, by its number")
    @ValueSource(strings = {Reliances.ERASURES, Reliances.DISPOSALS})
    void recordComesFirst(String records) {
        ledger.add(Neighbours.disposals(records));
        Entry asset = hardware("サーバー");
        Entry other = hardware("サーバー");
        assertUnerased(asset, CRUSHED);
        record(records, "サーバー", other.fields().integer("assetNumber"));
        assertUnerased(asset, CRUSHED);
        record(records, "旧サーバー", asset.fields().integer("assetNumber"));
        assertEquals("removed", remove(asset, CRUSHED).state());
    }

    @ParameterizedTest(name = "4-8 A record in {0} without a number means hardware by its name, from its days on")
    @ValueSource(strings = {Reliances.ERASURES, Reliances.DISPOSALS})
    void recordByName(String records) {
        ledger.add(Neighbours.disposals(records));
        record(records, "サーバー", null);
        ledger.clock().goTo(TestClock.START.plusDays(1));
        Entry asset = hardware("サーバー");
        assertUnerased(asset, CRUSHED);
        record(records, "サーバー2", null);
        assertUnerased(asset, CRUSHED);
        record(records, "サーバー", null);
        assertEquals("removed", remove(asset, CRUSHED).state());
    }

    @Test
    @DisplayName("4-8 A record that is named by its id has to be of this hardware")
    void namedRecordIsOfIt() {
        ledger.add(Neighbours.disposals(Reliances.ERASURES));
        Entry asset = hardware("サーバー");
        Entry other = record(Reliances.ERASURES, "別の機器", 99L);
        assertUnerased(asset, with(CRUSHED, "disposalRecord", other.id()));
    }

    @Test
    @DisplayName("4-8 What was not erased leaves only where the manager confirms why")
    void managerMayConfirm() {
        ledger.add(Neighbours.disposals(Reliances.ERASURES));
        Entry asset = hardware("キーボード");
        String code = assertUnerased(asset, CRUSHED).confirm();
        Entry removed = ledger.actConfirming(Role.MANAGER, asset, "remove", CRUSHED, code, "データの残らない機器");
        assertEquals(Map.of("not-disposed", "データの残らない機器"), removed.confirmations());
        assertEquals(List.of(), gaps());
    }

    @Test
    @DisplayName("4-8 Without chapters 3 and 4 the register's own account of the disposal does; paper asks for no erasure")
    void worksAlone() {
        Entry asset = hardware("サーバー");
        assertEquals("removed", remove(asset, CRUSHED).state());
        ledger.add(Neighbours.disposals(Reliances.ERASURES));
        assertEquals(List.of("disposal:" + asset.id()), gaps());
        remove(ledger.enter(Role.STAFF, Inventory.LEDGER, plain("紙媒体")), CRUSHED);
        assertEquals(List.of("disposal:" + asset.id()), gaps());
        record(Reliances.ERASURES, "サーバー", asset.fields().integer("assetNumber"));
        assertEquals(List.of(), gaps());
    }

    private Violation assertUnerased(Entry asset, Map<String, Object> disposal) {
        List<Violation> violations = ledger.violations(() -> remove(asset, disposal));
        assertEquals(List.of("4-8 disposalRecord"),
                violations.stream().map(v -> v.clause() + " " + v.field()).toList());
        return violations.get(0);
    }

    private Entry hardware(String name) {
        return ledger.enter(Role.STAFF, Inventory.LEDGER, with(plain("ハードウェア"), "name", name));
    }

    private Entry record(String records, String asset, Long number) {
        Map<String, Object> fields = new HashMap<>(Map.of("asset", asset));
        fields.put("assetNumber", number);
        return ledger.enter(Role.STAFF, records, fields);
    }

    private Entry remove(Entry asset, Map<String, Object> disposal) {
        return ledger.act(Role.MANAGER, asset, "remove", disposal);
    }

    private List<String> gaps() {
        return ledger.dutiesOf("assets").stream().map(d -> d.key()).filter(k -> k.startsWith("disposal:")).toList();
    }
}
