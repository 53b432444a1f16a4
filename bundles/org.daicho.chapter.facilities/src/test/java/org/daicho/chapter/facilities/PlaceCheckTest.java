package org.daicho.chapter.facilities;

import static org.daicho.chapter.facilities.Facilities.broken;
import static org.daicho.chapter.facilities.Facilities.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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

class PlaceCheckTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = Facilities.open(folder);
    }

    @ParameterizedTest(name = "{0} What is not well ({1}) is due until it is mended")
    @CsvSource({"4-5, LANケーブルの配線", "4-6(1), ノートパソコンの収納"})
    void unsettledIsDue(String clause, String subject) {
        enter(with(check(subject, "良好"), "evidence", "写真フォルダ"));
        Entry bad = enter(with(check(subject, "要改善"), "findings", "通路に出ている"));
        assertEquals(Set.of("settle:" + bad.id()), Facilities.due(ledger, PlaceChecks.LEDGER, clause));
        ledger.act(Role.STAFF, bad, "settle", Map.of("settlement", "床下に通した"));
        assertEquals(Set.of(), Facilities.due(ledger, PlaceChecks.LEDGER, clause));
    }

    @Test
    @DisplayName("5-4(2) A cabinet found open while nobody was there is due until it is mended and reported")
    void foundOpen() {
        Map<String, Object> open = with(check(PlaceChecks.ABSENCE, "要改善"), "findings", "昼休みに書庫1が開いていた");
        Entry found = ledger.enter(Role.MEMBER, PlaceChecks.LEDGER, open);
        assertEquals("settledOn", ledger.violations(() -> ledger.act(Role.STAFF, found, "settle",
                Map.of("settlement", "施錠した", "settledOn", "2026-11-24"))).get(0).field());
        ledger.act(Role.STAFF, found, "settle", Map.of("settlement", "施錠した"));
        assertEquals(Set.of("settle:" + found.id()), Facilities.due(ledger, PlaceChecks.LEDGER, "5-4(2)"));
        ledger.correct(Role.STAFF, found, with(open, "incidentReport", "ファイル3"));
        assertEquals(Set.of(), Facilities.due(ledger, PlaceChecks.LEDGER, "5-4(2)"));
    }

    @Test
    @DisplayName("5-4(2) What has to be mended is described, and nothing was seen ahead")
    void findingsAreDescribed() {
        broken(ledger, PlaceChecks.LEDGER, "5-4(2)", "findings", check(PlaceChecks.ABSENCE, "要改善"));
        broken(ledger, PlaceChecks.LEDGER, "5-4(2)", "checkedOn",
                with(check(PlaceChecks.ABSENCE, "良好"), "checkedOn", "2026-11-24"));
    }

    private static Map<String, Object> check(String subject, String result) {
        return new HashMap<>(Map.of("place", "執務室", "subject", subject, "result", result));
    }

    private Entry enter(Map<String, Object> fields) {
        return Facilities.enter(ledger, PlaceChecks.LEDGER, fields);
    }
}
