package org.daicho.ledger.engine.write;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Disk;
import org.daicho.ledger.engine.testing.FailingSource;
import org.daicho.ledger.engine.testing.FailingSource.When;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many callers write at once is committed together, and each is told the truth about its own. */
class GroupCommitTest {

    private static final String LEDGER = "test.numbers";
    private static final int CALLERS = 16;
    private static final int EACH = 15;

    @TempDir
    Path keys;
    @TempDir
    Path elsewhere;
    @AutoClose
    private Council council;
    private FailingSource source;
    private int written;

    private static TestModule module() {
        return new TestModule(TestModule.definition(LEDGER, 1, TestModule.column("text", "text", ""),
                TestModule.column("aNumberWithALongNameOfForty00Characters", "integer", ", \"fill\": \"number\""),
                TestModule.column("receipt", "text", ", \"fill\": \"fiscal-number\""),
                TestModule.column("second", "text", ", \"fill\": \"fiscal-number\"")));
    }

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        source = new FailingSource(council.source);
        council.source = source;
        council.open(module());
    }

    private List<Entry> writeAtOnce(AtomicInteger refused) throws Exception {
        List<Entry> written = new ArrayList<>();
        AtOnce.<List<Entry>>run(CALLERS, caller -> () -> {
            List<Entry> own = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                try {
                    own.add(council.ledger().enter(STAFF, LEDGER, fields("text", caller + "の" + i)));
                } catch (LedgerException e) {
                    refused.incrementAndGet();
                }
            }
            return own;
        }).forEach(written::addAll);
        return written;
    }

    private void assertWhole(List<Entry> written) {
        List<Entry> read = council.list(STAFF, LEDGER);
        assertEquals(written.size(), read.size());
        assertTrue(read.containsAll(written), "an acknowledged entry is missing");
        int n = written.size();
        assertEquals(LongStream.rangeClosed(1, n).boxed().toList(),
                read.stream().map(e -> e.fields().integer("aNumberWithALongNameOfForty00Characters")).toList());
        List<String> receipts = IntStream.rangeClosed(1, n).mapToObj(i -> "2026-" + i).toList();
        assertEquals(receipts, read.stream().map(e -> e.fields().text("receipt")).toList());
        assertEquals(receipts, read.stream().map(e -> e.fields().text("second")).toList());
        assertEquals(LongStream.range(5, 5 + n).boxed().toList(), read.stream().map(Entry::leafIndex).toList());
    }

    @Test
    @DisplayName("Every entry is there after a stop without closing, numbers and leaves without a gap")
    void everyAcknowledgedEntryIsThere() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        List<Entry> written = writeAtOnce(refused);
        assertEquals(0, refused.get());
        assertEquals(CALLERS * EACH, written.size());
        // The first one still holds its key folder, as nobody has stopped it.
        council.keys = elsewhere.resolve("keys");
        Disk.copy(keys, council.keys);
        council.open(module());
        assertWhole(written);
        council.assertVerifies();
    }

    @Test
    @DisplayName("Where commits fail in between, before or after they took place, the others are not harmed")
    void aFailureHarmsNobodyElse() throws Exception {
        for (When when : When.values()) {
            List<Entry> before = council.list(STAFF, LEDGER);
            AtomicInteger refused = new AtomicInteger();
            source.failCommits(3, when);
            List<Entry> written = new ArrayList<>(before);
            written.addAll(writeAtOnce(refused));
            source.heal();
            assertEquals(before.size() + CALLERS * EACH, written.size() + refused.get());
            assertWhole(written);
        }
        council.restart(module());
        council.assertVerifies();
    }

    @Test
    @DisplayName("What was refused in a batch is not written when the batch fails and its jobs are tried one by one")
    void whatWasRefusedStaysRefused() throws Exception {
        Entry entry = council.ledger().enter(STAFF, LEDGER, fields("text", "争い"));
        for (When when : When.values()) {
            source.failCommits(-3, when);
            List<Integer> done = AtOnce.run(CALLERS, caller -> () -> {
                int own = 0;
                for (int i = 0; i < EACH; i++) {
                    try {
                        int version = council.ledger().get(STAFF, LEDGER, entry.id()).version();
                        council.ledger().correct(STAFF, LEDGER, entry.id(), version,
                                Council.submission("訂正", "text", caller + "の" + i));
                        own++;
                    } catch (LedgerException e) {
                        // Stale, busy or, where the commit failed, unavailable.
                    }
                }
                return own;
            });
            source.heal();
            assertTrue(done.stream().mapToInt(n -> n).sum() > 0);
            written += done.stream().mapToInt(n -> n).sum();
            assertEquals(1 + written, council.ledger().get(STAFF, LEDGER, entry.id()).version());
        }
        council.assertVerifies();
    }

    @Test
    @DisplayName("Verifying while others write finds no fault")
    void verifyingWhileWriting() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        AtOnce.run(3, caller -> () -> {
            if (caller == 0) {
                for (int i = 0; i < 15; i++) {
                    council.assertVerifies();
                }
                return 0;
            }
            for (int i = 0; i < 60; i++) {
                Entry entry = council.ledger().enter(STAFF, LEDGER, fields("text", "并行" + i));
                if (i % 10 == 0) {
                    council.ledger().erase(Council.MANAGER, LEDGER, entry.id(),
                            new org.daicho.ledger.Erasure("期限", "裁断", "鈴木"));
                } else {
                    council.ledger().correct(STAFF, LEDGER, entry.id(), 1,
                            Council.submission("誤記", "text", "訂正" + i));
                }
            }
            return 0;
        });
        assertEquals(0, refused.get());
        council.assertVerifies();
    }
}
