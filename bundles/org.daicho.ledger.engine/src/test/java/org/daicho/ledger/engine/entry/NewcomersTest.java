package org.daicho.ledger.engine.entry;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes onto a register is registered as a person by that (1-2(1)). */
class NewcomersTest {

    private static final String MEMBERS = "club.members";
    private static final String PERSONS = "people.all";

    @TempDir
    Path keys;

    @AutoClose
    private Council council;

    private final TestModule members = new TestModule(ledger(MEMBERS, "staff", "",
            TestModule.column("person", "person", ", \"registers\": \"people.all\""), TestModule.column("other",
                    "person", "")));
    private final TestModule persons = new TestModule(
            ledger(PERSONS, "operator", "\"club.members/enter\"",
                    TestModule.column("name", "text", ", \"maxLength\": 9")))
            .rule(new Rule("1-2(1)", PERSONS, Set.of("enter"), (change, view) -> view
                    .find(PERSONS, "name", change.fields().text("name")).isEmpty()
                            ? List.of()
                            : List.of(new Violation("name", "1-2(1)", new Text("同姓同名", "A namesake"), "namesake"))));

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        council.open(members, persons);
    }

    private Entry enter(Object person) {
        return council.ledger().enter(STAFF, MEMBERS, fields("person", person));
    }

    private List<Entry> registered() {
        return council.list(MANAGER, PERSONS);
    }

    @Test
    @DisplayName("1-2(1) A name that is nobody's registers a person under the id that the entry keeps, in one commit")
    void theNameRegisters() {
        Entry member = enter(" 新井 花 ");
        Entry person = registered().get(0);
        assertEquals("新井 花", person.fields().text("name"));
        assertEquals(Map.of("id", person.id(), "name", "新井 花"), member.fields().values().get("person"));
        assertEquals(member.leafIndex() + 1, person.leafIndex());
        assertEquals(STAFF.person(), person.by());
        council.assertVerifies();
    }

    @Test
    void whoIsKnownIsNotRegistered() {
        assertEquals(MANAGER.person(), enter("kaicho").fields().person("person"));
        assertEquals(MANAGER.person(), enter(Map.of("id", "p-kaicho")).fields().person("person"));
        assertEquals(0, registered().size());
    }

    @Test
    @DisplayName("1-2(1) A mistyped account or id is nobody's name; nor does another column, or a correction, register")
    void nothingElseRegisters() {
        refused(Kind.INVALID, () -> enter("kaichou"));
        refused(Kind.INVALID, () -> enter(Map.of("id", "新井 花")));
        refused(Kind.INVALID, () -> council.ledger().enter(STAFF, MEMBERS, fields("other", "新井 花")));
        Entry member = enter("kaicho");
        refused(Kind.INVALID, () -> council.ledger().correct(STAFF, MEMBERS, member.id(), 1,
                submission("書き誤り", "person", "新井 花")));
        assertEquals(0, registered().size());
    }

    @Test
    @DisplayName("1-2(1) What the ledger of persons says holds: a namesake is confirmed, and what it refuses is not written")
    void itsRulesHold() {
        enter("新井 花");
        Violation namesake = refused(Kind.INVALID, () -> enter("新井 花")).violations().get(0);
        assertEquals("namesake", namesake.confirm());
        assertTrue(namesake.message().ja().contains("同姓同名"));
        council.ledger().enter(STAFF, MEMBERS,
                new Submission(Map.of("person", "新井 花"), null, Map.of("namesake", "別の人"), null));
        assertEquals(2, registered().size());
        refused(Kind.INVALID, () -> enter("とても とても 長い 名前"));
        assertEquals(2, council.list(MANAGER, MEMBERS).size());
    }

    @Test
    void withoutTheLedgerOfPersonsOnlyWhoIsKnownIsTaken() {
        council.engine.remove(persons);
        refused(Kind.INVALID, () -> enter("新井 花"));
        enter("kaicho");
    }

    private static String ledger(String id, String role, String origins, String... columns) {
        return """
                {"id": "%s", "module": "%s", "chapter": 3, "revision": 1, "title": {"ja": "試", "en": "Test"},
                 "period": "asof", "read": ["manager", "staff"], "columns": [%s],
                 "states": [{"name": "there", "label": {"ja": "有", "en": "There"}}],
                 "actions": [
                  {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "there", "roles": ["%s"],
                   "origins": [%s]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["there"], "roles": ["%s"]}]}
                """.formatted(id, id.substring(0, id.indexOf('.')), String.join(",", columns), role, origins, role);
    }
}
