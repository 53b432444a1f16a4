package org.daicho.rest.internal.log;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;

import javax.ws.rs.core.Application;

import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.operation.LedgerBackup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The log under {@code /api/log}.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/log")
@JaxrsName("org.daicho.log")
@JaxrsExtensionSelect({"(daicho.guard=access)", "(daicho.rest=json)"})
@SatisfyingConditionTarget(LedgerConditions.LEDGER_READY_FILTER)
public class LogApplication extends Application {

    private final VerificationRun verification;
    private final Set<Object> resources;

    /** Makes the application. */
    @Activate
    public LogApplication(@Reference LedgerLog log, @Reference LedgerBackup backup) {
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        verification = new VerificationRun(log, clock);
        resources = Set.of(new LogResource(log), new VerificationResource(verification),
                new BackupResource(new BackupRun(backup, clock)));
    }

    /** Ends a verification that is running. */
    @Deactivate
    void stop() {
        verification.stop();
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
