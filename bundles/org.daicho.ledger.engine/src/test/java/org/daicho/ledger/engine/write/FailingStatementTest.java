package org.daicho.ledger.engine.write;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.FailingSource;
import org.daicho.ledger.engine.testing.FailingSource.When;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whichever step of the database fails, before or after it took place: a call succeeded, or it was refused and nothing
 * of it is there; and the ledger goes on.
 */
class FailingStatementTest {

    @TempDir
    Path keys;
    private Council council;
    private FailingSource source;
    /** How else than UNAVAILABLE a call may be refused. */
    private Set<Kind> refusals = Set.of();

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        source = new FailingSource(council.source);
        council.source = source;
        council.open(new Loans());
    }

    @AfterEach
    void close() throws Exception {
        source.heal();
        council.restart();
        council.assertVerifies();
        council.close();
    }

    /** Runs a call once for each of its steps, that step failing; returns how many steps it has. */
    private int eachStep(When when, Attempt attempt) throws Exception {
        for (int n = 0;; n++) {
            source.failAt(n, 1, when);
            boolean done = accepted(n, attempt);
            boolean reached = source.steps().size() > n;
            source.heal();
            attempt.check(n, done);
            if (!reached) {
                assertTrue(done, "refused though nothing failed");
                assertTrue(n > 3, "nothing was tried");
                return n;
            }
        }
    }

    private boolean accepted(int n, Attempt attempt) throws Exception {
        try {
            attempt.run(n);
            return true;
        } catch (LedgerException e) {
            assertTrue(e.kind() == Kind.UNAVAILABLE || refusals.contains(e.kind()), e.getMessage());
            return false;
        }
    }

    private interface Attempt {
        void run(int n) throws Exception;

        void check(int n, boolean done) throws Exception;
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void anEntryIsThereOrNot(When when) throws Exception {
        int[] written = new int[1];
        eachStep(when, new Attempt() {
            @Override
            public void run(int n) {
                council.lend(STAFF, "物" + n);
            }

            @Override
            public void check(int n, boolean done) {
                written[0] += done ? 1 : 0;
                List<Entry> all = council.list(STAFF, Loans.LEDGER);
                assertEquals(written[0], all.size(), "step " + n + " of " + source.steps());
                assertEquals(LongStream.rangeClosed(1, written[0]).boxed().toList(),
                        all.stream().map(e -> e.fields().integer("number")).toList());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void aCorrectionIsThereOrNot(When when) throws Exception {
        String id = council.lend(STAFF, "物").id();
        int[] version = {1};
        eachStep(when, new Attempt() {
            @Override
            public void run(int n) {
                council.ledger().correct(STAFF, Loans.LEDGER, id, version[0],
                        submission("誤記", "lentOn", "2026-11-20", "item", "物" + n));
            }

            @Override
            public void check(int n, boolean done) {
                version[0] += done ? 1 : 0;
                Entry entry = council.ledger().get(STAFF, Loans.LEDGER, id);
                assertEquals(version[0], entry.version(), "step " + n);
                assertTrue(!done || entry.fields().text("item").equals("物" + n));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void anErasureIsThereOrNot(When when) throws Exception {
        String[] id = {council.lend(STAFF, "物").id()};
        eachStep(when, new Attempt() {
            @Override
            public void run(int n) {
                council.ledger().erase(MANAGER, Loans.LEDGER, id[0], new Erasure("期限", "裁断", "鈴木"));
            }

            @Override
            public void check(int n, boolean done) {
                Entry entry = council.ledger().get(STAFF, Loans.LEDGER, id[0]);
                if (done) {
                    assertNotNull(entry.erased());
                } else if (entry.erased() == null) {
                    assertEquals("物", entry.fields().text("item"));
                } else {
                    // Only where reading the answer failed, once the erasure was complete.
                    assertEquals(Map.of(), entry.fields().values());
                }
                if (entry.erased() != null) {
                    council.assertVerifies();
                    id[0] = council.lend(STAFF, "物").id();
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void aCheckIsSignedOrNot(When when) throws Exception {
        council.clock.set("2026-12-05T00:00:00Z");
        council.lend(STAFF, "物");
        // Duties that could not be computed make no gaps, so that their explanations are refused.
        refusals = Set.of(Kind.INVALID);
        YearMonth[] month = {YearMonth.of(2026, 11)};
        eachStep(when, new Attempt() {
            @Override
            public void run(int n) {
                var check = council.engine.sheets().check(MANAGER, Loans.LEDGER, month());
                Map<String, String> explanations = new java.util.HashMap<>();
                check.gaps().forEach(gap -> explanations.put(gap.id(), "督促した"));
                council.engine.sheets().sign(MANAGER, Loans.LEDGER, month(),
                        new CheckSubmission("よし", explanations, List.of()));
            }

            private SheetPeriod month() {
                return SheetPeriod.of(month[0]);
            }

            @Override
            public void check(int n, boolean done) {
                var checked = council.engine.sheets().check(MANAGER, Loans.LEDGER, month()).checked();
                if (done) {
                    assertNotNull(checked);
                    month[0] = month[0].minusMonths(1);
                } else {
                    assertNull(checked, "step " + n + " refused, but signed");
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void anOpeningThatFailsCanBeRepeated(When when) throws Exception {
        council.lend(STAFF, "物");
        council.engine.close();
        for (int n = 0;; n++) {
            source.failAt(n, 1, when);
            boolean opened = true;
            try {
                council.open(new Loans());
            } catch (java.sql.SQLException | RuntimeException e) {
                opened = false;
            }
            boolean reached = source.steps().size() > n;
            source.heal();
            if (opened) {
                council.assertVerifies();
                council.engine.close();
            }
            if (!reached) {
                assertTrue(opened && n > 10);
                break;
            }
        }
        council.open(new Loans());
        assertEquals(1, council.list(STAFF, Loans.LEDGER).size());
    }

    @Test
    void aLongOutageEndsAndTheLedgerGoesOn() throws Exception {
        council.lend(STAFF, "前");
        int steps = source.steps().size();
        assertTrue(steps > 0);
        // From the commit on nothing answers any more, for longer than the writer asks.
        source.heal();
        council.lend(STAFF, "数える");
        int commit = source.steps().indexOf("commit");
        source.failAt(commit, 1000, When.BEFORE);
        LedgerException unknown = Council.refused(Kind.UNAVAILABLE, () -> council.lend(STAFF, "不明"));
        assertTrue(unknown.text().en().contains("could not be found out"), unknown.text().en());
        Council.refused(Kind.UNAVAILABLE, () -> council.lend(STAFF, "後"));
        source.heal();
        Entry next = council.lend(STAFF, "次");
        assertEquals(3L, next.fields().integer("number"));
        assertEquals(3, council.list(STAFF, Loans.LEDGER).size());
        council.ledger().act(MANAGER, Loans.LEDGER, next.id(), "approve", 1, fields());
    }
}
