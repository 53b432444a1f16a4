package org.daicho.ledger.engine.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of a form, and from whom an entry is hidden, in a definition. */
class SectionsTest {

    private static final String WHOLE = """
            {"id": "test.lists", "module": "test", "chapter": 6, "revision": 1, "title": {"ja": "試", "en": "T"},
             "period": "asof", "hiddenFrom": "who",
             "columns": [
               {"name": "part", "label": {"ja": "区分", "en": "Part"}, "type": "choice", "values": ["a", "b"]},
               {"name": "name", "label": {"ja": "名", "en": "Name"}, "type": "text", "printed": true},
               {"name": "note", "label": {"ja": "注", "en": "Note"}, "type": "text"},
               {"name": "who", "label": {"ja": "人", "en": "Who"}, "type": "person"}],
             "sections": [{"column": "part", "value": "a", "title": {"ja": "1 甲", "en": "1"}, "columns": ["name"]}],
             "states": [{"name": "open", "label": {"ja": "記入", "en": "Open"}}],
             "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "open", "roles": ["staff"]}]}
            """;

    @Test
    @DisplayName("6-2(1)①, 8-1(2)① A definition tells its tables and from whom an entry is hidden")
    void readsTablesAndWhoIsKeptOut() {
        Definition definition = DefinitionReader.read(Json.object(WHOLE));
        assertEquals("who", definition.hiddenFrom());
        assertEquals(List.of("name"), definition.sections().get(0).columns());
        assertEquals("1 甲", definition.sections().get(0).title().ja());
        assertNull(definition.sections().get(0).lead());
    }

    @ParameterizedTest(name = "{0} -> {1} is refused: {2}")
    @CsvSource({"'\"value\": \"a\"', '\"value\": \"c\"', has no value",
            "'\"column\": \"part\"', '\"column\": \"x\"', has no value",
            "'\"columns\": [\"name\"]', '\"columns\": [\"note\"]', not printed",
            "'\"columns\": [\"name\"]', '\"columns\": []', missing",
            "'\"hiddenFrom\": \"who\"', '\"hiddenFrom\": \"name\"', hiddenFrom"})
    void refusesWhatDoesNotHoldTogether(String good, String bad, String message) {
        assertTrue(WHOLE.contains(good));
        String refused = assertThrows(IllegalArgumentException.class,
                () -> DefinitionReader.read(Json.object(WHOLE.replace(good, bad)))).getMessage();
        assertTrue(refused.contains(message), refused);
    }
}
