package org.daicho.ledger.jdbc.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Violation;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what modules contribute, on threads of its own and within a deadline, so that a module that throws or stalls
 * fails the one call it serves. Safe for use by many threads.
 */
public final class RuleRunner implements AutoCloseable {

    /** How long a module may take, in milliseconds. */
    public static final long DEADLINE = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);
    private static final int MOST_THREADS = 256;

    private final ExecutorService threads;
    private final long deadline;

    /**
     * Makes a runner.
     *
     * @param deadline how long a module may take, in milliseconds
     */
    public RuleRunner(long deadline) {
        this.deadline = deadline;
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "daicho-ledger-rules-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs the rules about a change.
     *
     * @return what it breaks
     * @throws LedgerException UNAVAILABLE where a rule throws or stalls
     */
    public List<Violation> check(LiveLedger ledger, Change change, LedgerView view) {
        List<Rule> rules = ledger.rules().stream()
                .filter(rule -> rule.actions().isEmpty() || rule.actions().contains(change.action())).toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        String[] clause = new String[1];
        return call(() -> {
            List<Violation> violations = new ArrayList<>();
            for (Rule rule : rules) {
                clause[0] = rule.clause();
                violations.addAll(rule.check().violations(change, view));
            }
            return violations;
        }, clause, ledger.definition().id());
    }

    /**
     * Calls something else that a module contributes.
     *
     * @param task   the call
     * @param clause the clause it stands for
     * @param ledger the ledger it is about
     */
    public <T> T call(Callable<T> task, String clause, String ledger) {
        return call(task, new String[]{clause}, ledger);
    }

    private <T> T call(Callable<T> task, String[] clause, String ledger) {
        Future<T> future = null;
        try {
            future = threads.submit(task);
            return future.get(deadline, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.error("The module's code for clause {} of {} failed.", clause[0], ledger, e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            LOG.error("The module's code for clause {} of {} did not answer within {} ms.", clause[0], ledger,
                    deadline);
            if (future != null) {
                // Not interrupted: that would close files of the database under it.
                future.cancel(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Messages.refusal(Kind.UNAVAILABLE, "rule.failed", clause[0]);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
