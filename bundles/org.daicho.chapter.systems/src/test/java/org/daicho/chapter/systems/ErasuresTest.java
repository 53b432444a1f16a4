package org.daicho.chapter.systems;

import static org.daicho.chapter.systems.Systems.broken;
import static org.daicho.chapter.systems.Systems.device;
import static org.daicho.chapter.systems.Systems.erasure;
import static org.daicho.chapter.systems.Systems.install;
import static org.daicho.chapter.systems.Systems.only;
import static org.daicho.chapter.systems.Systems.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;

import org.daicho.chapter.systems.Devices.Kind;
import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasuresTest extends LedgerOfSystems {

    private static final Map<String, Object> REASON = Map.of("retirementReason", "更新");

    @Test
    @DisplayName("4-8 G県: a device goes out of use only with a record of its erasure")
    void erasureComesFirst() {
        Entry device = enter(device(Kind.SERVER));
        assertEquals(Set.of("4-8 erasureRecord"), broken(ledger, () -> retire(device, REASON)));
        record(with(erasure(DisposalMethod.DESTROYED.label()), "asset", "事務PC"));
        assertEquals(Set.of("4-8 erasureRecord"), broken(ledger, () -> retire(device, REASON)));
        assertEquals(Set.of("4-8 retiredOn", "4-8 erasureRecord"),
                broken(ledger, () -> retire(device, with(REASON, "retiredOn", "2026-11-24"))));
        record(with(erasure(DisposalMethod.DESTROYED.label()), "asset", "受付ＰＣ"));
        assertEquals("retired", retire(device, REASON).state());
    }

    @Test
    @DisplayName("4-8 The manager may confirm why a device was not erased, and that is kept")
    void lostDevice() {
        Entry device = enter(device(Kind.NOTEBOOK));
        Violation violation = only(ledger, () -> retire(device, REASON));
        Entry retired = ledger.actConfirming(Role.MANAGER, device, "retire", REASON, violation.confirm(), "盗難");
        assertEquals(Map.of("not-erased", "盗難"), retired.confirmations());
    }

    @Test
    @DisplayName("4-8 A record means the device by its number, or by its id, and no other of the same name")
    void recordMeansOneDevice() {
        Entry first = enter(with(device(Kind.SERVER), "assetNumber", 1L));
        Entry second = enter(with(device(Kind.SERVER), "assetNumber", 2L));
        assertEquals(Set.of("4-8 assetNumber"),
                broken(ledger, () -> record(erasure(DisposalMethod.DESTROYED.label()))));
        Entry record = record(with(erasure(DisposalMethod.DESTROYED.label()), "assetNumber", 1L));
        assertEquals(Set.of("4-8 erasureRecord"), broken(ledger, () -> retire(second, REASON)));
        assertEquals(Set.of("4-8 erasureRecord"),
                broken(ledger, () -> retire(second, with(REASON, "erasureRecord", record.id()))));
        retire(first, REASON);
        assertEquals("retired", retire(enter(device(Kind.SERVER)), with(REASON, "erasureRecord", record.id())).state());
    }

    @Test
    @DisplayName("4-8 An erasure from before a device was registered is of another one that bore the name")
    void oldRecordIsOfAnother() {
        record(with(erasure(DisposalMethod.DESTROYED.label()), "erasedOn", "2026-11-22"));
        Entry device = enter(device(Kind.SERVER));
        assertEquals(Set.of("4-8 erasureRecord"), broken(ledger, () -> retire(device, REASON)));
    }

    @Test
    @DisplayName("4-8 Where chapter 3 is installed, its record of the disposal will do; a destroyed one will not")
    void disposalWillDo() {
        ledger.add(Neighbours.disposals());
        Entry device = enter(with(device(Kind.SERVER), "assetNumber", 5L));
        Entry disposal = ledger.enter(Role.STAFF, Neighbours.DISPOSALS, Map.of("asset", "旧サーバー", "assetNumber", 5L));
        Entry other = enter(device(Kind.SERVER));
        assertEquals(Set.of("4-8 erasureRecord"), broken(ledger, () -> retire(other, REASON)));
        ledger.ledger().erase(ledger.people().caller(Role.MANAGER), disposal.ledger(), disposal.id(),
                new Erasure("満了", "消去", "職員 三子"));
        assertEquals(Set.of("4-8 erasureRecord"), broken(ledger, () -> retire(device, REASON)));
        ledger.enter(Role.STAFF, Neighbours.DISPOSALS, Map.of("asset", "旧サーバー", "assetNumber", 5L));
        assertEquals("retired", retire(device, REASON).state());
    }

    @ParameterizedTest(name = "3-4(2) {0} does not erase {1}")
    @CsvSource({"物理的消去（磁気消去）, 光ディスク（CD・DVD等）", "物理的消去（磁気消去）, 半導体メモリ（USBメモリ・SSD等）",
            "論理的消去（許可を得たデータ消去ソフトウェア）, 光ディスク（CD・DVD等）"})
    void methodLeavesNothingToRestore(String method, String kind) {
        approvedEraser();
        Map<String, Object> fields = with(with(erasure(method), "mediumKind", kind), "software", "完全消去くん");
        assertEquals(Set.of("3-4(2) method"), broken(ledger, () -> record(fields)));
    }

    @ParameterizedTest(name = "3-4(2) {0} erases {1}")
    @CsvSource({"物理的消去（磁気消去）, 磁気ディスク・磁気テープ（HDD等）", "物理的消去（シュレッダー・破砕・粉砕）, 光ディスク（CD・DVD等）",
            "論理的消去（許可を得たデータ消去ソフトウェア）, 半導体メモリ（USBメモリ・SSD等）"})
    void fittingMethodsAreTaken(String method, String kind) {
        approvedEraser();
        record(with(with(erasure(method), "mediumKind", kind), "software", "完全消去くん"));
    }

    @Test
    @DisplayName("3-4(2) Logical erasure names software that was approved on the day, here or in chapter 3's list")
    void softwareIsApproved() {
        Map<String, Object> wiped = erasure(DisposalMethod.WIPED.label());
        assertEquals(Set.of("3-4(2) software"), broken(ledger, () -> record(wiped)));
        assertEquals(Set.of("3-4(2) software"), broken(ledger, () -> record(with(wiped, "software", "完全消去くん"))));
        Entry approved = approvedEraser();
        record(with(wiped, "software", "完全消去くん"));
        Map<String, Object> earlier = with(with(wiped, "software", "完全消去くん"), "erasedOn", "2026-11-22");
        assertEquals(Set.of("3-4(2) software"), broken(ledger, () -> record(earlier)));
        ledger.act(Role.MANAGER, approved, "revoke", Map.of());
        ledger.clock().goTo(TestClock.START.plusDays(1));
        assertEquals(Set.of("3-4(2) software"), broken(ledger, () -> record(with(wiped, "software", "完全消去くん"))));
        ledger.add(Neighbours.erasureSoftware());
        ledger.enter(Role.STAFF, Neighbours.ERASURE_SOFTWARE, Map.of("name", "完全消去くん", "approvedOn", "2026-11-24"));
        record(with(wiped, "software", "完全消去くん"));
        ledger.enter(Role.STAFF, Neighbours.ERASURE_SOFTWARE,
                Map.of("name", "前の消去くん", "approvedOn", "2026-01-01", "withdrawnOn", "2026-11-23"));
        assertEquals(Set.of("3-4(2) software"), broken(ledger, () -> record(with(wiped, "software", "前の消去くん"))));
    }

    @Test
    @DisplayName("3-4(2) Software that was approved for other work erases nothing")
    void otherSoftwareErasesNothing() {
        ledger.act(Role.MANAGER, ledger.enter(Role.STAFF, Installs.LEDGER, install()), "approve", Map.of());
        assertEquals(Set.of("3-4(2) software"),
                broken(ledger, () -> record(with(erasure(DisposalMethod.WIPED.label()), "software", "会計ソフト"))));
    }

    @Test
    @DisplayName("4-8 An erasure has another person as witness, a contractor's has a certificate, none lies ahead")
    void erasureIsWitnessed() {
        Map<String, Object> fields = erasure(DisposalMethod.DESTROYED.label());
        assertEquals(Set.of("4-8 witness"), broken(ledger, () -> record(with(fields, "witness", "staff"))));
        assertEquals(Set.of("4-8 erasedOn"), broken(ledger, () -> record(with(fields, "erasedOn", "2026-11-24"))));
        Map<String, Object> contracted = with(fields, "contractor", "消去サービス社");
        assertEquals(Set.of("3-4(2) certificate"), broken(ledger, () -> record(contracted)));
        record(with(contracted, "certificate", "書庫1"));
    }

    private Entry approvedEraser() {
        Entry request = ledger.enter(Role.STAFF, Installs.LEDGER,
                with(with(install(), "software", "完全消去くん"), "erasesData", true));
        return ledger.act(Role.MANAGER, request, "approve", Map.of());
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Devices.LEDGER, fields);
    }

    private Entry record(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Erasures.LEDGER, fields);
    }

    private Entry retire(Entry device, Map<String, Object> fields) {
        return ledger.act(Role.MANAGER, device, "retire", fields);
    }
}
