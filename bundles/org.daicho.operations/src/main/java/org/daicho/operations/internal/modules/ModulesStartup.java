package org.daicho.operations.internal.modules;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.operation.LedgerClaims;
import org.daicho.ledger.operation.ModuleFaults;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.operations.internal.catalogue.Catalogue;
import org.daicho.operations.internal.catalogue.JarFolder;
import org.daicho.operations.internal.pending.Applications;
import org.daicho.operations.internal.pending.Components;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.condition.Condition;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the modules up once the ledger serves: first the ledger that tells which there shall be, then the modules, then
 * {@link Modules}, for which all that changes modules waits; last the look at the folder {@code load}.
 */
@Component(service = {}, immediate = true)
@Capability(namespace = "osgi.service", effective = "active", attribute = "objectClass:List<String>=\"org.daicho.operations.internal.modules.Modules\"")
public final class ModulesStartup {

    private static final Logger LOG = LoggerFactory.getLogger(ModulesStartup.class);
    private static final long LOOK_MILLIS = 500;

    private final ServiceRegistration<LedgerModule> ledger;
    private final ServiceRegistration<Modules> modules;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "daicho-modules-load");
        thread.setDaemon(true);
        return thread;
    });

    /** What the start waits for. */
    record Services(Ledger ledger, LedgerClaims claims, ModuleFaults faults, RequestsInFlight requests,
            Applications applications, Components components) {
    }

    /** Starts once the ledger serves. */
    @Activate
    public ModulesStartup(BundleContext context, @Reference Ledger ledger, @Reference LedgerClaims claims,
            @Reference ModuleFaults faults,
            @Reference(target = LedgerConditions.LEDGER_READY_FILTER) Condition ready,
            @Reference RequestsInFlight requests, @Reference JaxrsServiceRuntime whiteboard,
            @Reference ServiceComponentRuntime components) {
        this(context, new Services(ledger, claims, faults, requests, new Applications(context, whiteboard),
                new Components(components)));
    }

    private ModulesStartup(BundleContext context, Services services) {
        Path home = Path.of(property(context, "daicho.home", "."));
        Path data = Path.of(property(context, "daicho.data", "data"));
        Catalogue catalogue = new Catalogue(
                Path.of(property(context, "daicho.catalogue", home.resolve("catalogue").toString())));
        JarFolder folder = new JarFolder(Path.of(property(context, "daicho.load", home.resolve("load").toString())));
        JarStore store = new JarStore(data.resolve("modules"));
        Serving serving = new Serving(context, services.claims(), services.applications(), services.components());
        ModuleSet set = new ModuleSet(new ModuleSet.Parts(new ChangeLog(services.ledger()),
                new ModuleBundles(context, store), store, catalogue, serving, services.requests()));
        Candidates candidates = new Candidates(set, catalogue, folder);
        LoadFolder load = new LoadFolder(folder, set);
        ledger = context.registerService(LedgerModule.class, ChangeLog.module(), dictionary(
                Map.of("daicho.module", ChangeLog.MODULE, "daicho.chapter", -1, "daicho.forms", new int[0])));
        try {
            set.restore();
            load.begin();
            modules = context.registerService(Modules.class,
                    new Modules(set, candidates, new ModuleViews(set, candidates, load, serving, services.faults())),
                    null);
        } catch (RuntimeException e) {
            looks.shutdownNow();
            ledger.unregister();
            throw e;
        }
        looks.scheduleWithFixedDelay(() -> look(load), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void look(LoadFolder load) {
        try {
            load.look();
        } catch (RuntimeException e) {
            LOG.error("The folder load could not be looked at", e);
        }
    }

    private static String property(BundleContext context, String name, String otherwise) {
        String value = context.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static Dictionary<String, Object> dictionary(Map<String, Object> properties) {
        return new Hashtable<>(properties);
    }

    /** Stops looking, then takes the services back; the modules' bundles are the framework's to stop. */
    @Deactivate
    void stop() throws InterruptedException {
        looks.shutdownNow();
        looks.awaitTermination(1, TimeUnit.MINUTES);
        modules.unregister();
        ledger.unregister();
    }
}
