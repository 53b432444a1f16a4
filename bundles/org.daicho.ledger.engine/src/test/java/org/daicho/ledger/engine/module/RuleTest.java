package org.daicho.ledger.engine.module;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    private static final String LEDGER = "test.seats";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path keys;
    @AutoClose
    private Council council;

    @BeforeEach
    void make() {
        council = Council.closed(keys);
    }

    private static TestModule module(String ledger, Rule.Check check) {
        return new TestModule(TestModule.definition(ledger, 1, TestModule.column("seat", "text", "")))
                .rule(new Rule("4-7", ledger, Set.of(), check));
    }

    private static Rule.Check oneSeat(Function<LedgerView, List<Entry>> taken) {
        return (change, view) -> taken.apply(view).stream()
                .anyMatch(e -> !e.id().equals(change.before() == null ? null : change.before().id())
                        && "窓".equals(e.fields().text("seat")) && "窓".equals(change.fields().text("seat")))
                                ? List.of(new Violation("seat", "4-7", new Text("満席です。", "Taken.")))
                                : List.of();
    }

    @ParameterizedTest
    @ValueSource(strings = {"find", "all", "between", "entry"})
    @DisplayName("4-7: of 16 who want the last seat at once one gets it, however the rule looks")
    void theLastSeatIsGivenOnce(String look) throws Exception {
        Entry[] flag = new Entry[1];
        council.open(module(LEDGER, look.equals("entry")
                // The seat is an entry of its own, taken by the one who corrects it first.
                ? (change, view) -> flag[0] != null && change.action().equals("enter")
                        && view.entry(LEDGER, flag[0].id()).orElseThrow().version() > 1
                                ? List.of(new Violation("seat", "4-7", new Text("満席です。", "Taken.")))
                                : List.of()
                : oneSeat(view -> switch (look) {
                case "find" -> view.find(LEDGER, "seat", "窓");
                case "all" -> view.all(LEDGER);
                default -> view.between(LEDGER, DAY, DAY);
                })));
        flag[0] = look.equals("entry")
                ? council.ledger().enter(STAFF, LEDGER, fields("seat", "空き"))
                : null;
        List<Boolean> got = AtOnce.run(16, i -> () -> {
            try {
                if (flag[0] != null && i % 2 == 0) {
                    council.ledger().correct(STAFF, LEDGER, flag[0].id(), 1, Council.submission("取る", "seat", "窓"));
                    return true;
                }
                council.ledger().enter(STAFF, LEDGER, fields("seat", flag[0] == null ? "窓" : "廊下"));
                return flag[0] == null;
            } catch (LedgerException e) {
                assertTrue(Set.of(Kind.INVALID, Kind.CONFLICT, Kind.STALE).contains(e.kind()), e.getMessage());
                return false;
            }
        });
        assertEquals(1, got.stream().filter(g -> g).count());
        List<Entry> all = council.list(STAFF, LEDGER);
        assertEquals(1, all.stream().filter(e -> "窓".equals(e.fields().text("seat"))).count());
        if (flag[0] != null) {
            // What rested on the free seat was written before it was taken, never after.
            long taken = council.ledger().get(STAFF, LEDGER, flag[0].id()).leafIndex();
            assertTrue(all.stream().filter(e -> !e.id().equals(flag[0].id())).allMatch(e -> e.leafIndex() < taken));
        }
    }

    @Test
    @DisplayName("Where what a rule read changes each time it runs, it runs four times, then 409")
    void threeRetriesThenBusy() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        TestModule other = module("other.things", (change, view) -> List.of());
        council.open(other, module(LEDGER, (change, view) -> {
            view.all("other.things");
            runs.incrementAndGet();
            council.ledger().enter(STAFF, "other.things", fields("seat", "x"));
            return List.of();
        }));
        LedgerException busy = refused(Kind.CONFLICT,
                () -> council.ledger().enter(STAFF, LEDGER, fields("seat", "窓")));
        assertTrue(busy.text().ja().contains("同時に行われた変更"), busy.text().ja());
        assertEquals(4, runs.get());
        assertEquals(List.of(), council.list(STAFF, LEDGER));
    }

    @Test
    @DisplayName("Erasing an entry makes rules that found it run again")
    void anErasureIsSeenByRules() throws Exception {
        Entry[] there = new Entry[1];
        AtomicInteger runs = new AtomicInteger();
        council.open(module(LEDGER, (change, view) -> {
            if (there[0] == null || !change.action().equals("enter")) {
                return List.of();
            }
            boolean found = !view.find(LEDGER, "seat", "窓").isEmpty();
            if (runs.getAndIncrement() == 0) {
                council.ledger().erase(Council.MANAGER, LEDGER, there[0].id(),
                        new org.daicho.ledger.Erasure("期限", "裁断", "鈴木"));
            }
            return found ? List.of() : List.of(new Violation("seat", "4-7", new Text("なし", "None")));
        }));
        there[0] = council.ledger().enter(STAFF, LEDGER, fields("seat", "窓"));
        refused(Kind.INVALID, () -> council.ledger().enter(STAFF, LEDGER, fields("seat", "廊下")));
        assertEquals(2, runs.get());
    }

    @Test
    void aRuleThatThrowsFailsItsOwnCallOnly() throws Exception {
        Object[] thrown = {new IllegalStateException("x"), new StackOverflowError(), "null", "null inside"};
        AtomicInteger n = new AtomicInteger();
        council.open(module("other.things", (change, view) -> List.of()), module(LEDGER, (change, view) -> {
            Object next = thrown[n.get()];
            if (next instanceof Error e) {
                throw e;
            } else if (next instanceof RuntimeException e) {
                throw e;
            }
            return next.equals("null") ? null : java.util.Collections.singletonList(null);
        }));
        for (; n.get() < thrown.length; n.incrementAndGet()) {
            LedgerException failed = refused(Kind.UNAVAILABLE,
                    () -> council.ledger().enter(STAFF, LEDGER, fields("seat", "窓")));
            assertTrue(failed.text().ja().contains("規則(4-7)"), failed.text().ja());
            council.ledger().enter(STAFF, "other.things", fields("seat", "窓"));
        }
        assertEquals(List.of(), council.list(STAFF, LEDGER));
    }

    @Test
    @DisplayName("Rules that stall hold a few threads, then their ledger is refused at once, the others serve, and it comes"
            + " back")
    void stallingRulesAreAccountedFor() throws Exception {
        // Long enough for a busy machine to take the modules in.
        council.deadline = 500;
        CountDownLatch stall = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        council.open(module("other.things", (change, view) -> List.of()), module(LEDGER, (change, view) -> {
            started.incrementAndGet();
            try {
                stall.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            } finally {
                ended.incrementAndGet();
            }
            return List.of();
        }));
        for (int i = 0; i < 20; i++) {
            refused(Kind.UNAVAILABLE, () -> council.ledger().enter(STAFF, LEDGER, fields("seat", "窓")));
        }
        // A thread that got no processor within its deadline still starts.
        while (started.get() < 8) {
            Thread.onSpinWait();
        }
        assertEquals(8, started.get());
        stall.countDown();
        while (ended.get() < started.get()) {
            Thread.onSpinWait();
        }
        boolean back = false;
        for (int i = 0; i < 1000 && !back; i++) {
            try {
                council.ledger().enter(STAFF, LEDGER, fields("seat", "窓"));
                back = true;
            } catch (LedgerException e) {
                assertEquals(Kind.UNAVAILABLE, e.kind());
            }
        }
        assertTrue(back, "the ledger does not come back");
    }
}
