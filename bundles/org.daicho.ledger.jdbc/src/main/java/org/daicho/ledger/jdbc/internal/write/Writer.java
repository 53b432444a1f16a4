package org.daicho.ledger.jdbc.internal.write;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import javax.sql.DataSource;

import org.daicho.ledger.Entry;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.jdbc.internal.keys.EntryKeys;
import org.daicho.ledger.jdbc.internal.read.EntryCodec;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.ledger.jdbc.internal.rules.Terms;
import org.daicho.ledger.jdbc.internal.store.DefinitionRow;
import org.daicho.ledger.jdbc.internal.store.Store;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.CompactRange;
import org.daicho.tlog.NoteSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. Callers queue their writes; its thread takes what has queued and commits it as one transaction, with
 * one flush and one signature. A caller hears of its write only after the transaction is durable.
 * <p>
 * {@code cnf/decisions/0004-writer-locks-and-threads.md} tells why, and what holds between the threads.
 */
public final class Writer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int MOST = 256;

    /**
     * What the writer works with.
     *
     * @param source the database
     * @param store  reads it
     * @param codec  makes ciphertext and leaves
     * @param keys   the entries' keys
     * @param terms  makes search terms
     * @param signer signs checkpoints
     * @param clock  tells the time
     */
    public record Parts(DataSource source, Store store, EntryCodec codec, EntryKeys keys, Terms terms,
            NoteSigner signer, Clock clock) {
    }

    private interface Job {
        void stage(Stage stage) throws SQLException;

        void done();

        void failed(Throwable why);
    }

    /** Writes nothing; wakes the thread so that it sees the end. */
    private static final class Wake implements Job {
        @Override
        public void stage(Stage stage) {
            // Nothing to write.
        }

        @Override
        public void done() {
            // Nobody waits.
        }

        @Override
        public void failed(Throwable why) {
            // Nobody waits.
        }
    }

    private final Parts parts;
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "daicho-ledger-writer");
    private final Changes changes;
    private volatile LogState state;
    private volatile boolean closed;

    /**
     * Makes a writer.
     *
     * @param parts what it works with
     * @param state the tree as the database has it; without a checkpoint where the database is new
     */
    public Writer(Parts parts, LogState state) {
        this.parts = parts;
        this.state = state;
        this.changes = new Changes(state.size());
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** Returns the tree as it was committed last. */
    public LogState state() {
        return state;
    }

    /** Writes a definition and waits until it is durable. */
    public void define(DefinitionRow row, byte[] leaf) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        submit(new Job() {
            @Override
            public void stage(Stage stage) throws SQLException {
                stage.define(row, leaf);
            }

            @Override
            public void done() {
                outcome.complete(null);
            }

            @Override
            public void failed(Throwable why) {
                outcome.completeExceptionally(why);
            }
        });
        outcome.join();
    }

    /** Queues a version to be written; its outcome is completed once it is durable, or refused. */
    public void write(Write write) {
        submit(new Job() {
            private Entry entry;

            @Override
            public void stage(Stage stage) throws SQLException {
                entry = stage.write(write);
            }

            @Override
            public void done() {
                write.outcome().complete(entry);
            }

            @Override
            public void failed(Throwable why) {
                write.outcome().completeExceptionally(why);
            }
        });
    }

    private void submit(Job job) {
        queue.add(job);
        // Looked at after the job was queued: either this sees the end, or the writer's last look sees the job.
        if (closed && queue.remove(job)) {
            job.failed(Messages.refusal(Kind.UNAVAILABLE, "unavailable"));
        }
    }

    private void run() {
        List<Job> jobs = new ArrayList<>();
        while (!closed) {
            try {
                jobs.add(queue.take());
                queue.drainTo(jobs, MOST - 1);
                commit(jobs);
                jobs.clear();
            } catch (InterruptedException e) {
                // Nobody interrupts this thread: that would close the files it writes.
                throw new IllegalStateException(e);
            }
        }
        queue.drainTo(jobs);
        jobs.forEach(job -> job.failed(Messages.refusal(Kind.UNAVAILABLE, "unavailable")));
    }

    private void commit(List<Job> jobs) {
        try {
            transact(jobs).forEach(Job::done);
        } catch (SQLException | IOException | RuntimeException e) {
            // Where the commit itself failed nobody knows whether it holds: the database tells.
            state = LogState.load(parts.store(), parts.signer().verifier());
            if (jobs.size() > 1) {
                // One of them may be the cause: each for itself, so that the others pass.
                jobs.forEach(job -> commit(List.of(job)));
            } else {
                LOG.error("A write failed; nothing of it is kept.", e);
                jobs.get(0).failed(e instanceof LedgerException
                        ? e
                        : Messages.refusal(Kind.UNAVAILABLE,
                                "unavailable"));
            }
        }
    }

    /** Commits what passes, tells the rest why not, and returns what was committed. */
    private List<Job> transact(List<Job> jobs) throws SQLException, IOException {
        List<Job> staged = new ArrayList<>();
        CompactRange tree = state.tree().copy();
        try (Connection connection = parts.source().getConnection()) {
            connection.setAutoCommit(false);
            try (Stage stage = new Stage(connection, parts, changes, tree)) {
                for (Job job : jobs) {
                    try {
                        job.stage(stage);
                        staged.add(job);
                    } catch (RetryException | LedgerException refused) {
                        job.failed(refused);
                    }
                }
                if (tree.size() > state.size()) {
                    String checkpoint = new Checkpoint(parts.signer().name(), tree.size(), tree.root())
                            .sign(parts.signer());
                    stage.send(checkpoint, state.checkpoint() == null);
                    connection.commit();
                    stage.committed();
                    state = new LogState(tree, checkpoint);
                }
                return staged;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        queue.add(new Wake());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
