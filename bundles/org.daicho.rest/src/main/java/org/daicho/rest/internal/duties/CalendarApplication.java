package org.daicho.rest.internal.duties;

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
 * The calendar of duties at {@code /api/duties.ics}, which no application at {@code /api/duties} can answer.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/duties.ics")
@JaxrsName("org.daicho.duties.ics")
@JaxrsExtensionSelect({"(daicho.guard=access)", "(daicho.rest=json)"})
@SatisfyingConditionTarget(LedgerConditions.LEDGER_READY_FILTER)
public class CalendarApplication extends Application {

    private final Set<Object> resources;

    /** Makes the application. */
    @Activate
    public CalendarApplication(@Reference Duties duties) {
        resources = Set.of(new CalendarResource(new DutiesResource(duties, DutiesApplication.CLOCK)));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
