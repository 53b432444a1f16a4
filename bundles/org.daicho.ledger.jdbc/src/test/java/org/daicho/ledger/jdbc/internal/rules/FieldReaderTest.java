package org.daicho.ledger.jdbc.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Fields;
import org.daicho.ledger.Person;
import org.daicho.ledger.Violation;
import org.daicho.ledger.form.Definition;
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

    private Fields read(String action, Map<String, Object> submitted) {
        Definition definition = definition("backOn");
        return new FieldReader(definition, definition.action(action).orElseThrow(),
                new Caller("staff", STAFF, List.of(), null, null), OffsetDateTime.parse("2026-11-23T09:00:00+09:00"),
                new Values(id -> Optional.of(MEMBER).filter(p -> p.id().equals(id))), violations)
                .read(submitted, new Fields(Map.of()));
    }

    private static Definition definition(String found) {
        return DefinitionParser.parse(LOANS.formatted(found));
    }
}
