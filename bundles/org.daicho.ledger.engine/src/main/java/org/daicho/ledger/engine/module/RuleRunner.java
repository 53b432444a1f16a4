package org.daicho.ledger.engine.module;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.figures.Tally;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.operation.LedgerFigures.Distribution;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what modules contribute, on threads of its own and within a deadline, so that a module that throws or stalls
 * fails the one call it serves. A module of which {@value Bulkhead#MOST_STUCK} calls are over their deadline is called
 * no more until some return; the others go on. Safe for use by many threads.
 */
public final class RuleRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);

    /** Nothing passes this one, not even with a reason (contract of REST). */
    private static final String NEVER_CONFIRMED = "8-2(6)③";

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, Tally> times = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final Faults faults;
    private final long deadline;
    /** Weak: nothing here keeps a module that went away. */
    private final Map<LedgerModule, Bulkhead> bulkheads = Collections.synchronizedMap(new WeakHashMap<>());
    /** On a thread of a module's call: when that call is over its deadline. */
    private final ThreadLocal<Long> end = new ThreadLocal<>();

    /**
     * Makes a runner.
     *
     * @param deadline how long a module may take, in milliseconds
     * @param faults   is told what fails
     */
    public RuleRunner(long deadline, Faults faults) {
        this.deadline = TimeUnit.MILLISECONDS.toNanos(deadline);
        this.faults = faults;
        AtomicInteger count = new AtomicInteger();
        // No bound here: the bulkheads bound the threads of each module, so that none takes those of another.
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "daicho-ledger-rules-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs the rules about a change.
     *
     * @return what it breaks, each with a sentence
     * @throws LedgerException UNAVAILABLE where a rule throws or stalls
     */
    public List<Violation> check(LiveLedger ledger, Change change, Views views) {
        long start = System.nanoTime();
        try {
            return checked(ledger, change, views.of(ledger.module()));
        } finally {
            times.computeIfAbsent(ledger.definition().module(), module -> Tally.seconds())
                    .add((System.nanoTime() - start) / NANOS);
        }
    }

    /** Returns how long the rules took, in seconds, by module. */
    public Map<String, Distribution> times() {
        Map<String, Distribution> found = new TreeMap<>();
        times.forEach((module, tally) -> found.put(module, tally.distribution()));
        return found;
    }

    private List<Violation> checked(LiveLedger ledger, Change change, LedgerView view) {
        List<Rule> rules = ledger.rules().stream()
                .filter(rule -> rule.actions().isEmpty() || rule.actions().contains(change.action())).toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        String[] clause = {rules.get(0).clause()};
        return call(ledger.module(), ledger.definition().module(), clause, () -> {
            List<Violation> violations = new ArrayList<>();
            for (Rule rule : rules) {
                clause[0] = rule.clause();
                rule.check().violations(change, view).forEach(v -> violations.add(whole(rule, v)));
            }
            return violations;
        });
    }

    /** Gives a violation the sentence that the rule left out; one without a clause is a rule of form, and stays so. */
    private static Violation whole(Rule rule, Violation v) {
        String clause = v.clause() == null ? rule.clause() : v.clause();
        boolean told = !v.message().ja().isBlank() && !v.message().en().isBlank();
        boolean confirmed = v.confirm() != null && !v.confirm().isBlank() && !NEVER_CONFIRMED.equals(clause);
        return new Violation(v.field(), v.clause(), told ? v.message() : Messages.text("rule.broken", clause),
                confirmed ? v.confirm() : null);
    }

    /**
     * Calls something else that a ledger's module contributes.
     *
     * @param clause the clause it stands for
     * @param task   the call; it must not return {@code null}
     * @throws LedgerException UNAVAILABLE where it throws or stalls, CONFLICT where the module went away meanwhile
     */
    public <T> T call(LiveLedger ledger, String clause, Callable<T> task) {
        return call(ledger.module(), ledger.definition().module(), new String[]{clause}, task);
    }

    /** Calls a module that is known by a name only. */
    <T> T call(LedgerModule module, String name, String clause, Callable<T> task) {
        return call(module, name, new String[]{clause}, task);
    }

    private <T> T call(LedgerModule module, String name, String[] clause, Callable<T> task) {
        Bulkhead bulkhead = bulkheads.computeIfAbsent(module, m -> new Bulkhead());
        Long outer = end.get();
        // A call within a call gets half of what is left, so that the outer one still hears that it failed.
        long time = outer == null ? deadline : Math.max(0, (outer - System.nanoTime()) / 2);
        try {
            if (!bulkhead.enter(time, outer != null)) {
                throw Messages.refusal(Kind.UNAVAILABLE, "module.stuck", name, clause[0]);
            }
            AtomicBoolean settled = new AtomicBoolean();
            Future<T> future = submit(bulkhead, settled, module, name, clause, task, time);
            try {
                T result = future.get(time, TimeUnit.NANOSECONDS);
                faults.clear(module, "call/" + clause[0]);
                return result;
            } catch (TimeoutException e) {
                // Not interrupted: that would close files of the database under it.
                if (settled.compareAndSet(false, true)) {
                    faults.log(module, name, "slow/" + clause[0], Messages.text("fault.slow", name, clause[0]), null);
                    if (bulkhead.stick() && !bulkhead.isGone()) {
                        faults.add(module, name, null, "stuck", Messages.text("fault.stuck", name), null);
                    }
                }
                throw failure(bulkhead, name, clause[0]);
            }
        } catch (ExecutionException e) {
            throw failed(bulkhead, module, name, clause[0], e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("A call of module {} about clause {} was interrupted.", name, clause[0]);
            throw Messages.refusal(Kind.UNAVAILABLE, "unavailable");
        }
    }

    private <T> Future<T> submit(Bulkhead bulkhead, AtomicBoolean settled, LedgerModule module, String name,
            String[] clause, Callable<T> task, long time) {
        try {
            return threads.submit(() -> {
                end.set(System.nanoTime() + time);
                try {
                    T result = task.call();
                    if (result == null) {
                        throw new IllegalStateException("The module returned null.");
                    }
                    return result;
                } finally {
                    end.remove();
                    if (bulkhead.leave(!settled.compareAndSet(false, true))) {
                        faults.clear(module, "stuck");
                    }
                }
            });
        } catch (RuntimeException | Error e) {
            // The runner is closed, or the machine has no thread left.
            bulkhead.leave(false);
            faults.log(module, name, "thread", Messages.text("fault.call", name, clause[0]), e);
            throw Messages.refusal(Kind.UNAVAILABLE, "unavailable");
        }
    }

    private LedgerException failed(Bulkhead bulkhead, LedgerModule module, String name, String clause, Throwable why) {
        if (why instanceof LedgerException inner && inner.kind() == Kind.UNAVAILABLE) {
            return inner;
        }
        if (why instanceof StoreException) {
            // No fault of the module; and each refusal has its reason in the log.
            LOG.error("The database failed while module {} was asked about clause {}.", name, clause, why);
            return Messages.refusal(Kind.UNAVAILABLE, "unavailable");
        }
        if (!bulkhead.isGone()) {
            faults.add(module, name, null, "call/" + clause, Messages.text("fault.call", name, clause), why);
        }
        return failure(bulkhead, name, clause);
    }

    private static LedgerException failure(Bulkhead bulkhead, String name, String clause) {
        return bulkhead.isGone()
                ? Messages.refusal(Kind.CONFLICT, "conflict.absent", name)
                : Messages.refusal(Kind.UNAVAILABLE, "rule.failed", clause);
    }

    /** Welcomes a module, also one that was there before. */
    void welcome(LedgerModule module) {
        bulkheads.put(module, new Bulkhead());
    }

    /** Notes that a module went away: calls of it that fail from now on are refused as those of an absent one. */
    void forget(LedgerModule module) {
        Bulkhead bulkhead = bulkheads.get(module);
        if (bulkhead != null) {
            bulkhead.go();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
