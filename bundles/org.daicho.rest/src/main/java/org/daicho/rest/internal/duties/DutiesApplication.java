package org.daicho.rest.internal.duties;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;

import javax.ws.rs.core.Application;

import org.daicho.ledger.Duties;
import org.daicho.ledger.LedgerConditions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The duties under {@code /api/duties}; {@code Accept: text/calendar} gives the calendar there, too.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/duties")
@JaxrsName("org.daicho.duties")
@JaxrsExtensionSelect({"(daicho.guard=access)", "(daicho.rest=json)"})
@SatisfyingConditionTarget(LedgerConditions.LEDGER_READY_FILTER)
public class DutiesApplication extends Application {

    /** Days are those of Asia/Tokyo whatever the host's zone. */
    static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Tokyo"));

    private final Set<Object> resources;

    /** Makes the application. */
    @Activate
    public DutiesApplication(@Reference Duties duties) {
        resources = Set.of(new DutiesResource(duties, CLOCK));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
