package org.daicho.ledger.engine.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.Test;

class FieldReaderTest {

    private static final String LOANS = """
            {"id": "test.loans", "module": "test", "chapter": 3, "revision": 1, "period": "open",
             "title": {"ja": "貸出", "en": "Loans"},
             "columns": [
               {"name": "lentTo", "label": {"ja": "借りた者", "en": "Lent to"}, "type": "person", "fill": "default-caller"},
               {"name": "backOn", "label": {"ja": "返却日", "en": "Back on"}, "type": "date", "setBy": "return",
                "fill": "today"}],
             "states": [{"name": "out", "label": {"ja": "貸出中", "en": "Out"}}],
             "actions": [
               {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "out"},
               {"name": "return", "label": {"ja": "返却", "en": "Return"}, "from": ["out"], "fields": ["backOn"]},
               {"name": "find", "label": {"ja": "発見", "en": "Find"}, "from": ["out"], "fields": ["%s"]}]}
            """;
    private static final String ROWS = """
            {"id": "test.rows", "module": "test", "chapter": 5, "revision": 1, "period": "month",
             "periodField": "%s", "title": {"ja": "記録", "en": "Rows"},
             "columns": [
               {"name": "late", "label": {"ja": "後日記入", "en": "Late"}, "type": "boolean", "fill": "late"},
               {"name": "date", "label": {"ja": "日付", "en": "Date"}, "type": "date"},
               {"name": "at", "label": {"ja": "日時", "en": "At"}, "type": "datetime"},
               {"name": "leftAt", "label": {"ja": "退室", "en": "Left"}, "type": "time", "setBy": "leave"}],
             "states": [{"name": "done", "label": {"ja": "記入済み", "en": "Done"}}],
             "actions": [
               {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "done", "fields": ["leftAt"]},
               {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["done"]},
               {"name": "leave", "label": {"ja": "退室", "en": "Leave"}, "from": ["done"], "fields": ["leftAt"]}]}
            """;
    private static final Person STAFF = new Person("p-1", "職員 三子");
    private static final Person MEMBER = new Person("p-2", "委員 四郎");

    private final List<Violation> violations = new ArrayList<>();

    @Test
    void theCallerIsWrittenWhereNobodyIsHandedIn() {
        assertEquals(STAFF, read("enter", Map.of()).person("lentTo"));
        assertEquals(MEMBER, read("enter", Map.of("lentTo", "p-2")).person("lentTo"));
        assertEquals(List.of(), violations);
    }

    @Test
    void aColumnIsSetByEachActionThatNamesIt() {
        assertEquals("2026-11-20", read("return", Map.of("backOn", "2026-11-20")).text("backOn"));
        assertEquals("2026-11-21", read("find", Map.of("backOn", "2026-11-21")).text("backOn"));
        assertEquals("2026-11-23", read("find", Map.of()).text("backOn"));
        assertEquals(List.of(), violations);
        read("enter", Map.of("backOn", "2026-11-20"));
        assertEquals(List.of("backOn"), violations.stream().map(Violation::field).toList());
    }

    @Test
    void anActionSetsNoColumnThatIsEntered() {
        assertThrows(IllegalArgumentException.class, () -> definition("lentTo"));
    }

    @Test
    void anEntryOfAnEarlierDayIsMarkedAsLate() {
        assertEquals(Map.of("date", "2026-11-22", "late", true), row("date", "enter", Map.of("date", "2026-11-22")));
        assertEquals(Map.of("date", "2026-11-23"), row("date", "enter", Map.of("date", "2026-11-23")));
        Map<String, Object> night = row("at", "enter", Map.of("at", "2026-11-22T15:30:00Z"));
        assertEquals(null, night.get("late"), "it is the 23rd in Tokyo");
        assertEquals(List.of(), violations);
    }

    @Test
    void aCorrectionKeepsHowLateARowWasUnlessItMovesItsDay() {
        Map<String, Object> late = Map.of("date", "2026-11-20", "late", true);
        assertEquals(late, row("date", "correct", Map.of("date", "2026-11-20"), late));
        assertEquals(late, row("date", "correct", late, late));
        Map<String, Object> intime = Map.of("date", "2026-11-20");
        assertEquals(intime, row("date", "correct", intime, intime));
        assertEquals(Map.of("date", "2026-11-19", "late", true),
                row("date", "correct", Map.of("date", "2026-11-19"), intime));
        assertEquals(List.of(), violations);
    }

    @Test
    void nobodyWritesWhetherARowIsLate() {
        row("date", "enter", Map.of("date", "2026-11-22", "late", false));
        assertEquals(List.of("late"), violations.stream().map(Violation::field).toList());
    }

    @Test
    void enteringSetsAColumnOfAnActionThatItNames() {
        assertEquals("10:00", row("date", "enter", Map.of("leftAt", "10:00")).get("leftAt"));
        assertEquals("10:00", row("date", "leave", Map.of("leftAt", "10:00")).get("leftAt"));
        assertEquals(List.of(), violations);
        row("date", "correct", Map.of("leftAt", "10:00"));
        assertEquals(List.of("leftAt"), violations.stream().map(Violation::field).toList());
    }

    @Test
    void latenessNeedsADayToMeasureBy() {
        assertThrows(IllegalArgumentException.class, () -> DefinitionReader
                .read(Json.object(ROWS.replace("\"periodField\": \"%s\",", ""))));
    }

    private Map<String, Object> row(String day, String action, Map<String, Object> submitted) {
        return row(day, action, submitted, Map.of());
    }

    private Map<String, Object> row(String day, String action, Map<String, Object> submitted,
            Map<String, Object> before) {
        return read(DefinitionReader.read(Json.object(ROWS.formatted(day))), action, submitted, new Fields(before))
                .values();
    }

    private Fields read(String action, Map<String, Object> submitted) {
        return read(definition("backOn"), action, submitted, new Fields(Map.of()));
    }

    private Fields read(Definition definition, String action, Map<String, Object> submitted, Fields before) {
        return new FieldReader(definition, definition.action(action).orElseThrow(),
                new Caller("staff", STAFF, List.of(), null, null), OffsetDateTime.parse("2026-11-23T09:00:00+09:00"),
                new Values(id -> Optional.of(MEMBER).filter(p -> p.id().equals(id))), violations)
                .read(submitted, before);
    }

    private static Definition definition(String found) {
        return DefinitionReader.read(Json.object(LOANS.formatted(found)));
    }
}
