package org.daicho.ledger.engine.module;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.daicho.ledger.engine.testing.TestModule.column;
import static org.daicho.ledger.engine.testing.TestModule.definition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Definitions evolve without rewriting entries; modules come and go")
class EvolutionTest {

    private static final String LEDGER = "test.things";
    private static final String TEXT = column("text", "text", "");
    private static final String MORE = column("more", "integer", "");
    private static final String SECRET = column("secret", "text", ", \"secret\": true");
    private static final String FIRST = definition(LEDGER, 1, TEXT);
    private static final String SECOND = definition(LEDGER, 2, TEXT, MORE);

    @TempDir
    Path keys;
    private Council council;
    private Entry old;

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        council.open(new TestModule(FIRST));
        old = council.ledger().enter(STAFF, LEDGER, fields("text", "一"));
    }

    @AfterEach
    void close() throws Exception {
        council.assertVerifies();
        council.close();
    }

    private LedgerInfo info() {
        return council.ledger().ledger(STAFF, LEDGER);
    }

    @Test
    void columnsAreAddedAndRetired() throws Exception {
        council.restart(new TestModule(SECOND));
        assertTrue(info().active());
        assertEquals(Map.of("text", "一"), council.ledger().get(STAFF, LEDGER, old.id()).fields().values());
        council.ledger().correct(STAFF, LEDGER, old.id(), 1, submission("補う", "text", "一", "more", 2));
        council.restart(new TestModule(definition(LEDGER, 3, column("text", "text",
                ", \"required\": true, \"retired\": true"), MORE)));
        council.ledger().enter(STAFF, LEDGER, fields("more", 3));
        assertEquals(List.of(1, 2), council.ledger().versions(STAFF, LEDGER, old.id()).stream()
                .map(Entry::version).toList());
    }

    @ParameterizedTest
    @MethodSource
    void columnsAreNeverRenamedOrRetyped(String definition) throws Exception {
        council.restart(new TestModule(definition));
        assertFalse(info().active());
        assertEquals(1, info().definition().revision());
        assertEquals("一", council.ledger().get(STAFF, LEDGER, old.id()).fields().text("text"));
        refused(Kind.CONFLICT, () -> council.ledger().enter(STAFF, LEDGER, fields("text", "二")));
    }

    static List<String> columnsAreNeverRenamedOrRetyped() {
        return List.of(definition(LEDGER, 2, column("renamed", "text", "")),
                definition(LEDGER, 2, column("text", "integer", "")), definition(LEDGER, 1, TEXT, MORE),
                definition(LEDGER, 0, TEXT), definition(LEDGER, 2, TEXT, TEXT), "no JSON");
    }

    @Test
    void anAbsentModulesHistoryIsReadOnly() throws Exception {
        council.restart(new TestModule(definition("other.things", 1, TEXT)));
        assertFalse(info().active());
        assertEquals(List.of(old), council.list(STAFF, LEDGER));
        assertEquals(1, council.engine.sheets().sheet(STAFF, LEDGER, SheetPeriod.parse("2026-11")).rows().size());
        LedgerException absent = refused(Kind.CONFLICT,
                () -> council.ledger().enter(STAFF, LEDGER, fields("text", "二")));
        assertTrue(absent.text().ja().contains("今この装置に入っていない"), absent.text().ja());
        TestModule back = new TestModule(FIRST);
        council.engine.add(back, 0, 9);
        council.ledger().enter(STAFF, LEDGER, fields("text", "二"));
        council.engine.remove(back);
        refused(Kind.CONFLICT, () -> council.ledger().correct(STAFF, LEDGER, old.id(), 1,
                submission("x", "text", "三")));
    }

    @Test
    @DisplayName("Older code reads newer entries and changes only those that it can express")
    void olderCodeWithNewerEntries() throws Exception {
        council.restart(new TestModule(SECOND));
        Entry newer = council.ledger().enter(STAFF, LEDGER, fields("text", "二", "more", 5));
        Entry plain = council.ledger().enter(STAFF, LEDGER, fields("text", "三"));
        council.restart(new TestModule(FIRST));
        assertTrue(info().active());
        assertEquals(5L, council.ledger().get(STAFF, LEDGER, newer.id()).fields().integer("more"));
        LedgerException refusal = refused(Kind.CONFLICT, () -> council.ledger().correct(STAFF, LEDGER, newer.id(), 1,
                submission("誤記", "text", "四")));
        assertTrue(refusal.text().en().contains("newer version"), refusal.text().en());
        council.ledger().correct(STAFF, LEDGER, plain.id(), 1, submission("誤記", "text", "五"));
        council.restart(new TestModule(SECOND));
        assertEquals(5L, council.ledger().get(STAFF, LEDGER, newer.id()).fields().integer("more"));
    }

    @Test
    @DisplayName("What a newer definition keeps secret, older code does not show")
    void secretsOfANewerDefinitionStaySecret() throws Exception {
        council.restart(new TestModule(definition(LEDGER, 2, TEXT, SECRET)));
        Entry newer = council.ledger().enter(STAFF.through("test"), LEDGER, fields("text", "二", "secret", "合言葉"));
        assertEquals("合言葉", newer.fields().text("secret"));
        assertFalse(council.ledger().get(STAFF, LEDGER, newer.id()).fields().has("secret"));
        council.restart(new TestModule(FIRST));
        assertFalse(council.ledger().get(STAFF, LEDGER, newer.id()).fields().has("secret"));
        assertFalse(council.list(STAFF, LEDGER).get(1).fields().has("secret"));
        assertFalse(council.engine.log().proof(STAFF, LEDGER, newer.id(), 1).openings().containsKey("secret"));
        refused(Kind.CONFLICT, () -> council.ledger().correct(STAFF, LEDGER, newer.id(), 1,
                submission("誤記", "text", "四")));
    }

    @Test
    @DisplayName("An entry in a state that older code does not know is read only there")
    void anUnknownState() throws Exception {
        council.restart(new TestModule(SECOND.replace("\"to\": \"open\"", "\"to\": \"begun\"").replace("\"states\": [",
                "\"states\": [{\"name\": \"begun\", \"label\": {\"ja\": \"着手\", \"en\": \"Begun\"}},")));
        Entry begun = council.ledger().enter(STAFF, LEDGER, fields("text", "二"));
        assertEquals("begun", begun.state());
        council.restart(new TestModule(FIRST));
        assertEquals(begun.id(), council.ledger().get(STAFF, LEDGER, begun.id()).id());
        LedgerException refusal = refused(Kind.CONFLICT, () -> council.ledger().correct(STAFF, LEDGER, begun.id(), 1,
                submission("誤記", "text", "四")));
        assertTrue(refusal.text().en().contains("newer version"), refusal.text().en());
    }

    @Test
    void entriesAreReadThroughTheUpcaster() throws Exception {
        council.restart(new TestModule(SECOND).upcast((revision, fields) -> {
            Map<String, Object> values = new HashMap<>(fields.values());
            values.put("more", (long) revision);
            return new Fields(values);
        }));
        assertEquals(1L, council.ledger().get(STAFF, LEDGER, old.id()).fields().integer("more"));
        Entry now = council.ledger().enter(STAFF, LEDGER, fields("text", "二"));
        assertFalse(council.ledger().get(STAFF, LEDGER, now.id()).fields().has("more"));
        council.restart(new TestModule(SECOND).upcast((revision, fields) -> {
            throw new IllegalStateException("broken");
        }));
        refused(Kind.UNAVAILABLE, () -> council.ledger().get(STAFF, LEDGER, old.id()));
        council.ledger().get(STAFF, LEDGER, now.id());
    }
}
