package org.daicho.ledger.engine;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.daicho.ledger.LedgerConditions;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

/**
 * Tells whoever waits for a module that its ledgers are live ({@link LedgerConditions#LEDGERS_LIVE}). Safe for use by many
 * threads; no lock is held while a service is registered, as whoever waited may call the ledger at once.
 */
final class LiveConditions implements AutoCloseable {

    private final BundleContext context;
    private final Supplier<Map<String, Set<String>>> live;
    private final AtomicInteger wanted = new AtomicInteger();
    /** Of the one thread that is telling. */
    private final Map<String, ServiceRegistration<Condition>> registered = new HashMap<>();
    /** Of the one thread that is telling. */
    private Map<String, Set<String>> told = Map.of();
    private volatile boolean closed;

    /**
     * Makes the conditions; {@link #update} registers them.
     *
     * @param live tells the ids of the live ledgers, by module
     */
    LiveConditions(BundleContext context, Supplier<Map<String, Set<String>>> live) {
        this.context = context;
        this.live = live;
    }

    /** Tells what has changed; where another thread is telling, that one looks again. */
    void update() {
        if (wanted.getAndIncrement() == 0) {
            int seen;
            do {
                seen = wanted.get();
                tell(closed ? Map.of() : live.get());
            } while (wanted.addAndGet(-seen) > 0);
        }
    }

    private void tell(Map<String, Set<String>> now) {
        Set<String> modules = new TreeSet<>(told.keySet());
        modules.addAll(now.keySet());
        for (String module : modules) {
            Set<String> ledgers = now.get(module);
            if (ledgers == null) {
                registered.remove(module).unregister();
            } else if (told.get(module) == null) {
                registered.put(module,
                        context.registerService(Condition.class, Condition.INSTANCE, properties(ledgers)));
            } else if (!ledgers.equals(told.get(module))) {
                registered.get(module).setProperties(properties(ledgers));
            }
        }
        told = now;
    }

    private static Dictionary<String, Object> properties(Set<String> ledgers) {
        return new Hashtable<>(Map.of(Condition.CONDITION_ID, LedgerConditions.LEDGERS_LIVE, LedgerConditions.LEDGER,
                ledgers.toArray(String[]::new)));
    }

    @Override
    public void close() {
        closed = true;
        update();
    }
}
