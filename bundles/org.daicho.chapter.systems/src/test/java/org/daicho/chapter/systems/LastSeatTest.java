package org.daicho.chapter.systems;

import static org.daicho.chapter.systems.Systems.licence;
import static org.daicho.chapter.systems.Systems.seat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.daicho.chapter.systems.Licences.Seat;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The last seat on the real provider: what the rule read is held until the seat is written.
 */
class LastSeatTest {

    private static final int CALLERS = 8;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private TestLedger ledger;

    @AfterEach
    void close() {
        threads.shutdownNow();
        ledger.close();
    }

    @Test
    @DisplayName("4-7 Of two callers whose rules both saw the last seat free, one gets it and one is refused")
    void bothSawItFree() throws Exception {
        MeetingChapter meeting = new MeetingChapter();
        ledger = TestLedger.open(folder, meeting);
        Entry held = ledger.enter(Role.STAFF, Licences.LEDGER, licence(1));
        meeting.meet();
        List<Future<Entry>> calls = List.of(threads.submit(assigns(held, "PC1")), threads.submit(assigns(held, "PC2")));
        List<LedgerException> refusals = refusals(calls);
        assertEquals(1, refusals.size());
        assertEquals(Kind.INVALID, refusals.get(0).kind());
        assertEquals("4-7", refusals.get(0).violations().get(0).clause());
        assertEquals(1, assigned(held));
        assertTrue(meeting.asked() > 2, "the rules of the one who came second were asked again");
    }

    @RepeatedTest(value = 3, name = "4-7 Of eight callers at once for three seats, three get one ({currentRepetition})")
    void crowd() throws Exception {
        ledger = Systems.open(folder);
        Entry held = ledger.enter(Role.STAFF, Licences.LEDGER, licence(3));
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        List<Future<Entry>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Callable<Entry> assigns = assigns(held, "PC" + i);
            calls.add(threads.submit(() -> {
                start.await();
                return untilDecided(assigns);
            }));
        }
        List<LedgerException> refusals = refusals(calls);
        assertEquals(CALLERS - 3, refusals.size());
        refusals.forEach(r -> assertEquals("4-7", r.violations().get(0).clause()));
        assertEquals(3, assigned(held));
    }

    /** Under such a crowd a call may be told to come again (409); whoever does is decided in the end. */
    private static Entry untilDecided(Callable<Entry> assigns) throws Exception {
        while (true) {
            try {
                return assigns.call();
            } catch (LedgerException e) {
                if (e.kind() != Kind.CONFLICT) {
                    throw e;
                }
            }
        }
    }

    private Callable<Entry> assigns(Entry held, String device) {
        Caller caller = ledger.people().caller(device, Role.STAFF);
        return () -> ledger.ledger().enter(caller, Seat.LEDGER,
                new Submission(seat(held, device), null, Map.of(), null));
    }

    private static List<LedgerException> refusals(List<Future<Entry>> calls) throws Exception {
        List<LedgerException> refusals = new ArrayList<>();
        for (Future<Entry> call : calls) {
            try {
                call.get(60, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                refusals.add((LedgerException) e.getCause());
            }
        }
        return refusals;
    }

    private long assigned(Entry held) {
        return ledger.look(view -> Licences.seats(held.id(), view).count());
    }

    /** The chapter, whose rules about a seat wait for each other once, after they were asked. */
    private static final class MeetingChapter implements LedgerModule {

        private final SystemsChapter chapter = new SystemsChapter(12, 30);
        private final CyclicBarrier both = new CyclicBarrier(2);
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean meets;

        void meet() {
            meets = true;
        }

        int asked() {
            return asked.get();
        }

        @Override
        public List<String> definitions() {
            return chapter.definitions();
        }

        @Override
        public List<Rule> rules() {
            List<Rule> rules = new ArrayList<>(chapter.rules());
            rules.add(new Rule("4-7", Seat.LEDGER, Set.of("enter"), (change, view) -> meeting()));
            return rules;
        }

        private List<Violation> meeting() {
            if (meets && asked.incrementAndGet() <= 2) {
                try {
                    both.await(4, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException("the other caller's rules never came", e);
                }
            }
            return List.of();
        }
    }
}
