package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.copy;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyGapsTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final Neighbour inventory = Neighbours.inventory();
    private final Neighbour facilities = Neighbour.keeping("facilities.places")
            .register(new Place("書庫1", true, true));

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter(), inventory, facilities);
    }

    @Test
    @DisplayName("3-1(2) Copies are listed once their place can be locked no longer")
    void placeCeasesToBeLockable() {
        Entry made = enter(with(copy(), "lockedStorage", null));
        assertEquals(Set.of(), Found.keys(ledger, "3-1(2)"));
        facilities.register(new Place("書庫1", false, true));
        assertEquals(Set.of("unlocked:" + made.id()), Found.keys(ledger, "3-1(2)"));
    }

    @Test
    @DisplayName("3-1(1) The place of copies is a registered one, and the inventory has them there")
    void placeIsInTheInventory() {
        Entry made = enter(copy());
        assertEquals(Set.of("register:" + made.id()), Found.keys(ledger, "3-1(1)"));
        Neighbours.asset(ledger, "講座申込者名簿", "紙媒体", Map.of("location", "書庫１"));
        assertEquals(Set.of(), Found.keys(ledger, "3-1(1)"));
        Entry moved = enter(with(copy(), "place", "給湯室"));
        assertEquals(Set.of("place:" + moved.id(), "register:" + moved.id()), Found.keys(ledger, "3-1(1)"));
        ledger.correct(Role.STAFF, moved, with(with(copy(), "place", "給湯室"), "handedTo", "会場の責任者"));
        Entry named = enter(with(copy(), "registeredAs", "受付用名簿の写し"));
        assertEquals(Set.of("register:" + named.id()), Found.keys(ledger, "3-1(1)"));
        Neighbours.asset(ledger, "受付用名簿の写し", "紙媒体", Map.of());
        assertEquals(Set.of(), Found.keys(ledger, "3-1(1)"));
    }

    @Test
    @DisplayName("3-1(1) Where chapters 2 and 5 are absent, the gaps say 未導入 — 紙で確認")
    void withoutNeighbours() {
        ledger.remove(inventory);
        ledger.remove(facilities);
        enter(copy());
        List<Duty> gaps = Found.duties(ledger, "3-1(1)");
        assertEquals(2, gaps.size());
        assertTrue(gaps.stream().allMatch(d -> d.title().ja().contains("未導入 — 紙で確認")));
    }

    @ParameterizedTest(name = "{1} Copies by {0} are due to end, and end with the record of their disposal")
    @CsvSource({"複写, 3-4(1), 紙媒体, 物理的消去（シュレッダー・破砕・粉砕）", "電子データ化, 3-4(3), 電子データ, データの削除"})
    void copiesEnd(String kind, String clause, String category, String method) {
        Entry made = enter(with(with(copy(), "kind", kind), "keepUntil", "2026-12-01"));
        assertEquals(List.of(LocalDate.of(2026, 12, 1)),
                Found.duties(ledger, clause).stream().map(Duty::due).toList());
        List<Violation> violations = ledger
                .violations(() -> ledger.act(Role.STAFF, made, "dispose", Map.of("disposalRecord", "シュレッダー済み")));
        assertEquals(Set.of(clause), Media.clauses(violations));
        assertEquals(Set.of("disposalRecord"),
                Media.fields(ledger.violations(() -> ledger.act(Role.STAFF, made, "dispose", Map.of()))));
        Entry disposal = ledger.enter(Role.STAFF, Disposals.LEDGER, Media.disposal(category, method));
        Entry ended = ledger.act(Role.STAFF, made, "dispose", Map.of("disposalRecord", disposal.id()));
        assertEquals("disposed", ended.state());
        assertEquals(Set.of(), Found.keys(ledger, clause));
        assertEquals(Set.of(), Found.keys(ledger, "3-1(1)"));
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Copies.LEDGER, fields);
    }
}
