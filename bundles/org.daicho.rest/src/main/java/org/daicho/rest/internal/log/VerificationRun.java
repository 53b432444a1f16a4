package org.daicho.rest.internal.log;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.log.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verification of the whole log that was asked for last: one at a time, in a thread of its own, as it may take
 * minutes. Safe for use by many threads.
 */
final class VerificationRun {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRun.class);

    private final LedgerLog log;
    private final Clock clock;
    private State state;
    private volatile boolean stopped;

    VerificationRun(LedgerLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * How far a verification is.
     *
     * @param started when it started
     * @param done    how many leaves were looked at
     * @param ended   when it ended, or {@code null} while it runs
     * @param result  what it found, or {@code null} while it runs or where it failed
     */
    record State(OffsetDateTime started, long done, OffsetDateTime ended, Verification result) {

        /** Returns what REST shows of it. */
        Map<String, Object> view() {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("state", ended == null ? "running" : result == null ? "failed" : "finished");
            view.put("started", started);
            view.put("ended", ended);
            view.put("done", done);
            view.put("ok", result == null ? null : result.ok());
            view.put("treeSize", result == null ? null : result.treeSize());
            view.put("erased", result == null ? null : result.erased());
            view.put("root", result == null ? null : result.root());
            view.put("finding", result == null ? null : result.finding());
            return view;
        }
    }

    /** Starts a verification, unless one is running, and returns how far it is. */
    synchronized State start() {
        if (state == null || state.ended() != null) {
            state = new State(now(), 0, null, null);
            Thread thread = new Thread(this::run, "daicho-log-verification");
            thread.setDaemon(true);
            thread.start();
        }
        return state;
    }

    /** Returns how far the newest one is, or {@code null} where none was asked for since the start. */
    synchronized State state() {
        return state;
    }

    /** Ends it at its next step. */
    void stop() {
        stopped = true;
    }

    private void run() {
        Verification result = null;
        try {
            result = log.verify(this::progress);
            if (!result.ok()) {
                LOG.error("The log does not verify: {}", result.finding().en());
            }
        } catch (RuntimeException | Error e) {
            LOG.error("The verification of the log failed.", e);
        }
        end(result);
    }

    private synchronized void progress(long done) {
        if (stopped) {
            throw new CancellationException();
        }
        state = new State(state.started(), done, null, null);
    }

    private synchronized void end(Verification result) {
        state = new State(state.started(), result == null ? state.done() : result.treeSize(), now(), result);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
