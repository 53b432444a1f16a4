package org.daicho.ledger.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Hashtable;

import javax.sql.DataSource;

import org.daicho.ledger.engine.verify.StoredAudit;
import org.daicho.ledger.operation.LogAudit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the {@link LogAudit} of the runtime's data source and key folder. {@link Purpose} enables it.
 */
@Component(service = {}, immediate = true, enabled = false)
public final class AuditComponent {

    private static final Logger LOG = LoggerFactory.getLogger(AuditComponent.class);

    private final StoredAudit audit;
    private final ServiceRegistration<LogAudit> registration;

    /** Opens what is stored. */
    @Activate
    public AuditComponent(BundleContext context, @Reference(target = "(daicho.database=*)") DataSource source)
            throws IOException, SQLException {
        try {
            audit = new StoredAudit(source, Path.of(context.getProperty("daicho.keys")),
                    Boolean.parseBoolean(context.getProperty(LogAudit.COPY_PROPERTY)));
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("The log can't be verified: {}", e.getMessage(), e);
            throw e;
        }
        registration = context.registerService(LogAudit.class, audit, new Hashtable<>());
    }

    @Deactivate
    void close() throws IOException {
        registration.unregister();
        audit.close();
    }
}
