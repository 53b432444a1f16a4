package org.daicho.ledger.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Hashtable;

import javax.sql.DataSource;

import org.daicho.ledger.engine.backup.Restoration;
import org.daicho.ledger.operation.LogRestore;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the {@link LogRestore} of the copy of a backup. {@link Purpose} enables it.
 */
@Component(service = {}, immediate = true, enabled = false)
public final class RestoreComponent {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreComponent.class);

    private final ServiceRegistration<LogRestore> registration;

    /** Opens the copy. */
    @Activate
    public RestoreComponent(BundleContext context, @Reference(target = "(daicho.database=*)") DataSource source)
            throws IOException, SQLException {
        String surviving = context.getProperty(LogRestore.SURVIVING_PROPERTY);
        try {
            registration = context.registerService(LogRestore.class,
                    new Restoration(source, Path.of(context.getProperty("daicho.keys")),
                            surviving == null ? null : Path.of(surviving), LedgerEngine::settle),
                    new Hashtable<>());
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("The backup can't be restored: {}", e.getMessage(), e);
            throw e;
        }
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
