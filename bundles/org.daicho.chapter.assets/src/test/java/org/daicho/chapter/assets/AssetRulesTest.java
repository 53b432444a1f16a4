package org.daicho.chapter.assets;

import static org.daicho.chapter.assets.Assets.plain;
import static org.daicho.chapter.assets.Assets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetRulesTest {

    private static final String SPECIFIC = "specificPersonalInformation";
    private static final Place CABINET = new Place("事務局 キャビネットA", true, true);
    private static final Place SHELF = new Place("事務局の棚", false, true);
    private static final Place LOBBY_LOCKER = new Place("ロビーのロッカー", true, false);

    @TempDir
    static Path folder;

    @AutoClose
    private static TestLedger ledger;
    private static Neighbour facilities;

    @BeforeAll
    static void openLedger() {
        facilities = Neighbour.keeping("facilities.places");
        ledger = TestLedger.open(folder, new AssetsChapter(6), facilities);
    }

    @BeforeEach
    void registerPlaces() {
        facilities.register(CABINET, SHELF, LOBBY_LOCKER);
    }

    @Test
    @DisplayName("2-3(1) The paper's five columns suffice in each category, and each asset gets the next number")
    void paperColumnsSuffice() {
        List<Long> numbers = Assets.CATEGORIES.stream()
                .map(category -> enter(plain(category)).fields().integer("assetNumber")).toList();
        long first = numbers.get(0);
        assertEquals(List.of(first, first + 1, first + 2, first + 3, first + 4), numbers);
    }

    @Test
    @DisplayName("2-3(1) Nobody hands in the number of the label")
    void numberIsNotHandedIn() {
        assertEquals(List.of("assetNumber"), violations(with(plain("紙媒体"), "assetNumber", 7L)).stream()
                .map(Violation::field).toList());
    }

    @Test
    @DisplayName("0-4, 2-2 There are five categories and no other")
    void otherCategoriesAreRefused() {
        assertEquals(List.of("category"),
                violations(plain("什器")).stream().map(Violation::field).toList());
    }

    @Test
    @DisplayName("0-1 Specific personal information without personal information is refused")
    void specificInformationIsPersonal() {
        Map<String, Object> asset = with(with(plain("電子データ"), SPECIFIC, true), "lockedStorage", true);
        assertBroken("0-1", "personalInformation", with(asset, "personalInformation", false));
        enter(asset);
        enter(with(asset, "personalInformation", true));
    }

    @Test
    @DisplayName("2-2 Software without licence management stays out of the register, by correction too")
    void unmanagedSoftwareIsRefused() {
        Map<String, Object> software = plain("ソフトウェア");
        assertBroken("2-2", "licenceManaged", with(software, "licenceManaged", false));
        Entry managed = enter(with(software, "licenceManaged", true));
        assertEquals(Set.of("2-2"), clauses(ledger.violations(
                () -> ledger.correct(Role.STAFF, managed, with(software, "licenceManaged", false)))));
        enter(with(plain("紙媒体"), "licenceManaged", false));
    }

    @ParameterizedTest(name = "3-1(1) A location of «{0}» is refused")
    @ValueSource(strings = {"", "  ", "　"})
    void placeIsMandatory(String location) {
        assertTrue(violations(with(plain("紙媒体"), "location", location)).stream()
                .anyMatch(v -> "location".equals(v.field()) && "3-1(1)".equals(v.clause())));
    }

    @ParameterizedTest(name = "3-1(2) An asset with {0} needs a lockable place in an office")
    @ValueSource(strings = {SPECIFIC, "personalInformation", "confidential", "important"})
    void sensitiveAssetsAreLockedAway(String what) {
        Map<String, Object> asset = with(plain("紙媒体"), what, true);
        assertBroken("3-1(2)", "location", asset);
        assertBroken("3-1(2)", "location", with(asset, "location", SHELF.name()));
        assertBroken("3-1(2)", "location", with(asset, "location", LOBBY_LOCKER.name()));
        assertBroken("3-1(2)", "location", with(asset, "lockedStorage", false));
        enter(with(asset, "location", CABINET.name()));
        enter(with(asset, "location", "事務局ｷｬﾋﾞﾈｯﾄＡ"));
        enter(with(asset, "lockedStorage", true));
    }

    @Test
    @DisplayName("3-1(2) Turning an asset into a confidential one is refused where it stands open")
    void correctionIsHeldToTheSame() {
        Entry open = enter(with(plain("紙媒体"), "location", SHELF.name()));
        Map<String, Object> confidential = with(with(plain("紙媒体"), "location", SHELF.name()), "confidential", true);
        assertEquals(Set.of("3-1(2)"),
                clauses(ledger.violations(() -> ledger.correct(Role.STAFF, open, confidential))));
    }

    @Test
    @DisplayName("4-7 More licences in use than owned is recorded, a negative count refused")
    void licenceCounts() {
        Map<String, Object> software = with(with(plain("ソフトウェア"), "licenceManaged", true), "licencesOwned", 3L);
        assertBroken("4-7", "licencesInUse", with(software, "licencesInUse", -1L));
        assertBroken("4-7", "licencesOwned", with(software, "licencesOwned", -1L));
        assertEquals(5L, enter(with(software, "licencesInUse", 5L)).fields().integer("licencesInUse"));
    }

    private static Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Inventory.LEDGER, fields);
    }

    private static List<Violation> violations(Map<String, Object> fields) {
        return ledger.violations(() -> enter(fields));
    }

    private static void assertBroken(String clause, String field, Map<String, Object> fields) {
        List<Violation> violations = violations(fields);
        assertEquals(Set.of(clause), clauses(violations));
        assertEquals(List.of(field), violations.stream().map(Violation::field).toList());
    }

    private static Set<String> clauses(List<Violation> violations) {
        return violations.stream().map(Violation::clause).collect(Collectors.toSet());
    }
}
