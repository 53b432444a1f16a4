package org.daicho.ledger.engine.entry;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Link;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a column refers to is kept beside what it prints, whether it was named by its id, its name or its number (2-3(1)). */
class LinksTest {

    private static final String THINGS = "things.all";
    private static final String LOANS = "loans.all";
    private static final String SAFES = "safes.all";

    @TempDir
    Path keys;

    @AutoClose
    private Council council;

    private final TestModule things = new TestModule("""
            {"id": "things.all", "module": "things", "chapter": 2, "revision": 1, "title": {"ja": "物", "en": "Things"},
             "period": "asof", "read": ["manager", "staff"], "readOwn": ["member"], "erase": ["manager"],
             "columns": [{"name": "name", "label": {"ja": "名称", "en": "Name"}, "type": "text", "required": true},
              {"name": "number", "label": {"ja": "番号", "en": "Number"}, "type": "integer", "fill": "number"},
              {"name": "place", "label": {"ja": "場所", "en": "Place"}, "type": "longtext"},
              {"name": "code", "label": {"ja": "暗証", "en": "Code"}, "type": "text", "secret": true}],
             "states": [{"name": "there", "label": {"ja": "有", "en": "There"}},
              {"name": "gone", "label": {"ja": "無", "en": "Gone"}}],
             "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "there",
               "roles": ["staff", "member"]},
              {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["there"], "roles": ["staff"]},
              {"name": "remove", "label": {"ja": "除却", "en": "Remove"}, "from": ["there"], "to": "gone",
               "roles": ["staff"]}]}
            """);
    private final TestModule safes = new TestModule("""
            {"id": "safes.all", "module": "safes", "chapter": 5, "revision": 1, "title": {"ja": "金庫", "en": "Safes"},
             "period": "asof", "read": ["manager"],
             "columns": [
              {"name": "name", "label": {"ja": "名称", "en": "Name"}, "type": "text", "offered": true},
              {"name": "place", "label": {"ja": "場所", "en": "Place"}, "type": "text"}],
             "states": [{"name": "there", "label": {"ja": "有", "en": "There"}}],
             "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "there",
               "roles": ["manager"]}]}
            """);
    private final TestModule loans = new TestModule("""
            {"id": "loans.all", "module": "loans", "chapter": 3, "revision": 1, "title": {"ja": "貸出", "en": "Loans"},
             "period": "asof", "read": ["manager", "staff", "member"],
             "columns": [{"name": "thing", "label": {"ja": "物", "en": "Thing"}, "type": "text", "clause": "2-3(1)",
               "refersTo": {"ledger": "things.all", "by": ["name", "number", "code"], "detail": "place",
                "states": ["there"]}},
              {"name": "safe", "label": {"ja": "金庫", "en": "Safe"}, "type": "text",
               "refersTo": {"ledger": "safes.all", "by": ["name"], "detail": "place"}},
              {"name": "before", "label": {"ja": "前の貸出", "en": "Loan before"}, "type": "text",
               "refersTo": "loans.all"},
              {"name": "note", "label": {"ja": "備考", "en": "Note"}, "type": "text"}],
             "states": [{"name": "asked", "label": {"ja": "申請", "en": "Asked"}},
              {"name": "lent", "label": {"ja": "貸出中", "en": "Lent"}}],
             "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "asked",
               "roles": ["staff", "member"]},
              {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["asked", "lent"],
               "roles": ["staff"]},
              {"name": "lend", "label": {"ja": "承認", "en": "Lend"}, "from": ["asked"], "to": "lent",
               "roles": ["manager"], "covers": ["thing"]}]}
            """);
    private Entry laptop;

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        council.open(things, safes, loans);
        laptop = council.ledger().enter(STAFF, THINGS, fields("name", "ノートPC", "place", "事務室"));
    }

    private Entry lend(Object... pairs) {
        return council.ledger().enter(STAFF, LOANS, fields(pairs));
    }

    private Entry correct(Entry entry, Object... pairs) {
        return council.ledger().correct(STAFF, entry.ledger(), entry.id(), entry.version(),
                submission("書き誤り", pairs));
    }

    private Entry another() {
        return council.ledger().enter(STAFF, THINGS, fields("name", "ノートＰＣ", "place", "集会室"));
    }

    private static void assertLinked(String printed, Entry to, Entry loan) {
        assertEquals(printed, loan.fields().text("thing"));
        assertEquals(Map.of("thing", new Link(THINGS, to.id())), loan.links());
    }

    @Test
    void aNameStaysAsItWasWrittenAndIsLinked() {
        assertLinked("ノート ＰＣ", laptop, lend("thing", "ノート ＰＣ"));
    }

    @Test
    void anIdOrANumberIsPrintedAsTheName() {
        assertLinked("ノートPC", laptop, lend("thing", laptop.id()));
        assertLinked("ノートPC", laptop, lend("thing", "1"));
    }

    @Test
    void whatIsKnownByItsIdAloneKeepsTheId() {
        Entry first = lend("thing", "1");
        Entry next = lend("before", first.id());
        assertEquals(first.id(), next.fields().text("before"));
        assertEquals(Map.of("before", new Link(LOANS, first.id())), next.links());
    }

    @Test
    @DisplayName("2-3(1) a name that no entry has stays a text: the rules of its ledger say whether that is enough")
    void anUnknownNameIsNoLink() {
        Entry loan = lend("thing", "プロジェクター", "before", "AAAAAAAAAAAAAAAAAAAAAA");
        assertEquals("プロジェクター", loan.fields().text("thing"));
        assertEquals(Map.of(), loan.links());
    }

    @Test
    void aLinkIsCommittedWithTheText() {
        Entry loan = lend("thing", "1");
        assertEquals(loan, council.ledger().get(STAFF, LOANS, loan.id()));
        Object opened = council.engine.log().proof(STAFF, LOANS, loan.id(), 1).openings().get("@links").value();
        assertEquals(Map.of("thing", Map.of("ledger", THINGS, "id", laptop.id())), opened);
        assertFalse(council.engine.log().proof(STAFF, THINGS, laptop.id(), 1).openings().containsKey("@links"));
        council.assertVerifies();
    }

    @Test
    void aNameThatSeveralHaveIsRefusedWithThem() {
        Entry other = another();
        LedgerException refusal = refused(Kind.INVALID, () -> lend("thing", "ノートPC"));
        Violation violation = refusal.violations().get(0);
        assertEquals(List.of("thing", "2-3(1)"), List.of(violation.field(), violation.clause()));
        assertEquals(List.of(
                new Choice(laptop.id(), "ノートPC",
                        new Text("番号 1、場所 事務室、2026年11月23日", "Number 1, Place 事務室, 2026-11-23")),
                new Choice(other.id(), "ノートＰＣ",
                        new Text("番号 2、場所 集会室、2026年11月23日", "Number 2, Place 集会室, 2026-11-23"))),
                violation.choices());
        assertTrue(violation.message().ja().contains("ノートPC(番号 1、場所 事務室、2026年11月23日)"),
                () -> violation.message().ja());
        assertLinked("ノートＰＣ", other, lend("thing", other.id()));
        assertLinked("ノートＰＣ", other, lend("thing", "2"));
    }

    @Test
    void whatACorrectionLeavesAsItWasRefersToWhatItDid() {
        Entry loan = lend("thing", "ノートPC");
        another();
        assertLinked("ノートPC", laptop, correct(loan, "thing", "ノートPC", "note", "充電器とも"));
        assertLinked("ノートPC", laptop, council.ledger().act(MANAGER, LOANS, loan.id(), "lend", null, fields()));
    }

    @Test
    @DisplayName("3-2(1) what was approved is approved no more once it is another thing, if only of the same name")
    void anotherOfTheSameNameIsAnotherThing() {
        Entry loan = lend("thing", "1");
        council.ledger().act(MANAGER, LOANS, loan.id(), "lend", null, fields());
        Entry other = council.ledger().enter(STAFF, THINGS, fields("name", "ノートPC"));
        Entry lent = council.ledger().get(STAFF, LOANS, loan.id());
        assertEquals("lent", correct(lent, "thing", laptop.id(), "note", "同じ物").state());
        Entry same = council.ledger().get(STAFF, LOANS, loan.id());
        Entry changed = correct(same, "thing", other.id());
        assertLinked("ノートPC", other, changed);
        assertEquals("asked", changed.state());
        assertEquals(Map.of(), correct(changed, "note", "取りやめ").links());
    }

    @Test
    void whatIsNotOfferedAnyMoreIsFoundByItsIdOnly() {
        council.ledger().act(STAFF, THINGS, laptop.id(), "remove", null, fields());
        assertEquals(Map.of(), lend("thing", "ノートPC").links());
        assertEquals(List.of(), council.ledger().choices(STAFF, LOANS, "thing", null));
        assertLinked("ノートPC", laptop, lend("thing", laptop.id()));
    }

    @Test
    @DisplayName("8-2(1) nothing is told of an entry that the caller may not read, not even that it is there")
    void whatTheCallerMayNotReadIsNoChoice() {
        Entry own = council.ledger().enter(MEMBER, THINGS, fields("name", "私物カメラ"));
        assertEquals(List.of("私物カメラ"),
                council.ledger().choices(MEMBER, LOANS, "thing", null).stream().map(Choice::label).toList());
        for (String secret : List.of("ノートPC", "1", laptop.id())) {
            Entry loan = council.ledger().enter(MEMBER, LOANS, fields("thing", secret));
            assertEquals(secret, loan.fields().text("thing"));
            assertEquals(Map.of(), loan.links());
        }
        assertLinked("私物カメラ", own, council.ledger().enter(MEMBER, LOANS, fields("thing", "2")));
    }

    @Test
    void aColumnThatIsOfferedIsAllThatAnybodyIsTold() {
        Entry safe = council.ledger().enter(MANAGER, SAFES, fields("name", "大金庫", "place", "二階の奥"));
        assertEquals(List.of(new Choice(safe.id(), "大金庫", null)),
                council.ledger().choices(STAFF, LOANS, "safe", null));
        assertEquals(Map.of("safe", new Link(SAFES, safe.id())), lend("safe", "大金庫").links());
        assertEquals("場所 二階の奥、2026年11月23日",
                council.ledger().choices(MANAGER, LOANS, "safe", null).get(0).detail().ja());
    }

    @Test
    void aSecretColumnNamesNothing() {
        council.ledger().enter(new Caller("things", STAFF.person(), STAFF.grants(), null, "things"), THINGS,
                fields("name", "金庫の鍵", "code", "0000"));
        assertEquals(Map.of(), lend("thing", "0000").links());
        assertFalse(council.ledger().choices(STAFF, LOANS, "thing", null).toString().contains("0000"));
    }

    @Test
    void choicesAreFoundByWhatTellsThemApart() {
        Entry other = another();
        assertEquals(Set.of(laptop.id(), other.id()), values("のーと"));
        assertEquals(Set.of(other.id()), values("集会室"));
        assertEquals(Set.of(other.id()), values("番号 2"));
        assertEquals(Set.of(), values("プリンター"));
    }

    private Set<String> values(String sought) {
        return council.ledger().choices(STAFF, LOANS, "thing", sought).stream().map(Choice::value)
                .collect(Collectors.toSet());
    }

    @Test
    void onlyAColumnThatRefersToALedgerOffersChoices() {
        refused(Kind.NOT_FOUND, () -> council.ledger().choices(STAFF, LOANS, "note", null));
        refused(Kind.NOT_FOUND, () -> council.ledger().choices(STAFF, LOANS, "other", null));
        refused(Kind.FORBIDDEN, () -> council.ledger().choices(Council.OPERATOR, LOANS, "thing", null));
    }

    @Test
    void whatWasDestroyedIsNoChoice() {
        council.ledger().erase(MANAGER, THINGS, laptop.id(), new Erasure("期限", "消去", "会長"));
        assertEquals(Map.of(), lend("thing", laptop.id()).links());
        assertEquals(List.of(), council.ledger().choices(STAFF, LOANS, "thing", null));
    }

    @Test
    void entriesAreFoundByWhatTheyReferTo() {
        Entry loan = lend("thing", "1");
        another();
        lend("thing", "2");
        assertEquals(List.of(loan.id()), council.look(view -> view.find(LOANS, "thing", laptop.id())).stream()
                .map(Entry::id).toList());
        assertEquals(List.of(loan.id()), council.ledger()
                .list(STAFF, LOANS, new EntryQuery(10, null, null, null, null, Map.of("thing", laptop.id()))).items()
                .stream().map(Entry::id).toList());
    }

    @Test
    void aLedgerWhoseModuleIsAbsentIsStillReferredTo() {
        council.engine.remove(things);
        assertLinked("ノートPC", laptop, lend("thing", "1"));
        council.engine.remove(loans);
        assertEquals(1, council.ledger().choices(STAFF, LOANS, "thing", null).size());
    }
}
