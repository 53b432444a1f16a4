package org.daicho.operations.internal.readiness;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

import org.daicho.ledger.LedgerConditions;
import org.daicho.operations.internal.modules.Modules;
import org.daicho.operations.internal.pending.Applications;
import org.daicho.operations.internal.pending.Components;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.condition.Condition;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the condition {@link LedgerConditions#READY} once the ledger is ready, the modules are back, HTTP listens,
 * none of our components lacks a reference, and every JAX-RS application and resource is published. It asks again
 * whenever one of the runtimes changes, and withdraws the condition when the ledger or HTTP goes; modules that come and
 * go later don't touch it.
 */
@Component(service = {})
public final class Readiness {

    /** Property of the condition: the port that HTTP listens on. */
    static final String PORT = "daicho.port";

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final BundleContext context;
    private final AtomicBoolean decided = new AtomicBoolean();
    private volatile Components components;
    private volatile Applications applications;
    private volatile OptionalInt port = OptionalInt.empty();
    private volatile ServiceRegistration<Condition> registration;
    private volatile List<String> missing = List.of();

    /**
     * Creates the component.
     *
     * @param context where the condition is registered
     * @param ledger  only waited for
     * @param modules only waited for
     */
    @Activate
    public Readiness(BundleContext context,
            @Reference(target = LedgerConditions.LEDGER_READY_FILTER) Condition ledger, @Reference Modules modules) {
        this.context = context;
    }

    @Reference
    void bindHttp(HttpServiceRuntime runtime, Map<String, Object> properties) {
        port = HttpEndpoint.port(properties);
    }

    void updatedHttp(HttpServiceRuntime runtime, Map<String, Object> properties) {
        port = HttpEndpoint.port(properties);
        decide();
    }

    @Reference
    void bindApplications(JaxrsServiceRuntime runtime) {
        applications = new Applications(context, runtime);
    }

    void updatedApplications(JaxrsServiceRuntime runtime) {
        decide();
    }

    @Reference
    void bindComponents(ServiceComponentRuntime runtime) {
        components = new Components(runtime);
    }

    void updatedComponents(ServiceComponentRuntime runtime) {
        decide();
    }

    @Activate
    void decide() {
        OptionalInt listening = port;
        Components ours = components;
        Applications published = applications;
        if (decided.get() || ours == null || published == null) {
            return;
        }
        List<String> lacking = new ArrayList<>(ours.unsatisfied());
        lacking.addAll(published.missing());
        if (listening.isEmpty()) {
            lacking.add("an HTTP port");
        }
        if (lacking.isEmpty()) {
            if (decided.compareAndSet(false, true)) {
                announce(listening.getAsInt());
            }
        } else if (!lacking.equals(missing)) {
            missing = lacking;
            LOG.info("Not ready yet, missing: {}", lacking);
        }
    }

    private void announce(int listening) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, LedgerConditions.READY);
        properties.put(PORT, listening);
        LOG.info("Ready on port {}", listening);
        registration = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    @Deactivate
    void withdraw() {
        decided.set(true);
        ServiceRegistration<Condition> announced = registration;
        if (announced != null) {
            announced.unregister();
        }
    }
}
