package org.daicho.ledger.engine.write;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.figures.Tally;
import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.store.Contention;
import org.daicho.ledger.engine.store.DefinitionRow;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.operation.LedgerFigures.Distribution;
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

    /** How often, and after which pauses (in nanoseconds, doubled each time), the database is asked again. */
    private static final int PATIENCE = 5;
    private static final long PAUSE = 20_000_000;

    private static final long HOUR = 60L * 60 * 1000;

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

    private final Parts parts;
    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "daicho-ledger-writer");
    private final Job<?> wake = Job.wake();
    private final Tally batches = Tally.sizes();
    private Changes changes;
    private volatile LogState state;
    private volatile boolean closed;
    /** Whether the database may have another state than the one known here. */
    private boolean doubtful;
    /** When requests that can no longer be repeated were forgotten last. */
    private long forgotten;

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

    /** Begins to note what a change rests on, from the log as it is now on. */
    public Reads reads() {
        return new Reads(state.size());
    }

    /** Tells whether the thread lives that writes. */
    public boolean isWriting() {
        return thread.isAlive() && !closed;
    }

    /** Returns how many writes wait. */
    public int queued() {
        return queue.size();
    }

    /** Returns how many writes were taken at once. */
    public Distribution batches() {
        return batches.distribution();
    }

    /**
     * Writes a definition and waits until it is durable.
     *
     * @param searched the definition where the search table has to follow it, else {@code null}
     */
    public void define(DefinitionRow row, byte[] leaf, Definition searched) {
        while (true) {
            CompletableFuture<Void> outcome = new CompletableFuture<>();
            submit(new Job<>(stage -> {
                stage.define(row, leaf, searched);
                return null;
            }, outcome));
            try {
                outcome.join();
                return;
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof RetryException)) {
                    throw e;
                }
            }
        }
    }

    /** Queues a version to be written; its outcome is completed once it is durable, or refused. */
    public void write(Write write) {
        submit(new Job<>(stage -> stage.write(write), write.outcome()));
    }

    private void submit(Job<?> job) {
        queue.add(job);
        // Looked at after the job was queued: either this sees the end, or the writer's last look sees the job.
        if (closed && queue.remove(job)) {
            refuse(List.of(job));
        }
    }

    private static LedgerException unavailable() {
        return Messages.refusal(Kind.UNAVAILABLE, "unavailable");
    }

    private void run() {
        List<Job<?>> jobs = new ArrayList<>();
        while (!closed) {
            try {
                jobs.add(queue.take());
                queue.drainTo(jobs, MOST - 1);
                batches.add(jobs.size());
                commit(new ArrayList<>(jobs));
            } catch (InterruptedException e) {
                // Nobody interrupts this thread: that would close the files it writes.
                throw new IllegalStateException(e);
            } catch (RuntimeException | Error e) {
                LOG.error("The writer failed; it goes on with the next writes.", e);
                doubtful = true;
                jobs.forEach(job -> job.failed(unavailable()));
            }
            jobs.clear();
        }
        queue.drainTo(jobs);
        jobs.remove(wake);
        refuse(jobs);
    }

    private static void refuse(List<Job<?>> late) {
        if (!late.isEmpty()) {
            LOG.info("Writes came while the ledger stops; they are refused: {}.", late.size());
            late.forEach(job -> job.failed(unavailable()));
        }
    }

    /** Commits jobs together and tells their outcomes; where that fails, each for itself, so that the others pass. */
    private void commit(List<Job<?>> jobs) {
        commit(jobs, 1);
    }

    private void commit(List<Job<?>> jobs, int attempt) {
        try {
            if (doubtful) {
                look();
            }
        } catch (StoreException e) {
            LOG.error("The database does not serve; nothing is written.", e);
            jobs.forEach(job -> job.failed(unavailable()));
            return;
        }
        LogState before = state;
        try {
            transact(jobs);
        } catch (UncertainException e) {
            LOG.error("A commit failed, and the database does not tell whether it holds.", e);
            jobs.forEach(job -> job.failed(Messages.refusal(Kind.UNAVAILABLE, "unavailable.unknown")));
            return;
        } catch (SQLException | IOException | RuntimeException e) {
            if (state == before) {
                doubtful = true;
                failed(jobs, attempt, e);
                return;
            }
            LOG.warn("A connection failed after its commit, which holds.", e);
        }
        jobs.forEach(Job::done);
    }

    private void failed(List<Job<?>> jobs, int attempt, Exception why) {
        if (jobs.size() > 1) {
            jobs.forEach(job -> commit(new ArrayList<>(List.of(job))));
        } else if (attempt < Contention.ATTEMPTS && Contention.is(why)) {
            LOG.debug("A write is tried again, as others got in its way.", why);
            commit(jobs, attempt + 1);
        } else {
            LOG.error("A write failed; nothing of it is kept.", why);
            jobs.forEach(job -> job.failed(unavailable()));
        }
    }

    /** Commits what passes; takes out of the list, and tells, what is refused. */
    private void transact(List<Job<?>> jobs) throws SQLException, IOException {
        CompactRange tree = state.tree().copy();
        try (Connection connection = parts.source().getConnection()) {
            connection.setAutoCommit(false);
            try (Stage stage = new Stage(connection, parts, changes, state, tree)) {
                for (Iterator<Job<?>> rest = jobs.iterator(); rest.hasNext();) {
                    Job<?> job = rest.next();
                    try {
                        job.stage(stage);
                    } catch (RetryException | LedgerException refused) {
                        rest.remove();
                        job.failed(refused);
                    }
                }
                if (tree.size() > state.tree().size()) {
                    String checkpoint = new Checkpoint(parts.signer().name(), tree.size(), tree.root())
                            .sign(parts.signer());
                    boolean forgets = parts.clock().millis() - forgotten >= HOUR;
                    if (forgets) {
                        stage.forget();
                    }
                    stage.send(checkpoint, state.checkpoint() == null);
                    commit(connection, new LogState(state.log(), state.base(), tree, checkpoint));
                    stage.committed();
                    forgotten = forgets ? parts.clock().millis() : forgotten;
                }
            } finally {
                release(connection);
            }
        }
    }

    /** Gives a connection back as it was; one that can't even do that tells nothing new. */
    private void release(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            doubtful = true;
            LOG.debug("A connection can't be rolled back.", e);
        }
    }

    /** Commits; where that fails nobody knows whether it holds but the database, so that is asked. */
    private void commit(Connection connection, LogState next) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            // What the transaction still holds would keep the question from being answered.
            release(connection);
            doubtful = true;
            if (!holds(next, e)) {
                throw e;
            }
            LOG.warn("A commit failed, but the database has taken it.", e);
            doubtful = false;
        }
        state = next;
    }

    private boolean holds(LogState next, Exception why) {
        for (int attempt = 0; true; attempt++) {
            try {
                return parts.store().log().checkpoint().filter(next.checkpoint()::equals).isPresent();
            } catch (StoreException e) {
                if (closed || attempt == PATIENCE) {
                    throw new UncertainException(why);
                }
                LockSupport.parkNanos(PAUSE << attempt);
            }
        }
    }

    /** Takes the state over that the database has. */
    private void look() {
        String checkpoint = parts.store().log().checkpoint().orElse(null);
        if (!Objects.equals(checkpoint, state.checkpoint())) {
            state = LogState.load(parts.store(), parts.signer().verifier());
            changes = new Changes(state.size());
        }
        doubtful = false;
    }

    /** A commit failed, and it can't be found out whether it holds. */
    private static final class UncertainException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UncertainException(Exception cause) {
            super(cause);
        }
    }

    @Override
    public void close() {
        closed = true;
        queue.add(wake);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
