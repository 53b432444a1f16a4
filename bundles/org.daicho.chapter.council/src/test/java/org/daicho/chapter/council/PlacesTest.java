package org.daicho.chapter.council;

import static org.daicho.chapter.council.People.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.daicho.chapter.council.place.PlaceRules;
import org.daicho.chapter.council.place.Places;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    private static final Map<String, Object> RETIRED = Map.of("retirementReason", "移転");

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private Entry office;

    @BeforeEach
    void open() {
        ledger = People.open(folder);
        office = enter(room("事務局執務室", "執務室", true));
    }

    @Test
    @DisplayName("1-2(2)①② The council's own office and place of activity are asked for until they are registered")
    void scopeIsRegistered() {
        assertEquals(Set.of("1-2(2)②"), missing());
        Entry activity = enter(room("委員活動場所", "委員活動場所", false));
        assertEquals(Set.of(), missing());
        ledger.act(Role.MANAGER, activity, Places.RETIRE, RETIRED);
        ledger.act(Role.MANAGER, office, Places.RETIRE, RETIRED);
        assertEquals(Set.of("1-2(2)①", "1-2(2)②"), missing());
    }

    @Test
    @DisplayName("3-1(2), 5-2 A cabinet is in an office where the place it stands in keeps outsiders out")
    void otherModulesSeePlaces() {
        enter(room("委員活動場所", "委員活動場所", false));
        enter(room("倉庫", "その他の場所", true));
        enter(cabinet("書庫1", 1, "事務局　執務室"));
        enter(cabinet("書庫2", 2, "委員活動場所"));
        confirmed(cabinet("書庫3", 3, "倉庫"));
        ledger.act(Role.MANAGER, enter(cabinet("書庫4", 4, "事務局執務室")), Places.RETIRE, RETIRED);
        assertEquals(Set.of(new Place("事務局執務室", true, true), new Place("委員活動場所", true, false),
                new Place("倉庫", true, false), new Place("書庫1", true, true, 1, "事務局　執務室"),
                new Place("書庫2", true, false, 2, "委員活動場所"), new Place("書庫3", true, false, 3, "倉庫")),
                Set.copyOf(ledger.look(LedgerView::places)));
    }

    @Test
    @DisplayName("5-2 A cabinet's number is its own among those in use, and it stands in a registered place")
    void cabinetsAreNumbered() {
        Entry first = enter(cabinet("書庫1", 1, "事務局執務室"));
        assertBroken("5-2", Places.NUMBER, () -> enter(cabinet("書庫2", 1, "事務局執務室")));
        assertBroken("5-2", Places.NUMBER, () -> enter(cabinet("書庫2", 0, "事務局執務室")));
        assertBroken("5-2", Places.NUMBER, () -> enter(cabinet("書庫2", 1000, "事務局執務室")));
        assertBroken("5-2", Places.NUMBER, () -> enter(with(cabinet("書庫2", 2, "事務局執務室"), Places.NUMBER, null)));
        assertBroken("5-2", Places.ROOM, () -> enter(with(cabinet("書庫2", 2, "事務局執務室"), Places.ROOM, null)));
        assertBroken("5-2", Places.ROOM, () -> enter(cabinet("書庫2", 2, "会議室")));
        assertBroken("5-2", Places.ROOM, () -> enter(cabinet("書庫2", 2, "書庫1")));
        assertBroken("5-2", Places.ROOM, () -> enter(with(room("会議室", "その他の場所", false), Places.NUMBER, 3L)));
        ledger.act(Role.MANAGER, first, Places.RETIRE, RETIRED);
        enter(cabinet("書庫2", 1, "事務局執務室"));
    }

    @Test
    @DisplayName("5-2 Outside the offices and places of activity a cabinet stands with a reason only")
    void cabinetsStandInOffices() {
        Entry store = enter(room("倉庫", "その他の場所", true));
        assertBroken("5-2", Places.ROOM, () -> enter(cabinet("書庫1", 1, "倉 庫")));
        assertEquals(PlaceRules.OUTSIDE,
                ledger.violations(() -> enter(cabinet("書庫1", 1, "倉庫"))).get(0).confirm());
        Entry outside = confirmed(cabinet("書庫1", 1, "倉庫"));
        ledger.correct(Role.MANAGER, outside, cabinet("文具の書庫", 1, "倉庫"));
        Entry inside = enter(cabinet("書庫2", 2, "事務局執務室"));
        assertBroken("5-2", Places.ROOM, () -> ledger.correct(Role.MANAGER, inside, cabinet("書庫2", 2, "倉庫")));
        assertBroken("5-2", Places.KIND,
                () -> ledger.correct(Role.MANAGER, office, room("事務局執務室", "その他の場所", true)));
        ledger.correct(Role.MANAGER, office, room("事務局執務室", "委員活動場所", true));
        ledger.correct(Role.MANAGER, store, room("倉庫", "その他の場所", false));
    }

    @Test
    @DisplayName("5-2 A place does not go, or change its name, from under the cabinets in it")
    void cabinetsStandSomewhere() {
        Entry cabinet = enter(cabinet("書庫1", 1, "事務局執務室"));
        assertBroken("5-2", Places.NAME, () -> ledger.act(Role.MANAGER, office, Places.RETIRE, RETIRED));
        assertBroken("5-2", Places.NAME,
                () -> ledger.correct(Role.MANAGER, office, room("新執務室", "執務室", true)));
        enter(room("新執務室", "執務室", true));
        ledger.correct(Role.MANAGER, cabinet, cabinet("書庫1", 1, "新執務室"));
        ledger.act(Role.MANAGER, office, Places.RETIRE, RETIRED);
    }

    @Test
    @DisplayName("3-1(1) A name means one place, whatever its width and spaces")
    void namesAreUnique() {
        assertBroken("3-1(1)", Places.NAME, () -> enter(room("事務局 執務室", "執務室", true)));
        for (String kind : List.of("執務室", "委員活動場所", "その他の場所")) {
            assertBroken("3-1(2)", Places.RESTRICTED,
                    () -> enter(with(room("会議室", kind, false), Places.RESTRICTED, null)));
        }
    }

    @Test
    @DisplayName("1-2(2) A place is retired by the manager, never erased")
    void nothingIsDeleted() {
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.act(Role.STAFF, office, Places.RETIRE, RETIRED))
                .kind());
        Entry retired = ledger.act(Role.MANAGER, office, Places.RETIRE, RETIRED);
        assertEquals("移転", ledger.get(Role.MEMBER, retired).fields().text("retirementReason"));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.ledger().erase(ledger.people().caller(Role.MANAGER),
                Places.LEDGER, retired.id(), new Erasure("移転", "消去", "職員"))).kind());
    }

    private Set<String> missing() {
        return ledger.dutiesOf("council").stream().filter(d -> d.ledger().equals(Places.LEDGER))
                .map(d -> d.clause()).collect(Collectors.toSet());
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Places.LEDGER, fields);
    }

    /** Registers a cabinet that stands in no office, with the reason. */
    private Entry confirmed(Map<String, Object> fields) {
        return ledger.ledger().enter(ledger.people().caller(Role.STAFF), Places.LEDGER,
                new Submission(fields, null, Map.of(PlaceRules.OUTSIDE, "文具だけを入れる"), null));
    }

    private static Map<String, Object> room(String name, String kind, boolean restricted) {
        return new HashMap<>(Map.of("name", name, "kind", kind, "lockable", true, "restricted", restricted));
    }

    private static Map<String, Object> cabinet(String name, long number, String room) {
        return new HashMap<>(Map.of("name", name, "kind", "書庫", "number", number, "room", room, "lockable", true));
    }

    private void assertBroken(String clause, String field, Supplier<?> call) {
        List<Violation> violations = ledger.violations(call);
        assertEquals(List.of(clause + " " + field),
                violations.stream().map(v -> v.clause() + " " + v.field()).toList());
    }
}
