package org.daicho.chapter.incidents;

import static org.daicho.chapter.incidents.Incidents.altered;
import static org.daicho.chapter.incidents.Incidents.first;
import static org.daicho.chapter.incidents.Incidents.lost;
import static org.daicho.chapter.incidents.Incidents.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

    @TempDir
    Path folder;

    @AutoClose
    private Incidents incidents;

    @BeforeEach
    void openLedger() {
        incidents = Incidents.open(folder);
    }

    @ParameterizedTest(name = "{0} {1} {2} taken: {3}")
    @CsvSource({"6-1(1), 鍵・施設設備, 紛失, true", "6-1(1), 鍵・施設設備, 漏えい, true", "6-1(1), 鍵・施設設備, 改竄, false",
            "6-1(2), 紙媒体・記録媒体, 漏えい, true", "6-1(2), 紙媒体・記録媒体, 流出, false", "6-1(2), 紙媒体・記録媒体, 破壊, false",
            "6-1(3), 電子データ, 紛失, true", "6-1(3), 電子データ, 漏えい, true", "6-1(3), 電子データ, 破壊, true", "6-1(3), 電子データ, 改竄, true",
            "6-1(3), 電子データ, 流出, true"})
    void kindsFitTheObject(String clause, String object, String kind, boolean fits) {
        Map<String, Object> report = with(first(), Map.of("object", object, "kind", kind));
        if (fits) {
            assertEquals(kind, incidents.report(report).fields().text("kind"));
        } else {
            assertEquals(Set.of(clause + " kind"), incidents.brokenByReport(report));
        }
    }

    @Test
    @DisplayName("6-1(2) Assets are looked up in the inventory; without one they are to be looked up on paper")
    void assetsAreLookedUp() {
        incidents.report(with(lost(), Map.of("assets", "講座申込者名簿\n利用者名簿")));
        assertEquals(2, incidents.duties("6-1(2)").size());
        assertTrue(incidents.duties("6-1(2)").get(0).title().ja().contains("未導入 — 紙で確認"));
        incidents.ledger().add(Neighbours.inventory());
        incidents.ledger().enter(Role.STAFF, "assets.inventory", Map.of("name", "講座申込者名簿"));
        List<String> left = incidents.duties("6-1(2)").stream().map(d -> d.title().ja()).toList();
        assertEquals(List.of("事件・事故の情報資産「利用者名簿」が、情報資産目録（様式1）にありません。名称を合わせてください。"), left);
    }

    @Test
    @DisplayName("6-1(1) A key is looked up in the key register")
    void keysAreLookedUp() {
        incidents.report(with(lost(), Map.of("object", "鍵・施設設備", "assets", "書庫1の鍵")));
        assertTrue(incidents.duties("6-1(1)").get(0).title().ja().contains("未導入 — 紙で確認"));
        incidents.ledger().add(Neighbours.keys());
        assertEquals(1, incidents.duties("6-1(1)").size());
        incidents.ledger().enter(Role.STAFF, "facilities.keys", Map.of("key", "書庫1の鍵"));
        assertEquals(List.of(), incidents.duties("6-1(1)"));
    }

    @Test
    @DisplayName("6-2(3)② Unauthorised access makes a task for the contractor of 様式6, then for its result; a loss does not")
    void contractorIsAsked() {
        incidents.report(lost());
        assertEquals(List.of(), incidents.duties("6-2(3)②"));
        Entry report = incidents.report(altered());
        assertTrue(incidents.duties("6-2(3)②", "contractor:").get(0).title().ja().contains("併せて記入"));
        incidents.contact(Incidents.party("external", "清掃社", "清掃"));
        incidents.contact(Incidents.party("external", "保守社", "システム保守"));
        String task = incidents.duties("6-2(3)②", "contractor:").get(0).title().ja();
        assertTrue(task.contains("（保守社 03-1111-1111）"), task);
        incidents.manage(report, "respond", Map.of());
        Entry asked = incidents.ledger().act(Role.STAFF, report, "ask-contractor",
                Map.of("contractor", "保守社", "contractorRequest", "ログの調査"));
        assertEquals("2026-11-23T09:00:00+09:00", asked.fields().text("contractorAskedAt"));
        assertEquals(1, incidents.duties("6-2(3)②", "result:").size());
        incidents.ledger().act(Role.STAFF, report, "contractor-result", Map.of("contractorResult", "跡なし"));
        assertEquals(List.of(), incidents.duties("6-2(3)②"));
    }

    @Test
    @DisplayName("6-2(3)①, 6-3 What is left to do is due from the response on, step by step, and closing in the end")
    void stepsAreDue() {
        Entry report = incidents.report(first());
        assertEquals(List.of(), incidents.duties("6-3"));
        incidents.manage(report, "respond", Map.of());
        assertEquals(List.of("agree:", "assets:"), keys("6-2(3)①"));
        assertEquals(List.of("inform:", "ward:"), keys("6-3"));
        incidents.ledger().correct(Role.STAFF, report, lost());
        incidents.manage(report, "consult", Map.of("agreedResponse", "探す"));
        incidents.manage(report, "inform", Map.of("informedTo", "全委員"));
        assertEquals(List.of("ward:"), keys("6-3"));
        incidents.manage(report, "report-ward", Map.of("wardReportedVia", "事務局長", "wardReportedTo", "地域課長"));
        assertEquals(List.of(), keys("6-2(3)①"));
        assertEquals(List.of("close:"), keys("6-3"));
    }

    private List<String> keys(String clause) {
        return incidents.duties(clause).stream().map(d -> d.key().substring(0, d.key().indexOf(':') + 1)).sorted()
                .toList();
    }
}
