package org.daicho.rest.internal.log;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.ledger.operation.LedgerBackup.Order;
import org.daicho.ledger.operation.LedgerBackup.Progress;
import org.daicho.ledger.operation.LedgerBackup.Step;
import org.daicho.ledger.operation.LedgerBackup.Taken;
import org.daicho.ledger.value.Text;
import org.daicho.rest.internal.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backup that was asked for last: one at a time, in a thread of its own, as it may take minutes. Safe for use by many
 * threads.
 */
final class BackupRun {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRun.class);

    private final LedgerBackup backup;
    private final Clock clock;
    private State state;

    BackupRun(LedgerBackup backup, Clock clock) {
        this.backup = backup;
        this.clock = clock;
    }

    /**
     * How far a backup is.
     *
     * @param started  when it started
     * @param progress what it does
     * @param ended    when it ended, or {@code null} while it runs
     * @param taken    what was taken, or {@code null}
     * @param problem  why nothing was taken, or {@code null}
     */
    record State(OffsetDateTime started, Progress progress, OffsetDateTime ended, Taken taken, Text problem) {

        /** Returns what REST shows of it. */
        Map<String, Object> view() {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("state", ended == null ? "running" : taken == null ? "failed" : "finished");
            view.put("started", started);
            view.put("ended", ended);
            view.put("step", progress.step().name().toLowerCase(Locale.ROOT));
            view.put("done", progress.done());
            view.put("total", progress.total());
            view.put("folder", taken == null ? null : taken.folder().toString());
            view.put("origin", taken == null ? null : taken.origin());
            view.put("treeSize", taken == null ? null : taken.treeSize());
            view.put("root", taken == null ? null : taken.root());
            view.put("problem", problem);
            return view;
        }
    }

    /** Starts a backup, and returns how far it is. */
    synchronized State start(Order order) {
        if (state != null && state.ended() == null) {
            throw new LedgerException(LedgerException.Kind.CONFLICT, Problem.text("backup.running"));
        }
        state = new State(now(), new Progress(Step.WAITING, 0, 0), null, null, null);
        Thread thread = new Thread(() -> run(order), "daicho-backup");
        thread.setDaemon(true);
        thread.start();
        return state;
    }

    /** Returns how far the newest one is, or {@code null} where none was asked for since the start. */
    synchronized State state() {
        return state;
    }

    private void run(Order order) {
        try {
            end(backup.take(order, this::progress), null);
        } catch (LedgerException refused) {
            end(null, refused.text());
        } catch (RuntimeException | Error e) {
            LOG.error("A backup failed.", e);
            end(null, Problem.text("backup.broken"));
        }
    }

    private synchronized void progress(Progress progress) {
        state = new State(state.started(), progress, null, null, null);
    }

    private synchronized void end(Taken taken, Text problem) {
        state = new State(state.started(), state.progress(), now(), taken, problem);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
