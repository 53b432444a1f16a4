package org.daicho.ledger.engine;

import org.daicho.ledger.operation.LogAudit;
import org.daicho.ledger.operation.LogRestore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Decides what this process is for: to serve the ledgers, to verify what is stored, or to restore
 * a backup. It is decided before anything
 * opens the database, as serving writes to it.
 */
@Component(service = {}, immediate = true)
public final class Purpose {

    /** Enables the one component. */
    @Activate
    public Purpose(ComponentContext components, BundleContext context) {
        components.enableComponent(purpose(context).getName());
    }

    private static Class<?> purpose(BundleContext context) {
        if (Boolean.parseBoolean(context.getProperty(LogRestore.PROPERTY))) {
            return RestoreComponent.class;
        }
        return Boolean.parseBoolean(context.getProperty(LogAudit.PROPERTY))
                ? AuditComponent.class
                : LedgerComponent.class;
    }
}
