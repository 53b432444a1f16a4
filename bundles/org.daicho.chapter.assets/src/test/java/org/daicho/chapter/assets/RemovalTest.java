package org.daicho.chapter.assets;

import static org.daicho.chapter.assets.Assets.answered;
import static org.daicho.chapter.assets.Assets.disposal;
import static org.daicho.chapter.assets.Assets.plain;
import static org.daicho.chapter.assets.Assets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemovalTest {

    private static final Map<String, Object> REASON = Map.of("removalReason", "老朽化");

    @TempDir
    static Path folder;

    @AutoClose
    private static TestLedger ledger;

    @BeforeAll
    static void openLedger() {
        ledger = TestLedger.open(folder, new AssetsChapter(6));
    }

    @ParameterizedTest(name = "2-3(2) {0} does not remove an asset")
    @EnumSource(value = Role.class, names = {"STAFF", "MEMBER", "HANDLER", "OPERATOR"})
    void onlyTheManagerRemoves(Role role) {
        Entry asset = enter(answered("紙媒体"));
        assertEquals(Kind.FORBIDDEN,
                ledger.refusal(() -> ledger.act(role, asset, "remove", disposal(DisposalMethod.DESTROYED.label())))
                        .kind());
    }

    @ParameterizedTest(name = "2-3(2) {0} adds an asset and removes it with its reason, and it leaves the sheet")
    @EnumSource(value = Role.class, names = {"MANAGER", "DEPUTY"})
    void managerAddsAndRemoves(Role role) {
        Entry asset = ledger.enter(role, Inventory.LEDGER, answered("紙媒体"));
        Entry removed = ledger.act(role, asset, "remove", REASON);
        assertEquals("removed", removed.state());
        assertEquals(role, removed.as());
        assertEquals("老朽化", removed.fields().text("removalReason"));
        assertTrue(ledger.sheets().sheet(ledger.people().caller(role), Inventory.LEDGER, SheetPeriod.CURRENT).rows()
                .stream()
                .noneMatch(row -> row.entry().id().equals(asset.id())));
    }

    @Test
    @DisplayName("2-3(2) A removal without a reason is refused")
    void removalNeedsReason() {
        Entry asset = enter(answered("紙媒体"));
        assertTrue(ledger.violations(() -> remove(asset, Map.of())).stream()
                .anyMatch(v -> "removalReason".equals(v.field())));
    }

    @Test
    @DisplayName("2-3(2) What was removed is neither corrected nor removed again")
    void removedStaysRemoved() {
        Entry asset = enter(answered("紙媒体"));
        remove(asset, REASON);
        assertEquals(Kind.CONFLICT, ledger.refusal(() -> remove(asset, REASON)).kind());
        assertEquals(Kind.CONFLICT, ledger.refusal(() -> ledger.correct(Role.STAFF, asset, plain("紙媒体"))).kind());
    }

    @Test
    @DisplayName("2-3(2) A disposal that lies ahead is refused")
    void disposalLiesBehind() {
        Entry asset = enter(plain("記録媒体"));
        Map<String, Object> ahead = with(disposal(DisposalMethod.DESTROYED.label()), "disposedOn", "2026-11-24");
        assertEquals(Set.of("disposedOn"), fields(ledger.violations(() -> remove(asset, ahead))));
        remove(asset, with(ahead, "disposedOn", "2026-11-23"));
    }

    @ParameterizedTest(name = "{1} {0} does not leave the register before its disposal is stated")
    @CsvSource({"紙媒体, 3-4(1)", "記録媒体, 3-4(2)", "電子データ, 3-4(3)", "ハードウェア, 4-8"})
    void disposalIsStated(String category, String clause) {
        Entry asset = enter(plain(category));
        List<Violation> violations = ledger.violations(() -> remove(asset, REASON));
        assertEquals(Set.of(clause), clauses(violations));
        assertEquals(Set.of("disposalMethod", "disposedOn", "disposedBy"), fields(violations));
        Map<String, Object> disposal = disposal(DisposalMethod.DESTROYED.label());
        for (String field : List.of("disposalMethod", "disposedOn")) {
            Map<String, Object> without = with(disposal, field, null);
            assertEquals(Set.of(field), fields(ledger.violations(() -> remove(asset, without))));
        }
        assertEquals("removed", remove(asset, with(disposal, "disposedBy", null)).state());
    }

    @Test
    @DisplayName("3-4(1) Paper known to hold no personal information, and software, leave with a reason alone")
    void harmlessAssetsNeedNoDisposal() {
        assertEquals("removed", remove(enter(answered("紙媒体")), REASON).state());
        assertEquals("removed", remove(enter(plain("ソフトウェア")), REASON).state());
    }

    @ParameterizedTest(name = "{2} {0} is not disposed of by {1}")
    @CsvSource({"紙媒体, データの削除, 3-4(1)", "記録媒体, データの削除, 3-4(2)", "記録媒体, 返却・移管, 3-4(2)", "電子データ, 返却・移管, 3-4(3)",
            "ハードウェア, データの削除, 4-8", "ハードウェア, 返却・移管, 4-8"})
    void methodLeavesNothingToRestore(String category, String method, String clause) {
        Entry asset = enter(plain(category));
        List<Violation> violations = ledger.violations(() -> remove(asset, disposal(method)));
        assertEquals(Set.of(clause), clauses(violations));
        assertEquals(List.of("disposalMethod"), violations.stream().map(Violation::field).toList());
        assertEquals(null, violations.get(0).confirm());
    }

    @ParameterizedTest(name = "{2} {0} is disposed of by {1}")
    @CsvSource({"紙媒体, 物理的消去（シュレッダー・破砕・粉砕）, 3-4(1)", "記録媒体, 物理的消去（磁気消去）, 3-4(2)",
            "電子データ, データの削除, 3-4(3)", "ハードウェア, 論理的消去（許可を得たデータ消去ソフトウェア）, 4-8"})
    void fittingMethodsAreTaken(String category, String method, String clause) {
        assertEquals(method, remove(enter(plain(category)), disposal(method)).fields().text("disposalMethod"), clause);
    }

    @Test
    @DisplayName("4-8 G県: hardware leaves without an erasure only where the manager confirms why, and that is kept")
    void lostHardwareLeavesByConfirmation() {
        Entry asset = enter(plain("ハードウェア"));
        Violation violation = ledger.violations(() -> remove(asset, REASON)).get(0);
        Entry removed = ledger.actConfirming(Role.MANAGER, asset, "remove", REASON, violation.confirm(),
                "紛失。事件の報告に記録した。");
        assertEquals(Map.of("not-disposed", "紛失。事件の報告に記録した。"), removed.confirmations());
    }

    private static Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Inventory.LEDGER, fields);
    }

    private static Entry remove(Entry asset, Map<String, Object> fields) {
        return ledger.act(Role.MANAGER, asset, "remove", fields);
    }

    private static Set<String> clauses(List<Violation> violations) {
        return violations.stream().map(Violation::clause).collect(Collectors.toSet());
    }

    private static Set<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).collect(Collectors.toSet());
    }
}
