package org.daicho.operations.internal.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.operation.LedgerClaims;
import org.daicho.ledger.operation.LedgerClaims.Claim;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Text;
import org.daicho.operations.internal.catalogue.Messages;
import org.daicho.operations.internal.pending.Applications;
import org.daicho.operations.internal.pending.Components;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/**
 * Tells whether a module serves: the ledger has taken in all of its ledgers, and what it offers on the whiteboard is
 * published. Safe for use by many threads.
 */
final class Serving {

    private static final String CHANGES = "(|(" + Constants.SERVICE_CHANGECOUNT + "=*)(objectClass="
            + LedgerModule.class.getName() + "))";

    private final BundleContext context;
    private final LedgerClaims claims;
    private final Applications applications;
    private final Components components;

    Serving(BundleContext context, LedgerClaims claims, Applications applications, Components components) {
        this.context = context;
        this.claims = claims;
        this.applications = applications;
        this.components = components;
    }

    /**
     * Waits until a module serves.
     *
     * @param bundle     the module's bundle, started
     * @param id         the id that its service must have
     * @param withRoutes whether what it offers on the whiteboard counts; not while an older version still stands there
     * @param limit      how long at most
     * @throws LedgerException CONFLICT, saying what lacks, where a definition is refused or the time is over
     */
    void await(Bundle bundle, String id, boolean withRoutes, Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        Semaphore changed = new Semaphore(0);
        ServiceListener listener = event -> changed.release();
        try {
            context.addServiceListener(listener, CHANGES);
            Text lacking = lacking(bundle, id, withRoutes);
            while (lacking != null) {
                if (!changed.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    throw new LedgerException(LedgerException.Kind.CONFLICT, lacking);
                }
                changed.drainPermits();
                lacking = lacking(bundle, id, withRoutes);
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Messages.refused(LedgerException.Kind.UNAVAILABLE, "busy");
        } finally {
            context.removeServiceListener(listener);
        }
    }

    private Text lacking(Bundle bundle, String id, boolean withRoutes) {
        List<ServiceReference<?>> services = services(bundle);
        List<Claim> claimed = services.stream().flatMap(service -> claims.of(id(service)).stream()).toList();
        for (Claim claim : claimed) {
            if (claim.obstacle() != null) {
                throw new LedgerException(LedgerException.Kind.CONFLICT, claim.obstacle());
            }
        }
        if (services.stream().anyMatch(service -> !id.equals(service.getProperty("daicho.module")))) {
            throw Messages.conflict("serve.other-id", id);
        }
        List<String> missing = new ArrayList<>(components.unsatisfied(bundle));
        if (withRoutes) {
            missing.addAll(applications.missing(bundle));
        }
        if (!missing.isEmpty()) {
            return Messages.text("serve.missing", id, String.join(", ", missing));
        }
        if (withRoutes && claimed.stream().anyMatch(claim -> claim.holder() < 0)) {
            return Messages.text("serve.nobody", id);
        }
        return claimed.isEmpty() ? Messages.text("serve.no-ledger", id) : null;
    }

    private static List<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] registered;
        try {
            registered = bundle.getRegisteredServices();
        } catch (IllegalStateException gone) {
            return List.of();
        }
        return Stream.of(registered == null ? new ServiceReference<?>[0] : registered)
                .filter(service -> List.of((String[]) service.getProperty(Constants.OBJECTCLASS))
                        .contains(LedgerModule.class.getName()))
                .<ServiceReference<?>>map(service -> service).toList();
    }

    private static long id(ServiceReference<?> service) {
        return (Long) service.getProperty(Constants.SERVICE_ID);
    }

    /** Returns the ledgers that a module brought. */
    List<Claim> claims(Bundle bundle) {
        return services(bundle).stream().flatMap(service -> claims.of(id(service)).stream()).toList();
    }

    /** Tells whether a ledger is held by a module's own service. */
    boolean holds(Bundle bundle, Claim claim) {
        return services(bundle).stream().anyMatch(service -> id(service) == claim.holder());
    }

    /** Finds the id of the module that holds a ledger. */
    String holder(Claim claim) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null,
                    "(" + Constants.SERVICE_ID + "=" + claim.holder() + ")");
            Object id = found == null ? null : found[0].getProperty("daicho.module");
            return id == null ? "system" : id.toString();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
