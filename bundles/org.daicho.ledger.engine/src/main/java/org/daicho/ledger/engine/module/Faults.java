package org.daicho.ledger.engine.module;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import org.daicho.ledger.operation.ModuleFault;
import org.daicho.ledger.operation.ModuleFaults;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wrong with the modules that are there. Each thing is logged once for each time that a module comes, however
 * often it happens, so that a failing module doesn't fill the disk. Safe for use by many threads.
 */
public final class Faults implements ModuleFaults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private static final class Record {
        private final Map<String, ModuleFault> faults = new LinkedHashMap<>();
        private final List<String> logged = new ArrayList<>();
    }

    private final Clock clock;
    /** Weak: nothing here keeps a module that went away. */
    private final Map<LedgerModule, Record> records = new WeakHashMap<>();
    private volatile boolean none = true;

    /** Begins with none. */
    public Faults(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<ModuleFault> faults() {
        return records.values().stream().flatMap(record -> record.faults.values().stream())
                .sorted(java.util.Comparator.comparing(ModuleFault::module).thenComparing(ModuleFault::since)).toList();
    }

    /** Shows a fault until it is cleared, and logs it the first time. */
    synchronized void add(LedgerModule module, String name, String ledger, String key, Text text, Throwable why) {
        Record record = records.computeIfAbsent(module, m -> new Record());
        Instant since = record.faults.containsKey(key) ? record.faults.get(key).since() : clock.instant();
        record.faults.put(key, new ModuleFault(name, ledger, since, text));
        none = false;
        log(module, name, key, text, why);
    }

    /** Logs what is not worth to be shown for long, the first time. */
    synchronized void log(LedgerModule module, String name, String key, Text text, Throwable why) {
        Record record = records.computeIfAbsent(module, m -> new Record());
        String kind = key + '/' + (why == null ? text.en() : why.getClass().getName());
        if (!record.logged.contains(kind)) {
            record.logged.add(kind);
            LOG.error("Module {} ({}): {}", name, module.getClass().getName(), text.en(),
                    why == null ? null : Trace.of(why));
        }
    }

    /** Takes back a fault that is mended. */
    void clear(LedgerModule module, String key) {
        if (none) {
            return;
        }
        synchronized (this) {
            Record record = records.get(module);
            if (record != null) {
                record.faults.remove(key);
            }
            none = records.values().stream().allMatch(r -> r.faults.isEmpty());
        }
    }

    /** Forgets a module that went away. */
    synchronized void forget(LedgerModule module) {
        records.remove(module);
        none = records.values().stream().allMatch(r -> r.faults.isEmpty());
    }
}
