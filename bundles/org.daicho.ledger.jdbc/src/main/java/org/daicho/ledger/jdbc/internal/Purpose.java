package org.daicho.ledger.jdbc.internal;

import org.daicho.ledger.log.LogAudit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Decides what this process is for: to serve the ledgers, or only to verify what is stored. It is decided before anything
 * opens the database, as serving writes to it.
 */
@Component(service = {}, immediate = true)
public final class Purpose {

    /** Enables the one component. */
    @Activate
    public Purpose(ComponentContext components, BundleContext context) {
        boolean audit = Boolean.parseBoolean(context.getProperty(LogAudit.PROPERTY));
        components.enableComponent((audit ? AuditComponent.class : LedgerComponent.class).getName());
    }
}
