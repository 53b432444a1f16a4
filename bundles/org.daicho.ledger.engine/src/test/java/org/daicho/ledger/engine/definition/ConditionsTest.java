package org.daicho.ledger.engine.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A definition's condition")
class ConditionsTest {

    private static final Person STAFF = new Person("p-1", "職員 三子");
    private static final Person CHAIR = new Person("p-2", "会長 一郎");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T00:30:00+09:00");

    private static final Definition DEFINITION = DefinitionReader.read(Json.object("""
            {"id": "test.rows", "module": "test", "chapter": 3, "revision": 1, "period": "open",
             "title": {"ja": "記録", "en": "Rows"},
             "columns": [
               {"name": "copies", "label": {"ja": "部数", "en": "Copies"}, "type": "integer", "clause": "3-3", "min": 1,
                "max": {"value": 9, "message": {"ja": "多すぎます。", "en": "Too many."}, "clause": "3-4"}},
               {"name": "masked", "label": {"ja": "確認", "en": "Masked"}, "type": "boolean", "must": true},
               {"name": "on", "label": {"ja": "実施日", "en": "Day"}, "type": "date", "notAfter": "today"},
               {"name": "due", "label": {"ja": "期限", "en": "Due"}, "type": "date", "notBefore": "today"},
               {"name": "at", "label": {"ja": "日時", "en": "Time"}, "type": "datetime", "notAfter": "now"},
               {"name": "sent", "label": {"ja": "送信", "en": "Sent"}, "type": "datetime", "notAfter": "today",
                "notBefore": "on"},
               {"name": "entered", "label": {"ja": "入室", "en": "Entered"}, "type": "time"},
               {"name": "left", "label": {"ja": "退室", "en": "Left"}, "type": "time", "notBefore": "entered",
                "setBy": "leave"},
               {"name": "carrier", "label": {"ja": "持出者", "en": "Carrier"}, "type": "person"},
               {"name": "witness", "label": {"ja": "立会者", "en": "Witness"}, "type": "person", "setBy": "leave",
                "other": {"value": "carrier", "confirm": "same-person", "confirmedBy": ["manager"]}},
               {"name": "kind", "label": {"ja": "種別", "en": "Kind"}, "type": "choice", "values": ["紙", "電子", "なし"]},
               {"name": "method", "label": {"ja": "方法", "en": "Method"}, "type": "text", "clause": "3-4",
                "requiredWhen": {"column": "kind", "is": ["紙", "電子"]}},
               {"name": "lost", "label": {"ja": "紛失", "en": "Lost"}, "type": "boolean"},
               {"name": "story", "label": {"ja": "経緯", "en": "Story"}, "type": "text",
                "requiredWhen": {"column": "lost", "is": true}},
               {"name": "firm", "label": {"ja": "業者", "en": "Firm"}, "type": "text", "requiredWhen": "method"}],
             "states": [{"name": "done", "label": {"ja": "済", "en": "Done"}}],
             "actions": [
               {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "done"},
               {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["done"]},
               {"name": "leave", "label": {"ja": "退室", "en": "Leave"}, "from": ["done"]}]}
            """));

    @Test
    @DisplayName("bounds whole numbers, says so in its own words, and names its own clause")
    void boundsNumbers() {
        assertEquals(List.of(), enter("copies", 1L));
        assertEquals(List.of(), enter("copies", 9L));
        assertEquals(List.of(new Violation("copies", "3-3",
                new Text("「部数」は1以上の数で書いてください。", "\"Copies\" is 1 or more."))), enter("copies", 0L));
        assertEquals(List.of(new Violation("copies", "3-4", new Text("多すぎます。", "Too many."))), enter("copies", 10L));
    }

    @Test
    @DisplayName("takes no other answer than yes where it attests")
    void attests() {
        assertEquals(List.of(), enter("masked", true));
        assertEquals(List.of("masked"), fields(enter("masked", false)));
    }

    @Test
    @DisplayName("compares days with today in Tokyo, whatever the offset of the clock")
    void comparesWithToday() {
        assertEquals(List.of(), enter("on", "2026-11-23"));
        assertEquals(List.of("on"), fields(enter("on", "2026-11-24")));
        assertEquals(List.of(), violations("enter", Role.STAFF, null, Map.of("on", "2026-11-23"),
                OffsetDateTime.parse("2026-11-22T15:30:00Z")));
        assertEquals(List.of(), enter("due", "2026-11-23"));
        assertEquals(List.of("due"), fields(enter("due", "2026-11-22")));
        assertEquals(List.of(), enter("sent", "2026-11-23T23:59:00+09:00"));
        assertEquals(List.of("sent"), fields(enter("sent", "2026-11-24T00:00:00+09:00")));
    }

    @Test
    @DisplayName("compares times with now")
    void comparesWithNow() {
        assertEquals(List.of(), enter("at", "2026-11-23T00:30:00+09:00"));
        assertEquals(List.of("at"), fields(enter("at", "2026-11-23T00:30:01+09:00")));
    }

