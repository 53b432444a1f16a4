package org.daicho.ledger.engine.right;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.OPERATOR;
import static org.daicho.ledger.engine.testing.Council.OTHER_STAFF;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.FailingSource;
import org.daicho.ledger.engine.testing.FailingSource.When;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who read what of the ledgers that ask for a registered terminal. */
class ReadingRecorderTest {

    private static final String GUARDED = "guarded.things";
    private static final String PLAIN = "plain.things";
    private static final String VIEWS = "log.views";

    @TempDir
    Path keys;
    @AutoClose
    private Council council;
    private FailingSource source;
    private Entry entry;

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        source = new FailingSource(council.source);
        council.source = source;
        String[] columns = {TestModule.column("number", "text", ", \"fill\": \"fiscal_number\""),
                TestModule.column("what", "text", "")};
        council.open(
                new TestModule(TestModule.definition(GUARDED, 1, columns).replace("\"period\": \"month\"",
                        "\"period\": \"month\", \"terminal\": true")),
                new TestModule(TestModule.definition(PLAIN, 1, columns)));
        entry = enter(GUARDED);
        enter(GUARDED);
    }

    private Entry enter(String ledger) {
        return council.ledger().enter(STAFF, ledger, fields("what", "花子の調書"));
    }

    private List<Entry> views() {
        return council.list(MANAGER, VIEWS);
    }

    private List<String> kinds() {
        return views().stream().map(view -> view.fields().text("kind")).toList();
    }

    @Test
    @DisplayName("8-2(5)① each way of reading is recorded: who, when, in which role, what, by its number alone")
    void eachWay() {
        council.list(OTHER_STAFF, GUARDED);
        council.ledger().get(OTHER_STAFF, GUARDED, entry.id());
        council.engine.sheets().sheet(OTHER_STAFF, GUARDED, SheetPeriod.parse("2026-11"));
        council.engine.log().proof(OTHER_STAFF, GUARDED, entry.id(), 1);
        assertEquals(List.of("一覧", "記録", "用紙", "証明"), kinds());
        Entry list = views().get(0);
        assertEquals(OTHER_STAFF.person(), list.fields().person("reader"));
        assertEquals(Role.STAFF, list.as());
        assertEquals(LocalDate.of(2026, 11, 23), list.day());
        assertEquals("2026-11-23T09:00:00+09:00", list.fields().text("viewedAt"));
        assertEquals(2L, list.fields().integer("count"));
        assertEquals("2026-1、2026-2", list.fields().text("numbers"));
        assertNull(list.fields().text("entry"));
        Entry one = views().get(1);
        assertEquals("2026-1", one.fields().text("numbers"));
        assertEquals(entry.id(), one.fields().text("entry"));
        assertFalse(views().toString().contains("花子"));
        assertEquals(4, council.engine.sheets().sheet(MANAGER, VIEWS, SheetPeriod.parse("2026-11")).rows().size());
        council.assertVerifies();
    }

    @Test
    @DisplayName("8-2(5)① the same reading is recorded once an hour, another person's and another entry's each time")
    void onceAnHour() {
        council.ledger().get(STAFF, GUARDED, entry.id());
        council.ledger().versions(STAFF, GUARDED, entry.id());
        assertEquals(1, views().size());
        council.ledger().get(OTHER_STAFF, GUARDED, entry.id());
        council.ledger().get(STAFF, GUARDED, enter(GUARDED).id());
        assertEquals(3, views().size());
        council.clock.set("2026-11-23T01:00:00Z");
        council.ledger().get(STAFF, GUARDED, entry.id());
        assertEquals(4, views().size());
    }

    @Test
    @DisplayName("8-2(5)① what is refused, empty or of another ledger is no reading")
    void noReading() {
        council.list(STAFF, PLAIN);
        refused(Kind.FORBIDDEN, () -> council.list(MEMBER, GUARDED));
        refused(Kind.FORBIDDEN, () -> council.ledger().get(OPERATOR, GUARDED, entry.id()));
        council.engine.log().proof(MEMBER, GUARDED, entry.id(), 1);
        council.engine.sheets().sheet(STAFF, GUARDED, SheetPeriod.parse("2026-10"));
        assertEquals(List.of(), views());
    }

    @Test
    @DisplayName("8-2(5)① what can't be recorded is not shown")
    void notShown() {
        source.failCommits(1, When.BEFORE);
        refused(Kind.UNAVAILABLE, () -> council.ledger().get(OTHER_STAFF, GUARDED, entry.id()));
        refused(Kind.UNAVAILABLE, () -> council.list(OTHER_STAFF, GUARDED));
        source.heal();
        council.list(OTHER_STAFF, GUARDED);
        assertEquals(List.of("一覧"), kinds());
    }

    @Test
    @DisplayName("8-3 the manager alone reads the record, and nobody writes it")
    void theRecord() {
        council.list(STAFF, GUARDED);
        for (var nobody : List.of(STAFF, MEMBER, OPERATOR)) {
            refused(Kind.FORBIDDEN, () -> council.list(nobody, VIEWS));
        }
        refused(Kind.FORBIDDEN, () -> council.ledger().enter(MANAGER, VIEWS, fields("kind", "一覧")));
    }
}
