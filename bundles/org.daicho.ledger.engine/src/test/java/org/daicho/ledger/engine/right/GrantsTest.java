package org.daicho.ledger.engine.right;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.form.DefinitionReader;
import org.daicho.ledger.form.EntryGrant;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition may say of roles that follow from its entries. */
class GrantsTest {

    private static List<EntryGrant> grants(String grant) {
        return DefinitionReader.read(Json.object("""
                {"id": "mynumber.handlers", "module": "mynumber", "chapter": 8, "revision": 1,
                 "title": {"ja": "名簿", "en": "Register"}, "period": "asof", "grants": [%s],
                 "columns": [
                  {"name": "who", "label": {"ja": "氏名", "en": "Who"}, "type": "person"},
                  {"name": "old", "label": {"ja": "旧", "en": "Old"}, "type": "person", "retired": true},
                  {"name": "seal", "label": {"ja": "印", "en": "Seal"}, "type": "person", "secret": true},
                  {"name": "text", "label": {"ja": "文", "en": "Text"}, "type": "text"},
                  {"name": "from", "label": {"ja": "指定", "en": "From"}, "type": "date"},
                  {"name": "until", "label": {"ja": "解除", "en": "Until"}, "type": "date"}],
                 "states": [{"name": "open", "label": {"ja": "記入", "en": "Open"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "open"}]}
                """.formatted(grant.replace('\'', '"')))).grants();
    }

    @Test
    @DisplayName("8-1(1)① a definition says who is a handler, from when, until when, and in which states")
    void read() {
        assertEquals(List.of(new EntryGrant(Role.HANDLER, "who", "from", "until", Set.of("open"))),
                grants("{'role': 'handler', 'person': 'who', 'from': 'from', 'until': 'until', 'states': ['open']}"));
        assertEquals(List.of(new EntryGrant(Role.HANDLER, "who", "from", null, Set.of())),
                grants("{'role': 'handler', 'person': 'who', 'from': 'from'}"));
        assertEquals(List.of(), grants(""));
    }

    @ParameterizedTest(name = "8-1(1)① {0}, {1}, {2}, {3}, {4}: {5}")
    @CsvSource({"manager, who, from, until, open, role 'manager' does not follow from entries",
            "operator, who, from, until, open, role 'operator' does not follow from entries",
            "boss, who, from, until, open, grants[0].role: unknown value 'boss'",
            "handler, nobody, from, until, open, grants: 'nobody' is no searchable person column in use",
            "handler, text, from, until, open, grants: 'text' is no searchable person column in use",
            "handler, seal, from, until, open, grants: 'seal' is no searchable person column in use",
            "handler, old, from, until, open, grants: 'old' is no searchable person column in use",
            "handler, who, text, until, open, grants: 'text' is no date column",
            "handler, who, from, who, open, grants: 'who' is no date column",
            "handler, who, from, from, open, are the same column", "handler, who, from, until, shut, no state 'shut'"})
    void refused(String role, String person, String from, String until, String state, String message) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> grants(
                "{'role': '%s', 'person': '%s', 'from': '%s', 'until': '%s', 'states': ['%s']}".formatted(role, person,
                        from, until, state)));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    @DisplayName("8-1(1)① a definition gives roles on its own module's ledgers only, and can't say otherwise")
    void anUnknownMemberIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> grants("{'role': 'handler', 'person': 'who', 'from': 'from', 'scope': 'media'}"));
    }
}
