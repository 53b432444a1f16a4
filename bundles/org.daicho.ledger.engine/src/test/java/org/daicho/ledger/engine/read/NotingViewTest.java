package org.daicho.ledger.engine.read;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Neighbour;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a module sees of the ledgers. */
class NotingViewTest {

    private static final String SAFE = "vault.safes";
    private static final String THINGS = "shed.things";

    @TempDir
    Path keys;

    @AutoClose
    private Council council;
    private final List<String> ownSight = new CopyOnWriteArrayList<>();
    private final TestModule vault = new TestModule(TestModule.definition(SAFE, 1,
            TestModule.column("name", "text", ", \"searchable\": true"),
            TestModule.column("code", "text", ", \"secret\": true, \"searchable\": true")))
            .rule(new Rule("3-2(1)", SAFE, Set.of(), (change, view) -> {
                view.all(SAFE).forEach(e -> ownSight.add(e.fields().text("code")));
                return List.of();
            }));

    @BeforeEach
    void open() throws Exception {
        council = new Council(keys);
        council.engine.add(vault, 0, 5);
        council.engine.add(new Neighbour("shed"), 0, 6);
    }

    @Test
    @DisplayName("a module's secret columns are seen by that module alone")
    void secretsStayWithTheirModule() {
        Entry safe = council.ledger().enter(STAFF.through("vault"), SAFE, fields("name", "A", "code", "1234"));
        council.ledger().enter(STAFF.through("vault"), SAFE, fields("name", "B", "code", "5678"));
        assertEquals(List.of("1234"), ownSight, "what the module itself saw when the second was entered");
        assertEquals(Set.of("name"), council.look(view -> view.all(SAFE)).get(0).fields().values().keySet());
        assertEquals(Set.of("name"), council.look(view -> view.entry(SAFE, safe.id())).orElseThrow().fields().values()
                .keySet());
        assertFalse(council.look(view -> view.versions(SAFE, safe.id())).get(0).fields().has("code"));
        assertFalse(council.look(view -> view.find(SAFE, "name", "A")).get(0).fields().has("code"));
        assertFalse(council.look(view -> view.between(SAFE, null, null)).get(0).fields().has("code"));
    }

    @Test
    @DisplayName("nobody guesses another module's secret by looking for it")
    void secretsAreNotFound() {
        council.ledger().enter(STAFF.through("vault"), SAFE, fields("name", "A", "code", "1234"));
        assertEquals(IllegalArgumentException.class, council.look(view -> assertThrows(RuntimeException.class,
                () -> view.find(SAFE, "code", "1234"))).getClass());
    }

    @Test
    @DisplayName("while the module is away, nobody sees its secrets")
    void secretsOutliveTheirModule() {
        council.ledger().enter(STAFF.through("vault"), SAFE, fields("name", "A", "code", "1234"));
        council.engine.remove(vault);
        assertFalse(council.look(view -> view.all(SAFE)).get(0).fields().has("code"));
    }

    @Test
    @DisplayName("a request reads a ledger once, however often it is asked for")
    void aRequestReadsOnce() {
        thing("鍵");
        council.look(view -> {
            assertSame(view.all(THINGS), view.all(THINGS));
            return assertThrows(UnsupportedOperationException.class, () -> view.all(THINGS).clear());
        });
    }

    @Test
    @DisplayName("what stands is what was not destroyed, in the states asked for")
    void standingEntries() {
        Entry gone = thing("鍵");
        thing("錠");
        council.ledger().erase(MANAGER, THINGS, gone.id(), new Erasure("不要", "裁断", "佐藤"));
        assertEquals(2, council.look(view -> view.all(THINGS)).size());
        assertEquals(List.of("錠"), names(council.look(view -> view.standing(THINGS))));
        assertEquals(List.of("錠"), names(council.look(view -> view.standing(THINGS, "there", "lost"))));
        assertEquals(List.of(), council.look(view -> view.standing(THINGS, "lost")));
        assertEquals(List.of("錠"), names(council.look(view -> view.between(THINGS, null, null, "there"))));
        assertEquals(List.of(), council.look(view -> view.find(THINGS, "name", null)));
    }

    @Test
    @DisplayName("the day and the time are those of Asia/Tokyo")
    void tellsTheTime() {
        council.clock.set("2026-11-23T15:30:00Z");
        assertEquals(LocalDate.of(2026, 11, 24), council.look(LedgerView::today));
        assertEquals("2026-11-24T00:30+09:00", council.look(LedgerView::now).toString());
    }

    @Test
    @DisplayName("a ledger's definition is seen, also while its module is away")
    void definitions() {
        council.engine.remove(vault);
        assertEquals("Test", council.look(view -> view.definition(SAFE)).map(Definition::title).orElseThrow().en());
        assertFalse(council.look(view -> view.definition("vault.none")).isPresent());
    }

    private Entry thing(String name) {
        return council.ledger().enter(STAFF, THINGS, fields("name", name));
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(e -> e.fields().text("name")).toList();
    }
}
