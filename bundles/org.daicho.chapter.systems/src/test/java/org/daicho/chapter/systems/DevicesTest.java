package org.daicho.chapter.systems;

import static org.daicho.chapter.systems.Systems.broken;
import static org.daicho.chapter.systems.Systems.check;
import static org.daicho.chapter.systems.Systems.device;
import static org.daicho.chapter.systems.Systems.due;
import static org.daicho.chapter.systems.Systems.duties;
import static org.daicho.chapter.systems.Systems.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.systems.Devices.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private Neighbour inventory;

    @BeforeEach
    void openLedger() {
        inventory = Neighbours.inventory().register(Neighbours.PLACES);
        ledger = Systems.open(folder, inventory);
    }

    @ParameterizedTest(name = "4-6(1) {0} is not kept in {1}")
    @CsvSource({"ノート型パソコン, 執務室", "ノート型パソコン, 棚", "ノート型パソコン, 机の上", "タブレット, 執務室"})
    void notebookIsPutAway(String kind, String place) {
        assertEquals(Set.of("4-6(1) place"), broken(ledger, () -> enter(with(device(kind), "place", place))));
    }

    @Test
    @DisplayName("4-6(1) A notebook is kept in a lockable cabinet, a desktop where it stands")
    void cabinetIsTaken() {
        enter(with(device(Kind.NOTEBOOK), "place", "書庫 １"));
        Entry desktop = enter(with(device(Kind.DESKTOP), "place", "机の上"));
        assertEquals(Set.of("4-6(1) place"), broken(ledger,
                () -> ledger.correct(Role.STAFF, desktop, with(device(Kind.NOTEBOOK), "place", "机の上"))));
    }

    @Test
    @DisplayName("4-6(1) A cabinet that the daily lock check does not have, or that is none any more, is a gap")
    void cabinetIsInTheLockCheck() {
        enter(device(Kind.NOTEBOOK));
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "cabinet"));
        enter(with(device(Kind.NOTEBOOK), "place", "書庫甲"));
        assertEquals(List.of("4-6(1) 2026-11-23"), due(ledger, Devices.LEDGER, "cabinet"));
        assertTrue(duties(ledger, Devices.LEDGER, "cabinet").findFirst().orElseThrow().title().ja().contains("様式5"));
        inventory.register(Neighbours.PLACES[3]);
        assertEquals(2, due(ledger, Devices.LEDGER, "cabinet").size());
        inventory.register();
        assertTrue(duties(ledger, Devices.LEDGER, "cabinet").allMatch(d -> d.title().ja().contains("未導入 — 紙で確認")));
    }

    @Test
    @DisplayName("4-6(1) Without registered places a notebook is taken wherever it is said to be")
    void worksWithoutPlaces() {
        inventory.register();
        assertEquals("active", enter(with(device(Kind.NOTEBOOK), "place", "机の上")).state());
    }

    @Test
    @DisplayName("4-2(1) A device that was never checked is due at once, and again after a year")
    void checksAreDue() {
        Entry device = enter(device(Kind.DESKTOP));
        assertEquals(List.of("4-2(1) 2026-11-23"), due(ledger, Devices.LEDGER, "unchecked"));
        Entry checked = checked(device, check());
        assertEquals("職員 三子", checked.fields().person("checkedBy").name());
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "unchecked"));
        assertEquals(List.of("4-2(1) 2027-11-23"), due(ledger, Devices.LEDGER, "check"));
        assertEquals(Set.of("4-2(1) checkedOn"),
                broken(ledger, () -> checked(device, with(check(), "checkedOn", "2026-11-24"))));
    }

    @Test
    @DisplayName("2-3(1) A device that 様式1 does not have, by its number or its name, is due where 様式1 is kept")
    void deviceOutsideTheInventory() {
        Entry device = ledger.enter(Role.STAFF, Devices.LEDGER, device(Kind.DESKTOP));
        Neighbours.asset(ledger, "受付PC", "紙媒体", Map.of("assetNumber", 6L));
        assertEquals(List.of("2-3(1) 2026-11-23"), due(ledger, Devices.LEDGER, "inventory"));
        Entry asset = Neighbours.asset(ledger, "受付ＰＣ", "ハードウェア", Map.of("assetNumber", 7L));
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "inventory"));
        ledger.correct(Role.STAFF, device, with(device(Kind.DESKTOP), "assetNumber", 6L));
        assertEquals(1, due(ledger, Devices.LEDGER, "inventory").size());
        ledger.correct(Role.STAFF, device, with(device(Kind.DESKTOP), "assetNumber", 7L));
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "inventory"));
        ledger.act(Role.MANAGER, asset, "remove", Map.of());
        assertEquals(1, due(ledger, Devices.LEDGER, "inventory").size());
    }

    @Test
    @DisplayName("2-3(1) Where 様式1 is not kept in the system, nothing is held against it")
    void withoutTheInventory() {
        ledger.remove(inventory);
        ledger.enter(Role.STAFF, Devices.LEDGER, device(Kind.DESKTOP));
        ledger.enter(Role.STAFF, Licences.LEDGER, Systems.licence(1));
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "inventory"));
        assertEquals(List.of(), due(ledger, Licences.LEDGER, "inventory"));
    }

    @Test
    @DisplayName("4-2(1) A computer of the inventory that is not in the register was never checked")
    void inventoryIsChecked() {
        Neighbours.asset(ledger, "受付PC", "ハードウェア", Map.of("hardwareType", Kind.NOTEBOOK, "assetNumber", 7L));
        Neighbours.asset(ledger, "複合機", "ハードウェア", Map.of("hardwareType", "プリンタ・複合機"));
        assertEquals(List.of("4-2(1) 2026-11-23"), due(ledger, Devices.LEDGER, "register"));
        enter(with(with(device(Kind.NOTEBOOK), "device", "別の名称"), "assetNumber", 7L));
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "register"));
        Neighbours.asset(ledger, "事務PC", "ハードウェア", Map.of("hardwareType", Kind.DESKTOP));
        assertEquals(1, due(ledger, Devices.LEDGER, "register").size());
        enter(with(device(Kind.DESKTOP), "device", "事務ＰＣ"));
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "register"));
    }

    @ParameterizedTest(name = "{2} A check that finds {0} {1} shows it until the next check finds it well")
    @CsvSource({"loginPassword, デスクトップ型パソコン, 4-2(1), password", "passwordKept, デスクトップ型パソコン, 4-2(2), kept",
            "antiMalware, デスクトップ型パソコン, 4-3, malware", "cablingSafe, デスクトップ型パソコン, 4-5, cable",
            "secured, ノート型パソコン, 4-6(1), unlocked", "secured, デスクトップ型パソコン, 4-6(2), unwired"})
    void findingsAreShown(String answer, String kind, String clause, String key) {
        Entry device = enter(device(kind));
        assertEquals(List.of(), found());
        checked(device, with(check(), answer, false));
        assertEquals(List.of(clause + " " + key), found());
        checked(device, check());
        assertEquals(List.of(), found());
    }

    @Test
    @DisplayName("4-2(2) An unasked user is a gap; a device without a cable is none")
    void unansweredQuestions() {
        Entry device = enter(device(Kind.DESKTOP));
        checked(device, with(with(check(), "passwordKept", null), "cablingSafe", null));
        assertEquals(List.of("4-2(2) kept"), found());
    }

    @ParameterizedTest(name = "4-3 Installed anti-malware software without {0} is refused")
    @ValueSource(strings = {"antiMalwareProduct", "antiMalwareUpdatedOn"})
    void antiMalwareIsNamed(String column) {
        Entry device = enter(device(Kind.DESKTOP));
        assertEquals(Set.of("4-3 " + column), broken(ledger, () -> checked(device, with(check(), column, null))));
        checked(device, with(with(check(), "antiMalware", false), column, null));
    }

    @Test
    @DisplayName("4-3 An update lies before its check, and an old one is shown; the end of the licence is due")
    void updatesAndLicences() {
        Entry device = enter(device(Kind.DESKTOP));
        assertEquals(Set.of("4-3 antiMalwareUpdatedOn"),
                broken(ledger, () -> checked(device, with(check(), "antiMalwareUpdatedOn", "2026-11-24"))));
        checked(device, with(check(), "antiMalwareUpdatedOn", "2026-10-24"));
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "stale"));
        checked(device, with(check(), "antiMalwareUpdatedOn", "2026-10-23"));
        assertEquals(List.of("4-3 2026-11-23"), due(ledger, Devices.LEDGER, "stale"));
        assertEquals(List.of(), due(ledger, Devices.LEDGER, "licence"));
        checked(device, with(check(), "antiMalwareLicenceEnd", "2026-10-31"));
        assertEquals(List.of("4-3 2026-10-31"), due(ledger, Devices.LEDGER, "licence"));
    }

    @Test
    @DisplayName("4-6(2) A desktop said to be secured names its wire; a notebook has its cabinet")
    void wireIsNamed() {
        Map<String, Object> unnamed = with(check(), "securing", null);
        Entry desktop = enter(device(Kind.DESKTOP));
        assertEquals(Set.of("4-6(2) securing"), broken(ledger, () -> checked(desktop, unnamed)));
        checked(desktop, with(unnamed, "secured", false));
        checked(enter(device(Kind.NOTEBOOK)), unnamed);
    }

    private List<String> found() {
        return ledger.dutiesOf("systems").stream().filter(d -> d.ledger().equals(Devices.LEDGER))
                .filter(d -> !d.key().matches("(unchecked|check|cabinet|licence|inventory):.*"))
                .map(d -> d.clause() + " " + d.key().substring(0, d.key().indexOf(':'))).toList();
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Devices.LEDGER, fields);
    }

    private Entry checked(Entry device, Map<String, Object> fields) {
        return ledger.act(Role.STAFF, device, "check", fields);
    }
}