    @Test
    @DisplayName("compares with another column, and asks nothing where that is empty")
    void comparesColumns() {
        assertEquals(List.of(), enter("left", "09:00"));
        assertEquals(List.of(), enter(Map.of("entered", "09:00", "left", "09:00")));
        assertEquals(List.of(new Violation("left", null,
                new Text("「退室」は、「入室」より前にできません。", "\"Left\" cannot be earlier than \"Entered\"."))),
                enter(Map.of("entered", "09:01", "left", "09:00")));
        assertEquals(List.of(), enter(Map.of("on", "2026-11-22", "sent", "2026-11-22T00:00:00+09:00")));
        assertEquals(List.of("sent"),
                fields(enter(Map.of("on", "2026-11-22", "sent", "2026-11-21T23:59:00+09:00"))));
    }

    @Test
    @DisplayName("keeps two persons apart, but for who may give a reason")
    void keepsPersonsApart() {
        Map<String, Object> same = Map.of("carrier", person(STAFF), "witness", person(STAFF));
        assertEquals(List.of(), enter(Map.of("carrier", person(STAFF), "witness", person(CHAIR))));
        assertEquals(List.of(), enter("witness", person(STAFF)));
        assertNull(enter(same).get(0).confirm());
        Violation manager = violations("enter", Role.MANAGER, null, same, NOW).get(0);
        assertEquals("witness", manager.field());
        assertEquals("same-person", manager.confirm());
    }

    @Test
    @DisplayName("on the moment or another column is asked when one of the two changes, so that what stood may stay")
    void whatStoodStays() {
        Map<String, Object> stood = Map.of("due", "2026-11-01", "carrier", person(STAFF), "witness", person(STAFF),
                "entered", "09:30", "left", "09:00", "copies", 3L);
        assertEquals(List.of(), correct(stood, "copies", 4L));
        assertEquals(List.of("due"), fields(correct(stood, "due", "2026-11-02")));
        assertEquals(List.of("left"), fields(correct(stood, "entered", "09:20")));
        assertEquals(List.of(), correct(stood, "entered", "08:00"));
        assertEquals(List.of("witness"), fields(violations("correct", Role.STAFF,
                Map.of("carrier", person(CHAIR), "witness", person(STAFF)),
                Map.of("carrier", person(STAFF), "witness", person(STAFF)), NOW)));
    }

    @Test
    @DisplayName("on a value alone is asked by each action that writes it, and by no other")
    void valuesAreAskedWhereTheyAreWritten() {
        Map<String, Object> old = Map.of("copies", 0L);
        assertEquals(List.of("copies"), fields(correct(old, "masked", true)));
        assertEquals(List.of(), violations("leave", Role.STAFF, old, Map.of("copies", 0L, "left", "09:00"), NOW));
    }

    @Test
    @DisplayName("needs a column with some values of another one, or with any, and no more")
    void needsWhatFollows() {
        assertEquals(List.of(new Violation("method", "3-4",
                new Text("「種別」が「紙」か「電子」のときは、「方法」も記入してください。",
                        "Where \"Kind\" is \"紙\" or \"電子\", \"Method\" is needed."))),
                enter("kind", "電子"));
        assertEquals(List.of("method"), fields(enter("kind", "紙")));
        assertEquals(List.of(), enter("kind", "なし"));
        assertEquals(List.of(), enter(Map.of("kind", "紙", "method", "裁断", "firm", "甲社")));
        assertEquals(List.of("firm"), fields(enter("method", "裁断")));
        assertEquals(List.of("story"), fields(enter("lost", true)));
        assertEquals(List.of(), enter("lost", false));
    }

    @Test
    @DisplayName("needs it of each action that writes it, whatever stood before, and of no other")
    void whatFollowsIsAskedWhereItIsWritten() {
        Map<String, Object> old = Map.of("kind", "紙");
        assertEquals(List.of("method"), fields(correct(old, "masked", true)));
        assertEquals(List.of(), violations("leave", Role.STAFF, old, Map.of("kind", "紙", "left", "09:00"), NOW));
    }

    private static Map<String, Object> person(Person person) {
        return Values.person(person);
    }

    private static List<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).toList();
    }

    private static List<Violation> enter(String column, Object value) {
        return enter(Map.of(column, value));
    }

    private static List<Violation> enter(Map<String, Object> fields) {
        return violations("enter", Role.STAFF, null, fields, NOW);
    }

    private static List<Violation> correct(Map<String, Object> before, String column, Object value) {
        Map<String, Object> after = new HashMap<>(before);
        after.put(column, value);
        return violations("correct", Role.STAFF, before, after, NOW);
    }

    private static List<Violation> violations(String action, Role as, Map<String, Object> before,
            Map<String, Object> after, OffsetDateTime now) {
        Caller caller = new Caller("staff", STAFF, List.of(), null, null);
        Instant at = now.toInstant();
        List<Entry> history = before == null
                ? List.of()
                : List.of(new Entry("e", DEFINITION.id(), 1, "done", "enter", new Fields(before), Map.of(), STAFF,
                        Role.STAFF, at,
                        STAFF, at, now.toLocalDate(), 0, null, Map.of(), "", null));
        return new Conditions(new Change("e", DEFINITION, action, caller, as, now.toLocalDate(), history, "done",
                new Fields(after), Map.of(), null), now).violations();
    }
}
