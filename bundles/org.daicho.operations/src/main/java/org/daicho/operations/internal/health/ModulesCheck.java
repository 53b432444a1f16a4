package org.daicho.operations.internal.health;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.daicho.ledger.operation.ModuleFault;
import org.daicho.ledger.operation.ModuleFaults;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The modules: one whose code fails or stalls is a warning, as all others go on.
 */
@Component(property = {HealthCheck.NAME + "=modules", HealthCheck.TAGS + "=" + HealthServlet.TAG})
public final class ModulesCheck implements HealthCheck {

    private final ModuleFaults faults;

    /** Looks at the ledger's modules. */
    @Activate
    public ModulesCheck(@Reference ModuleFaults faults) {
        this.faults = faults;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        for (ModuleFault fault : faults.faults()) {
            log.warn("{}: {} / {} ({})", fault.module(), fault.text().ja(), fault.text().en(), fault.since());
        }
        log.info("章を調べました / The modules were looked at");
        return new Result(log);
    }
}
