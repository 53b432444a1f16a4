package org.daicho.chapter.assets;

import static org.daicho.chapter.assets.Assets.answered;
import static org.daicho.chapter.assets.Assets.plain;
import static org.daicho.chapter.assets.Assets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck.Gap;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    private static final CheckSubmission NOTHING_FOUND = new CheckSubmission("異常なし", Map.of(), List.of());

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final Neighbour facilities = Neighbour.keeping("facilities.places")
            .register(new Place("書庫1", true, true), new Place("棚", false, true));

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new AssetsChapter(6), facilities);
    }

    @Test
    @DisplayName("2-3(2) An asset about which everything is answered leaves no gap")
    void answeredAssetHasNoGap() {
        enter(answered("紙媒体"));
        assertEquals(List.of(), gaps());
    }

    @Test
    @DisplayName("0-1 Whether an asset holds personal information must be answered, unless it follows")
    void personalInformationUnanswered() {
        Entry open = enter(plain("紙媒体"));
        enter(with(plain("紙媒体"), "specificPersonalInformation", true));
        assertEquals(Set.of(open.id()), gapsOf("0-1"));
        ledger.correct(Role.STAFF, open, answered("紙媒体"));
        assertEquals(Set.of(), gapsOf("0-1"));
    }

    @Test
    @DisplayName("0-6(2)① Personal information without a purpose is taken, and listed")
    void purposeMissing() {
        Map<String, Object> personal = with(plain("紙媒体"), "personalInformation", true);
        Entry open = enter(personal);
        Entry specific = enter(with(plain("紙媒体"), "specificPersonalInformation", true));
        enter(with(personal, "purpose", "講座の案内"));
        assertEquals(Set.of(open.id(), specific.id()), gapsOf("0-6(2)①"));
    }

    @Test
    @DisplayName("2-2 Software is taken before its licence management is answered, and listed")
    void licenceManagementUnanswered() {
        Entry open = enter(answered("ソフトウェア"));
        enter(with(answered("ソフトウェア"), "licenceManaged", true));
        enter(answered("ハードウェア"));
        assertEquals(Set.of(open.id()), gapsOf("2-2"));
    }

    @Test
    @DisplayName("3-1(1) Each location that no live module registers is listed once, whatever its width")
    void unregisteredLocations() {
        enter(with(answered("紙媒体"), "location", "給湯室"));
        enter(with(answered("電子データ"), "location", "給湯室"));
        enter(with(answered("紙媒体"), "location", "書庫１"));
        assertEquals(Set.of("給湯室"), gapsOf("3-1(1)"));
        ledger.remove(facilities);
        List<Gap> gaps = gaps().stream().filter(g -> g.clause().equals("3-1(1)")).toList();
        assertEquals(2, gaps.size());
        assertTrue(gaps.get(0).text().ja().contains("未導入 — 紙で確認"), gaps.get(0).text().ja());
    }

    @Test
    @DisplayName("3-1(2) What is to be locked is listed once its place can be locked no longer")
    void placeCeasesToBeLockable() {
        Entry asset = enter(with(with(plain("紙媒体"), "confidential", true), "personalInformation", false));
        assertEquals(Set.of(), gapsOf("3-1(2)"));
        facilities.register(new Place("書庫1", false, true));
        assertEquals(Set.of(asset.id()), gapsOf("3-1(2)"));
    }

    @ParameterizedTest(name = "4-6(1) A {0} stands in a cabinet that can be locked, or is seen to be kept locked")
    @ValueSource(strings = {"ノート型パソコン", "タブレット"})
    void portableHardware(String type) {
        facilities.register(new Place("書庫1", true, true, 1, "執務室"), new Place("執務室", true, true));
        Map<String, Object> device = with(answered("ハードウェア"), "hardwareType", type);
        enter(device);
        Entry outside = enter(with(device, "location", "執務室"));
        enter(with(with(device, "location", "執務室"), "lockedStorage", true));
        enter(with(with(device, "hardwareType", "デスクトップ型パソコン"), "location", "執務室"));
        assertEquals(Set.of(outside.id()), gapsOf("4-6(1)"));
    }

    @Test
    @DisplayName("4-7 Licences in use beyond those owned are listed; counts are asked for while chapter 4 is absent")
    void licenceCounts() {
        Map<String, Object> managed = with(answered("ソフトウェア"), "licenceManaged", true);
        Entry uncounted = enter(managed);
        Entry over = enter(with(with(managed, "licencesOwned", 3L), "licencesInUse", 4L));
        enter(with(with(managed, "licencesOwned", 3L), "licencesInUse", 3L));
        assertEquals(Set.of(over.id(), uncounted.id()), gapsOf("4-7"));
        ledger.add(Neighbour.keeping(Reliances.LICENCES));
        assertEquals(Set.of(over.id()), gapsOf("4-7"));
    }

    @Test
    @DisplayName("3-4(3) An asset is due for review by the day written, and a gap from that day until a new one is set")
    void reviewIsDue() {
        Map<String, Object> data = with(answered("電子データ"), "reviewOn", "2026-12-01");
        Entry asset = enter(data);
        assertEquals(List.of(LocalDate.of(2026, 12, 1)), dueDays("3-4(3)"));
        assertEquals(Set.of(), gapsOf("3-4(3)"));
        ledger.clock().goTo(LocalDate.of(2026, 12, 1));
        assertEquals(Set.of(asset.id() + ":2026-12-01"), gapsOf("3-4(3)"));
        ledger.correct(Role.STAFF, asset, with(data, "reviewOn", "2027-06-01"));
        assertEquals(List.of(LocalDate.of(2027, 6, 1)), dueDays("3-4(3)"));
        assertEquals(Set.of(), gapsOf("3-4(3)"));
    }

    @Test
    @DisplayName("3-4(3) Personal data without a day of review are listed until there is one; nothing else needs one")
    void dataNeedADayOfReview() {
        Map<String, Object> personal = with(answered("電子データ"), "personalInformation", true);
        Entry undated = enter(personal);
        enter(answered("電子データ"));
        enter(with(answered("紙媒体"), "personalInformation", true));
        enter(answered("記録媒体"));
        assertEquals(Set.of(undated.id()), gapsOf("3-4(3)"));
        ledger.correct(Role.STAFF, undated, with(personal, "reviewOn", "2027-03-31"));
        assertEquals(Set.of(), gapsOf("3-4(3)"));
    }

    @Test
    @DisplayName("2-3(2) An inspection is due six months after the first asset, and then six months after the last one")
    void inspectionIsDue() {
        assertEquals(List.of(), dueDays("2-3(2)"));
        enter(answered("紙媒体"));
        ledger.clock().goTo(LocalDate.of(2026, 12, 1));
        enter(answered("紙媒体"));
        assertEquals(List.of(LocalDate.of(2027, 5, 23)), dueDays("2-3(2)"));
        Inspections.sign(ledger);
        assertEquals(List.of(LocalDate.of(2027, 6, 1)), dueDays("2-3(2)"));
    }

    @Test
    @DisplayName("2-3(2) A late inspection is a gap that the inspection itself explains, and stays due however late")
    void lateInspectionIsAGap() {
        enter(answered("紙媒体"));
        ledger.clock().goTo(LocalDate.of(2027, 5, 22));
        assertEquals(Set.of(), gapsOf("2-3(2)"));
        ledger.clock().goTo(LocalDate.of(2027, 5, 23));
        assertEquals(1, gapsOf("2-3(2)").size());
        ledger.clock().goTo(LocalDate.of(2030, 1, 1));
        assertEquals(List.of(LocalDate.of(2027, 5, 23)), dueDays("2-3(2)"));
        Inspections.sign(ledger);
        assertEquals(Set.of(), gapsOf("2-3(2)"));
    }

    @Test
    @DisplayName("2-3(2) The council sets how many months may pass between inspections")
    void intervalIsConfigured() {
        ledger.restart(new AssetsChapter(1), facilities);
        enter(answered("紙媒体"));
        assertEquals(List.of(LocalDate.of(2026, 12, 23)), dueDays("2-3(2)"));
    }

    @ParameterizedTest(name = "2-3(2) {0} does not sign the inspection")
    @EnumSource(value = Role.class, names = {"STAFF", "MEMBER", "OPERATOR"})
    void onlyTheManagerInspects(Role role) {
        enter(answered("紙媒体"));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.sheets().sign(ledger.people().caller(role),
                Inventory.LEDGER, SheetPeriod.CURRENT, NOTHING_FOUND)).kind());
    }

    @Test
    @DisplayName("2-3(2) An inspection is signed once every gap is explained, and is kept")
    void inspectionExplainsGaps() {
        enter(plain("紙媒体"));
        assertEquals(Kind.INVALID, ledger.refusal(() -> ledger.sheets().sign(ledger.people().caller(Role.MANAGER),
                Inventory.LEDGER, SheetPeriod.CURRENT, NOTHING_FOUND)).kind());
        Inspections.sign(ledger);
        assertEquals("会長 一郎", ledger.sheets().check(ledger.people().caller(Role.STAFF), Inventory.LEDGER,
                SheetPeriod.CURRENT).checked().by().name());
    }

    @Test
    @DisplayName("2-3(2) 更新年月日 is the day of the last change of the register")
    void sheetTellsTheLastChange() {
        Entry asset = enter(answered("紙媒体"));
        assertEquals(TestClock.START, sheet().updatedOn());
        ledger.clock().goTo(TestClock.START.plusDays(3));
        ledger.correct(Role.STAFF, asset, with(answered("紙媒体"), "remarks", "保存10年"));
        assertEquals(TestClock.START.plusDays(3), sheet().updatedOn());
        Entry other = enter(answered("紙媒体"));
        ledger.clock().goTo(TestClock.START.plusDays(5));
        ledger.act(Role.MANAGER, other, "remove", Map.of("removalReason", "廃止"));
        assertEquals(List.of(asset.id()), sheet().rows().stream().map(row -> row.entry().id()).toList());
        assertEquals(TestClock.START.plusDays(5), sheet().updatedOn());
    }

    private Sheet sheet() {
        return ledger.sheets().sheet(ledger.people().caller(Role.STAFF), Inventory.LEDGER, SheetPeriod.CURRENT);
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Inventory.LEDGER, fields);
    }

    private List<Gap> gaps() {
        return ledger.gaps(Inventory.LEDGER, SheetPeriod.CURRENT);
    }

    /** Returns what the gaps of a clause are about: entries' ids or places. */
    private Set<String> gapsOf(String clause) {
        Set<Text> gaps = gaps().stream().filter(g -> g.clause().equals(clause)).map(Gap::text)
                .collect(Collectors.toSet());
        return ledger.dutiesOf("assets").stream().filter(d -> d.clause().equals(clause) && gaps.contains(d.title()))
                .map(d -> d.key().substring(d.key().indexOf(':') + 1)).collect(Collectors.toSet());
    }

    private List<LocalDate> dueDays(String clause) {
        return ledger.dutiesOf("assets").stream().filter(d -> d.clause().equals(clause)).map(Duty::due).toList();
    }
}
