package org.daicho.ledger.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.engine.module.Trace;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.ledger.operation.LedgerClaims;
import org.daicho.ledger.operation.LedgerStatus;
import org.daicho.ledger.operation.ModuleFaults;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.system.DatabaseBackup;
import org.daicho.ledger.system.EntryListener;
import org.daicho.ledger.system.PersonDirectory;
import org.daicho.ledger.system.TerminalDirectory;
import org.daicho.ledger.value.Entry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.condition.Condition;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the ledgers on the data source of the runtime and registers their services, with the condition
 * {@link LedgerConditions#LEDGER_READY} last. {@link Purpose} enables it.
 */
@Component(configurationPid = "org.daicho.ledger", enabled = false)
@Designate(ocd = LedgerComponent.Config.class)
public final class LedgerComponent {

    /** The settings of a council's ledgers. */
    @ObjectClassDefinition(name = "Daicho: ledgers")
    @interface Config {

        /** The council's id in the log's origin; used at the first start only. */
        @AttributeDefinition(description = "ASCII id of the council; fixed at the first start")
        String id() default "";

        /** 協議会名, as sheets print it. */
        @AttributeDefinition(description = "協議会名")
        String council() default "";

        /** How long a rule or duty of a module may take. */
        @AttributeDefinition(description = "Deadline of a module's rule, in milliseconds")
        long deadline() default 5_000;
    }

    private static final Logger LOG = LoggerFactory.getLogger(LedgerComponent.class);

    private final BundleContext context;
    private final LedgerEngine engine;
    private final Map<LedgerModule, Map.Entry<String, String>> versions = new ConcurrentHashMap<>();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Map<EntryListener, Set<String>> listeners = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile ServiceRegistration<LedgerClaims> claims;
    private volatile LiveConditions live;

    /** Opens the ledgers. */
    @Activate
    public LedgerComponent(BundleContext context, Config config,
            @Reference(target = "(daicho.database=*)") DataSource source,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.RELUCTANT) DatabaseBackup backup)
            throws IOException, SQLException {
        this.context = context;
        String name = property(context, "daicho.council", "council");
        String data = property(context, "daicho.data", "data");
        try {
            engine = new LedgerEngine(new LedgerEngine.Settings(source,
                    Path.of(property(context, "daicho.keys", data + "/keys")),
                    (config.id().isEmpty() ? name : config.id()).replaceAll("[^A-Za-z0-9-]", "-"),
                    config.council().isEmpty() ? name : config.council(), Clock.systemUTC(), config.deadline(), backup,
                    this::versions));
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("The ledgers can't be opened: {}", e.getMessage(), e);
            throw e;
        }
        engine.listener(this::tell);
    }

    /** Registers the services, once the modules that are there already have been taken in. */
    @Activate
    void open() {
        register(Ledger.class, engine.ledger(), Map.of());
        register(Sheets.class, engine.sheets(), Map.of());
        register(Duties.class, engine.duties(), Map.of());
        register(LedgerLog.class, engine.log(), Map.of());
        register(ModuleFaults.class, engine.faults(), Map.of());
        claims = context.registerService(LedgerClaims.class, engine.claims(), counted());
        registrations.add(claims);
        register(LedgerStatus.class, engine.status(), Map.of());
        register(LedgerBackup.class, engine.backup(), Map.of());
        register(Condition.class, Condition.INSTANCE,
                Map.of(Condition.CONDITION_ID, LedgerConditions.LEDGER_READY));
        live = new LiveConditions(context, engine::live);
        live.update();
    }

    private Map<String, String> versions() {
        Map<String, String> sorted = new TreeMap<>();
        versions.values().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    private static String property(BundleContext context, String name, String otherwise) {
        String value = context.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private <S> void register(Class<S> type, S service, Map<String, ?> properties) {
        registrations.add(context.registerService(type, service, new Hashtable<>(properties)));
    }

    @Deactivate
    void close() throws IOException {
        claims = null;
        live.close();
        for (int i = registrations.size() - 1; i >= 0; i--) {
            registrations.get(i).unregister();
        }
        engine.close();
    }

    /** Takes a module in. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addModule(LedgerModule module, Map<String, Object> properties) {
        Object ranking = properties.get(Constants.SERVICE_RANKING);
        if (properties.get("daicho.module") instanceof String id
                && properties.get(Constants.SERVICE_BUNDLEID) instanceof Long bundle) {
            Bundle providing = context.getBundle(bundle);
            versions.put(module, Map.entry(id, providing == null ? "" : providing.getVersion().toString()));
        }
        engine.add(module, ranking instanceof Integer number ? number : 0,
                (Long) properties.get(Constants.SERVICE_ID));
        changed();
    }

    /** Lets a module go. */
    void removeModule(LedgerModule module) {
        versions.remove(module);
        engine.remove(module);
        changed();
    }

    /** Tells whoever waits for a module that one has come or gone. */
    private void changed() {
        changes.incrementAndGet();
        ServiceRegistration<LedgerClaims> registered = claims;
        if (registered != null) {
            registered.setProperties(counted());
        }
        LiveConditions conditions = live;
        if (conditions != null) {
            conditions.update();
        }
    }

    private Dictionary<String, Object> counted() {
        return new Hashtable<>(Map.of(Constants.SERVICE_CHANGECOUNT, changes.get()));
    }

    /** Uses the directory of persons. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void setPersons(PersonDirectory directory) {
        engine.persons(directory);
    }

    /** Stops using the directory of persons. */
    void unsetPersons(PersonDirectory directory) {
        engine.persons(null);
    }

    /** Uses the directory of terminals. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void setTerminals(TerminalDirectory directory) {
        engine.terminals(directory);
    }

    /** Stops using the directory of terminals. */
    void unsetTerminals(TerminalDirectory directory) {
        engine.terminals(null);
    }

    /** Adds who hears of entries. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addListener(EntryListener listener, Map<String, Object> properties) {
        Object ledgers = properties.get(EntryListener.LEDGERS);
        listeners.put(listener,
                ledgers instanceof String[] array
                        ? Set.of(array)
                        : ledgers instanceof String one ? Set.of(one) : Set.of());
    }

    /** Removes who heard of entries. */
    void removeListener(EntryListener listener) {
        listeners.remove(listener);
    }

    private void tell(Entry entry) {
        listeners.forEach((listener, ledgers) -> {
            if (ledgers.contains(entry.ledger())) {
                try {
                    listener.written(entry);
                } catch (RuntimeException e) {
                    LOG.error("{} failed on an entry of {}.", listener.getClass().getName(), entry.ledger(),
                            Trace.of(e));
                }
            }
        });
    }
}
