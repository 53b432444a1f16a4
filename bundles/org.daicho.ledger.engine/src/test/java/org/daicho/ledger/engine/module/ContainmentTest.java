package org.daicho.ledger.engine.module;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Hang;
import org.daicho.ledger.engine.testing.Neighbour;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.operation.ModuleFault;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A module that throws, stalls, answers nonsense or claims another's ledger fails its own calls only, and is shown. */
class ContainmentTest {

    private static final String BAD = "bad.things";
    private static final Text BROKEN = new Text("だめです。", "Broken.");

    @OpenCouncil
    private Council council;
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        released.countDown();
    }

    @Test
    @DisplayName("a rule that throws or answers nonsense fails that call with its clause, and the others serve")
    void aRuleThatFails() {
        for (Rule.Check broken : List.<Rule.Check>of((change, view) -> {
            throw new IllegalStateException("broken");
        }, (change, view) -> {
            throw new StackOverflowError();
        }, (change, view) -> {
            throw new LedgerException(Kind.NOT_FOUND, BROKEN);
        }, (change, view) -> null, (change, view) -> Arrays.asList((Violation) null))) {
            Neighbour bad = new Neighbour("bad").rule(broken);
            council.engine.add(bad, 0, 9);
            LedgerException refused = enterBad();
            assertEquals(Kind.UNAVAILABLE, refused.kind());
            assertTrue(refused.text().ja().contains("3-2(1)"), refused.text().ja());
            enterBad();
            assertEquals(1, faults().size());
            assertEquals("bad", faults().get(0).module());
            council.lend(STAFF, "台帳A" + council.engine.log().checkpoint().hashCode());
            council.engine.remove(bad);
            assertEquals(List.of(), faults());
        }
    }

    @Test
    @DisplayName("a violation without text still refuses, and tells the clause of its rule; 8-2(6)③ is never confirmed")
    void aViolationThatTellsNothing() {
        Neighbour bad = new Neighbour("bad")
                .rule((change, view) -> List.of(new Violation(null, null, new Text("", " "))));
        council.engine.add(bad, 0, 9);
        Violation violation = enterBad().violations().get(0);
        assertTrue(violation.message().ja().contains("3-2(1)"));
        council.engine.remove(bad);
        bad.rule((change, view) -> List.of(new Violation(null, "8-2(6)③", BROKEN, "anyway")));
        council.engine.add(bad, 0, 9);
        assertNull(enterBad().violations().get(0).confirm());
        assertEquals(Kind.INVALID, assertThrows(LedgerException.class, () -> council.ledger().enter(STAFF, BAD,
                new Submission(Map.of("name", "x"), null, Map.of("anyway", "急ぎ"), null))).kind());
    }

    @Test
    @DisplayName("a fault that passes is no longer shown")
    void aFaultThatPasses() {
        AtomicBoolean broken = new AtomicBoolean(true);
        council.engine.add(new Neighbour("bad").rule((change, view) -> {
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
            return List.of();
        }), 0, 9);
        enterBad();
        assertEquals(1, faults().size());
        broken.set(false);
        council.ledger().enter(STAFF, BAD, fields("name", "x"));
        assertEquals(List.of(), faults());
    }

    @Test
    @DisplayName("a rule that never returns stops being called; the others go on under load; it serves again once it returns")
    void aRuleThatNeverReturns() throws Exception {
        AtomicInteger stuck = new AtomicInteger();
        AtomicBoolean well = new AtomicBoolean();
        council.engine.add(new Neighbour("bad").rule((change, view) -> {
            if (!well.get()) {
                stuck.incrementAndGet();
                Hang.forever(released);
            }
            return List.of();
        }), 0, 9);
        ExecutorService threads = Executors.newFixedThreadPool(130);
        try {
            List<Future<LedgerException>> refused = Collections.nCopies(120, (Callable<LedgerException>) this::enterBad)
                    .stream().map(threads::submit).toList();
            while (stuck.get() < 20) {
                Thread.onSpinWait();
            }
            // Well within the deadline of the stalled calls, as they hold nothing that these need.
            for (int i = 0; i < 50; i++) {
                council.lend(STAFF, "台帳" + i);
            }
            for (Future<LedgerException> one : refused) {
                assertEquals(Kind.UNAVAILABLE, one.get().kind());
            }
            assertTrue(stuck.get() <= 64, stuck + " threads");
            int before = stuck.get();
            for (int i = 0; i < 100; i++) {
                assertTrue(enterBad().text().ja().contains("止まっている"));
            }
            assertEquals(before, stuck.get());
            assertEquals(1, faults().size());
            assertEquals("bad", faults().get(0).module());
            council.lend(STAFF, "台帳の最後");
            well.set(true);
            released.countDown();
            Entry entry = null;
            while (entry == null) {
                try {
                    entry = council.ledger().enter(STAFF, BAD, fields("name", "x"));
                } catch (LedgerException e) {
                    assertEquals(Kind.UNAVAILABLE, e.kind());
                }
            }
            assertEquals(List.of(), faults());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("a module that throws or never answers while it is added is left out, in time, and keeps no other out")
    void aModuleThatFailsWhileItIsAdded() throws Exception {
        Neighbour slow = new Neighbour("slow");
        slow.definitions = () -> Hang.forever(released);
        Neighbour slowRules = new Neighbour("slower");
        CountDownLatch asked = new CountDownLatch(1);
        slowRules.rules = () -> {
            asked.countDown();
            return Hang.forever(released);
        };
        Neighbour thrower = new Neighbour("bad");
        thrower.duties = () -> {
            throw new NoClassDefFoundError("gone");
        };
        Neighbour nothing = new Neighbour("bad");
        nothing.definitions = () -> null;
        Thread adding = new Thread(() -> council.engine.add(slowRules, 0, 7));
        adding.start();
        asked.await();
        council.engine.add(new Neighbour("good"), 0, 8);
        council.ledger().enter(STAFF, "good.things", fields("name", "x"));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> council.engine.add(slow, 0, 9));
        council.engine.add(thrower, 0, 10);
        council.engine.add(nothing, 0, 11);
        adding.join();
        assertEquals(4, faults().size());
        assertEquals(Kind.NOT_FOUND, enterBad().kind());
        List.of(slow, slowRules, thrower, nothing).forEach(council.engine::remove);
        assertEquals(List.of(), faults());
    }

    @Test
    @DisplayName("a module that goes again while it is asked what it brings does not stay")
    void aModuleThatGoesWhileItComes() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Neighbour hasty = new Neighbour("bad");
        hasty.rules = () -> {
            asked.countDown();
            Hang.forever(released);
            return List.of();
        };
        Thread adding = new Thread(() -> council.engine.add(hasty, 0, 7));
        adding.start();
        asked.await();
        council.engine.remove(hasty);
        released.countDown();
        adding.join();
        assertEquals(Kind.NOT_FOUND, enterBad().kind());
        assertEquals(List.of(), faults());
    }

    @Test
    @DisplayName("a definition that is not well-formed is left out, and the module's other ledgers serve")
    void aDefinitionThatIsNotWellFormed() {
        Neighbour half = new Neighbour("bad");
        half.definitions = () -> List.of("{\"id\": 5}", "no json", half.definition(BAD));
        council.engine.add(half, 0, 9);
        council.ledger().enter(STAFF, BAD, fields("name", "x"));
        assertEquals(2, faults().size());
    }

    @Test
    @DisplayName("of two modules that claim a ledger the higher ranking has it, then the lower id; the loser is shown")
    void twoThatClaimOneLedger() {
        Neighbour low = ruling("low");
        Neighbour high = ruling("high");
        Neighbour late = ruling("late");
        council.engine.add(low, 0, 20);
        assertEquals("low", ruler());
        council.engine.add(late, 5, 31);
        council.engine.add(high, 5, 30);
        assertEquals("high", ruler());
        assertEquals(List.of(BAD, BAD), faults().stream().map(ModuleFault::ledger).toList());
        assertTrue(faults().get(0).text().ja().contains(BAD));
        council.engine.remove(high);
        assertEquals("late", ruler());
        assertEquals(1, faults().size());
        council.engine.remove(late);
        assertEquals("low", ruler());
        assertEquals(List.of(), faults());
    }

    @Test
    @DisplayName("the definition of a loser is not written to the log; one that can't follow the log leaves the ledger to the next")
    void theDefinitionOfALoser() {
        council.engine.add(ruling("low"), 0, 20);
        ruler();
        long size = size();
        Neighbour loser = ruling("loser");
        loser.revision = 7;
        council.engine.add(loser, -1, 21);
        assertEquals(size, size());
        Neighbour unfit = ruling("unfit");
        unfit.definitions = () -> List.of(unfit.definition(BAD).replace("\"type\": \"text\"", "\"type\": \"date\""));
        council.engine.add(unfit, 9, 22);
        assertEquals("low", ruler());
        assertEquals(2, faults().size());
    }

    @Test
    @DisplayName("the system's own ledgers can't be claimed")
    void theSystemsOwnLedgers() {
        Neighbour thief = new Neighbour("log");
        thief.definitions = () -> List.of(thief.definition("log.checks"));
        council.engine.add(thief, Integer.MAX_VALUE, 0);
        assertFalse(council.ledger().ledger(MANAGER, "log.checks").definition().column("digest").isEmpty());
        assertEquals("log.checks", faults().get(0).ledger());
    }

    @Test
    @DisplayName("3-1(1) places of a module that fails count as absent, and the others' are there")
    void placesOfAModuleThatFails() {
        Neighbour stalled = new Neighbour("bad");
        stalled.places = view -> Hang.forever(released);
        Neighbour nothing = new Neighbour("worse");
        nothing.places = view -> null;
        Neighbour good = new Neighbour("good");
        good.places = view -> List.of(new Place("書庫1", true, true));
        council.engine.add(stalled, 0, 9);
        council.engine.add(nothing, 0, 10);
        council.engine.add(good, 0, 11);
        assertEquals(List.of("書庫1"), council.look(view -> view.places().stream().map(Place::name).toList()));
    }

    @Test
    @DisplayName("an upcaster that fails or stalls fails the reading of what it is needed for, no more")
    void anUpcasterThatFails() {
        Neighbour first = new Neighbour("bad");
        council.engine.add(first, 0, 9);
        Entry entry = council.ledger().enter(STAFF, BAD, fields("name", "x"));
        council.engine.remove(first);
        Neighbour second = new Neighbour("bad");
        second.revision = 2;
        second.upcast = fields -> {
            throw new IllegalStateException("broken");
        };
        council.engine.add(second, 0, 9);
        assertEquals(Kind.UNAVAILABLE, refused(() -> council.ledger().get(STAFF, BAD, entry.id())));
        second.upcast = fields -> Hang.forever(released);
        assertEquals(Kind.UNAVAILABLE, refused(() -> council.ledger().get(STAFF, BAD, entry.id())));
        second.upcast = fields -> new Fields(Map.of("name", "y"));
        assertEquals("y", council.ledger().get(STAFF, BAD, entry.id()).fields().text("name"));
    }

    @Test
    @DisplayName("a call that fails as its module goes is refused like one of an absent module")
    void aModuleThatGoesInMidCall() {
        Neighbour going = new Neighbour("bad");
        going.rule((change, view) -> {
            council.engine.remove(going);
            throw new IllegalStateException("The bundle is gone.");
        });
        council.engine.add(going, 0, 9);
        assertEquals(Kind.CONFLICT, enterBad().kind());
        assertEquals(List.of(), faults());
        going.rule((change, view) -> List.of());
        council.engine.add(going, 0, 9);
        council.ledger().enter(STAFF, BAD, fields("name", "x"));
    }

    @Test
    @DisplayName("calls within calls of as many callers as a module takes don't wait for each other")
    void callsWithinCalls() throws Exception {
        Neighbour inner = new Neighbour("inner");
        inner.places = view -> List.of(new Place("書庫1", true, true));
        council.engine.add(inner, 0, 8);
        council.engine.add(new Neighbour("bad").rule((change, view) -> view.places().isEmpty()
                ? List.of(new Violation(null, null, BROKEN))
                : List.of()), 0, 9);
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            Callable<Entry> enter = () -> council.ledger().enter(STAFF, BAD, fields("name", "x"));
            for (Future<Entry> one : threads.invokeAll(Collections.nCopies(100, enter))) {
                assertEquals(1, one.get().version());
            }
        } finally {
            threads.shutdown();
        }
    }

    private Neighbour ruling(String name) {
        Neighbour module = new Neighbour("bad");
        return module.rule((change, view) -> List.of(new Violation(null, null, new Text(name, name))));
    }

    private String ruler() {
        return enterBad().violations().get(0).message().en();
    }

    private long size() {
        return Long.parseLong(council.engine.log().checkpoint().split("\n")[1]);
    }

    private LedgerException enterBad() {
        return assertThrows(LedgerException.class, () -> council.ledger().enter(STAFF, BAD, fields("name", "x")));
    }

    private List<ModuleFault> faults() {
        return council.engine.faults().faults();
    }

    private static Kind refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(LedgerException.class, call).kind();
    }
}
