package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.disposal;
import static org.daicho.chapter.media.Media.software;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.media.Disposals.Category;
import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestLedger;
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

class DisposalTest {

    private static final Map<String, Object> SHREDDED = disposal(Category.PAPER, DisposalMethod.DESTROYED.label());

    @TempDir
    static Path folder;

    @AutoClose
    private static TestLedger ledger;

    @BeforeAll
    static void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter());
        ledger.act(Role.MANAGER, ledger.enter(Role.STAFF, ErasureSoftware.LEDGER, software()), "approve", Map.of());
    }

    @ParameterizedTest(name = "{2} {0} is not disposed of by {1}")
    @CsvSource({"紙媒体, データの削除, 3-4(1)", "紙媒体, 物理的消去（磁気消去）, 3-4(1)", "紙媒体, 論理的消去（許可を得たデータ消去ソフトウェア）, 3-4(1)",
            "記録媒体, データの削除, 3-4(2)", "ハードウェア, データの削除, 4-8"})
    void methodLeavesNothingToRestore(String category, String method, String clause) {
        assertNull(broken(clause, "method", with(disposal(category, method), "software", "完全消去くん")).confirm());
    }

    @ParameterizedTest(name = "{2} {0} is disposed of by {1}")
    @CsvSource({"紙媒体, 物理的消去（シュレッダー・破砕・粉砕）, 3-4(1) E社", "記録媒体, 物理的消去（シュレッダー・破砕・粉砕）, 3-4(2)",
            "記録媒体, 物理的消去（磁気消去）, 3-4(2)", "電子データ, データの削除, 3-4(3)", "ハードウェア, 物理的消去（磁気消去）, 4-8"})
    void fittingMethodsAreTaken(String category, String method, String clause) {
        Entry recorded = enter(disposal(category, method));
        assertEquals(method, recorded.fields().text("method"), clause);
        assertEquals("2026-11-23", recorded.fields().text("disposedOn"));
        assertEquals("職員 三子", recorded.fields().person("disposedBy").name());
    }

    @ParameterizedTest(name = "3-4(2) {1} on {0}: {2}")
    @CsvSource({"光ディスク（CD・DVD等）, 物理的消去（磁気消去）, false", "半導体メモリ（USBメモリ・SSD等）, 物理的消去（磁気消去）, false",
            "磁気ディスク・磁気テープ（HDD等）, 物理的消去（磁気消去）, true", "光ディスク（CD・DVD等）, 論理的消去（許可を得たデータ消去ソフトウェア）, false",
            "半導体メモリ（USBメモリ・SSD等）, 論理的消去（許可を得たデータ消去ソフトウェア）, true", "光ディスク（CD・DVD等）, 物理的消去（シュレッダー・破砕・粉砕）, true"})
    void methodFitsTheKindOfMedium(String kind, String method, boolean fits) {
        Map<String, Object> disposal = with(with(disposal(Category.MEDIUM, method), "mediumKind", kind), "software",
                "完全消去くん");
        if (fits) {
            enter(disposal);
        } else {
            broken("3-4(2)", "method", disposal);
        }
    }

    @ParameterizedTest(name = "3-4(2) {0} approves no erasure software")
    @EnumSource(value = Role.class, names = {"STAFF", "MEMBER", "HANDLER", "OPERATOR"})
    void onlyTheManagerApproves(Role role) {
        Entry software = ledger.enter(Role.STAFF, ErasureSoftware.LEDGER, software());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.act(role, software, "approve", Map.of())).kind());
    }

    @Test
    @DisplayName("3-4(1) E社: a disposal has a witness, who is someone else, whatever the account")
    void witnessIsSomeoneElse() {
        assertEquals(Set.of("witness"), Media.fields(ledger.violations(() -> enter(with(SHREDDED, "witness", null)))));
        broken("3-4(1)", "witness", with(SHREDDED, "witness", "staff"));
        broken("3-4(1)", "witness", with(with(SHREDDED, "witness", "p-member"), "disposedBy", "member"));
        enter(with(with(SHREDDED, "witness", "staff"), "disposedBy", "member"));
    }

    @Test
    @DisplayName("3-4(2) Where a contractor destroyed it, the place of the certificate is stated")
    void certificateIsKept() {
        Map<String, Object> contracted = with(disposal(Category.MEDIUM, DisposalMethod.DESTROYED.label()), "contractor",
                "破砕サービス社");
        broken("3-4(2)", "certificate", contracted);
        enter(with(contracted, "certificate", "書庫1の廃棄証明綴り"));
    }

    @Test
    @DisplayName("3-4 A disposal that lies ahead is refused")
    void disposalLiesBehind() {
        broken("3-4(1)", "disposedOn", with(SHREDDED, "disposedOn", "2026-11-24"));
    }

    @Test
    @DisplayName("3-4(2) An erased medium is corrected under the same rules")
    void correctionIsHeldToTheSame() {
        Entry recorded = enter(SHREDDED);
        assertEquals("method", ledger.violations(
                () -> ledger.correct(Role.STAFF, recorded, with(SHREDDED, "method", DisposalMethod.DELETED.label())))
                .get(0).field());
    }

    private static Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Disposals.LEDGER, fields);
    }

    private static Violation broken(String clause, String field, Map<String, Object> fields) {
        List<Violation> violations = ledger.violations(() -> enter(fields));
        assertEquals(List.of(field), violations.stream().map(Violation::field).toList());
        assertEquals(clause, violations.get(0).clause());
        return violations.get(0);
    }
}
