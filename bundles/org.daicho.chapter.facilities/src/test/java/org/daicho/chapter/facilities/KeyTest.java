package org.daicho.chapter.facilities;

import static org.daicho.chapter.facilities.Facilities.broken;
import static org.daicho.chapter.facilities.Facilities.cabinet;
import static org.daicho.chapter.facilities.Facilities.key;
import static org.daicho.chapter.facilities.Facilities.with;
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
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final Neighbour council = Neighbours.places();

    @BeforeEach
    void openLedger() {
        ledger = Facilities.open(folder, council);
    }

    @Test
    @DisplayName("5-3(1) A key is not written without its place, and gets the next number")
    void placeIsAskedFor() {
        broken(ledger, Keys.LEDGER, "5-3(1)", "keyLocation", with(key("書庫1"), "keyLocation", null));
        enter(key("書庫1"));
        assertEquals(2L, enter(key("書庫2")).fields().integer("number"));
    }

    @Test
    @DisplayName("5-3(2) A spare key lies in another place than the key, and not where it cannot be locked")
    void spareLiesElsewhere() {
        council.register(new Place("棚", false, true), new Place("金庫", true, true));
        broken(ledger, Keys.LEDGER, "5-3(2)", "spareKeyLocation", spare("事務局長 の机"));
        broken(ledger, Keys.LEDGER, "5-3(2)", "spareKeyLocation", spare("棚"));
        broken(ledger, Keys.LEDGER, "5-3(2)", "spareKeyLocation",
                with(spare("会長宅"), "spareKeyLockable", false));
        enter(spare("金庫"));
        assertEquals(Set.of(), Facilities.due(ledger, Keys.LEDGER, "5-3(2)"));
    }

    @Test
    @DisplayName("5-3(2) A spare's place that is not registered is due until someone has seen its lock")
    void unknownPlaceIsDue() {
        Entry key = enter(spare("会長宅の金庫"));
        assertTrue(text("5-3(2)").contains("未導入 — 紙で確認"));
        council.register(new Place("金庫", true, true));
        assertEquals(Set.of("spare:" + key.id()), Facilities.due(ledger, Keys.LEDGER, "5-3(2)"));
        assertTrue(!text("5-3(2)").contains("未導入"));
        ledger.correct(Role.STAFF, key, with(spare("会長宅の金庫"), "spareKeyLockable", true));
        assertEquals(Set.of(), Facilities.due(ledger, Keys.LEDGER, "5-3(2)"));
    }

    @Test
    @DisplayName("5-3(1) A key at a place that is known to be open is due until it is kept properly")
    void openPlaceIsDue() {
        council.register(new Place("棚", false, true), new Place("金庫", true, true));
        Entry open = enter(with(key("書庫1"), "keyLocation", "棚"));
        enter(with(key("書庫2"), "keyLocation", "金庫"));
        enter(key("書庫3"));
        assertEquals(Set.of("place:" + open.id()), Facilities.due(ledger, Keys.LEDGER, "5-3(1)"));
        ledger.correct(Role.STAFF, open, with(key("書庫1"), "keyLocation", "金庫"));
        assertEquals(Set.of(), Facilities.due(ledger, Keys.LEDGER, "5-3(1)"));
    }

    @Test
    @DisplayName("5-3(1) A key is not retired, nor found missing, ahead")
    void nothingAhead() {
        Entry key = enter(key("書庫1"));
        Map<String, Object> ahead = Map.of("retirementReason", "錠の交換", "retiredOn", "2026-11-24");
        assertEquals("retiredOn", ledger.violations(() -> ledger.act(Role.STAFF, key, "retire", ahead)).get(0).field());
        assertEquals("lostOn", ledger.violations(
                () -> ledger.act(Role.STAFF, key, "report-lost", Map.of("lostOn", "2026-11-24"))).get(0).field());
    }

    @Test
    @DisplayName("5-3(1) Each cabinet that can be locked has a key row, by its name or its number; the month's check asks why not")
    void cabinetsHaveKeys() {
        council.register(cabinet(1, true), cabinet(2, true), cabinet(3, true), new Place("棚", false, true, 4, "執務室"));
        assertEquals(Set.of("key:1", "key:2", "key:3"), Facilities.due(ledger, Locking.LEDGER, "5-3(1)"));
        Entry both = enter(key("書庫１、No.3"));
        assertEquals(Set.of("key:2"), Facilities.due(ledger, Locking.LEDGER, "5-3(1)"));
        enter(key("2"));
        assertEquals(Set.of(), Facilities.due(ledger, Locking.LEDGER, "5-3(1)"));
        assertEquals(List.of(), Facilities.gaps(ledger, SheetPeriod.parse("2026-11"), "5-3(1)"));
        ledger.act(Role.STAFF, both, "retire", Map.of("retirementReason", "錠の交換"));
        ledger.clock().goTo(LocalDate.of(2026, 12, 1));
        assertEquals(2, Facilities.gaps(ledger, SheetPeriod.parse("2026-11"), "5-3(1)").size());
        assertEquals(Set.of("key:1", "key:3"), Facilities.due(ledger, Locking.LEDGER, "5-3(1)"));
    }

    @Test
    @DisplayName("6-1(1) A lost key is due until its report is there; a place on paper does where chapter 6 is absent")
    void lossesAreReported() {
        Entry key = enter(key("書庫1"));
        assertEquals(Kind.INVALID, ledger.refusal(() -> ledger.act(Role.STAFF, key, "report-lost",
                Map.of("lostOn", "2026-11-24"))).kind());
        ledger.act(Role.STAFF, key, "report-lost", Map.of("lostOn", "2026-11-22"));
        assertEquals(Set.of("lost:" + key.id()), Facilities.due(ledger, Keys.LEDGER, "6-1(1)"));
        assertTrue(text("6-1(1)").contains("未導入 — 紙で確認"));
        ledger.correct(Role.STAFF, key, with(key("書庫1"), "incidentReport", "ファイル3"));
        assertEquals(Set.of(), Facilities.due(ledger, Keys.LEDGER, "6-1(1)"));
        Neighbour incidents = Neighbours.reports();
        ledger.add(incidents);
        assertEquals(Set.of("lost:" + key.id()), Facilities.due(ledger, Keys.LEDGER, "6-1(1)"));
        Entry report = ledger.enter(Role.STAFF, Neighbours.REPORTS, Map.of("person", "staff"));
        ledger.correct(Role.STAFF, key, with(key("書庫1"), "incidentReport", report.id()));
        assertEquals(Set.of(), Facilities.due(ledger, Keys.LEDGER, "6-1(1)"));
        ledger.act(Role.STAFF, key, "find", Map.of("findDetails", "机の裏"));
    }

    @Test
    @DisplayName("6-1(1) A loss is reported once: the key enters its report, and a second loss another")
    void lossEntersItsReport() {
        ledger.add(Neighbours.reports());
        Entry key = enter(key("書庫1"));
        ledger.act(Role.STAFF, key, "report-lost", Map.of("lossDetails", "机にない"));
        Entry report = reports().get(0);
        assertEquals(key.id(), report.fields().text("key"));
        assertEquals("「" + key.fields().text("key") + "」を紛失しました（施錠する書庫等: 書庫1）。\n紛失の状況: 机にない",
                report.fields().text("contents"));
        assertEquals(Set.of(), Facilities.due(ledger, Keys.LEDGER, "6-1(1)"));
        ledger.act(Role.STAFF, key, "find", Map.of());
        ledger.act(Role.STAFF, key, "report-lost", Map.of());
        assertEquals(1, reports().size(), "the report is open");
        ledger.act(Role.STAFF, key, "find", Map.of());
        ledger.act(Role.STAFF, report, "close", Map.of());
        ledger.clock().goTo(LocalDate.of(2026, 11, 25));
        ledger.act(Role.STAFF, key, "report-lost", Map.of());
        assertEquals(2, reports().size());
    }

    private List<Entry> reports() {
        return ledger.look(view -> view.standing(Neighbours.REPORTS));
    }

    @Test
    @DisplayName("5-3(1) Members read only the keys they wrote, nor hear of others' duties; an operator reads none")
    void listIsDiscreet() {
        Entry staffs = enter(key("書庫1"));
        Entry own = ledger.enter(Role.MEMBER, Keys.LEDGER, with(key("書庫2"), "spareKeyLocation", "自宅"));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.get(Role.OPERATOR, staffs)).kind());
        assertTrue(Set.of(Kind.FORBIDDEN, Kind.NOT_FOUND)
                .contains(ledger.refusal(() -> ledger.get(Role.MEMBER, staffs)).kind()));
        assertEquals("書庫2", ledger.get(Role.MEMBER, own).fields().text("cabinet"));
        assertEquals("書庫1", ledger.get(Role.DEPUTY, staffs).fields().text("cabinet"));
        council.register(cabinet(3, true));
        assertEquals(List.of(), ledger.duties().duties(ledger.people().caller(Role.MEMBER), ledger.clock().today())
                .stream().filter(d -> d.ledger().equals(Keys.LEDGER)).toList());
    }

    @Test
    @DisplayName("2-4 Who leaves still holds the keys and spare keys that nobody took over, lost ones too")
    void leavingHoldsKeys() {
        Entry key = enter(with(key("書庫1"), "holder", "member"));
        Entry spare = enter(with(spare("金庫"), "spareHolder", "member"));
        Entry lost = enter(with(key("書庫3"), "holder", "member"));
        ledger.act(Role.STAFF, lost, "report-lost", Map.of());
        ledger.act(Role.STAFF, enter(with(key("書庫4"), "holder", "member")), "retire",
                Map.of("retirementReason", "書庫の廃棄"));
        enter(with(key("書庫5"), "holder", "staff"));
        assertEquals(Set.of(key.id(), spare.id(), lost.id()), open());
        ledger.correct(Role.STAFF, key, with(key("書庫1"), "holder", "staff"));
        assertEquals(Set.of(spare.id(), lost.id()), open());
    }

    private Set<String> open() {
        FacilitiesChapter chapter = Facilities.chapter();
        List<OpenItem> items = ledger.look(view -> chapter.openItems(ledger.people().person("member"), view));
        return items.stream().map(OpenItem::entry).collect(Collectors.toSet());
    }

    private String text(String clause) {
        return ledger.dutiesOf("facilities").stream().filter(d -> d.clause().equals(clause)).map(Duty::title)
                .map(t -> t.ja()).collect(Collectors.joining());
    }

    private static Map<String, Object> spare(String place) {
        return with(key("書庫2"), "spareKeyLocation", place);
    }

    private Entry enter(Map<String, Object> fields) {
        return Facilities.enter(ledger, Keys.LEDGER, fields);
    }
}
