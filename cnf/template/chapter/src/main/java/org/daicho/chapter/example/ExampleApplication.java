package org.daicho.chapter.example;

import java.util.Set;

import javax.ws.rs.core.Application;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * What only this chapter has, under {@code /api/example}: an application of its own, so that it comes and goes without a
 * word to the others. Without the guard and JSON, which it selects, nothing of it is served.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/example")
@JaxrsName("org.daicho.chapter.example")
@JaxrsExtensionSelect({"(daicho.guard=access)", "(daicho.rest=json)"})
@SatisfyingConditionTarget(LedgerConditions.LEDGER_READY_FILTER)
public final class ExampleApplication extends Application {

    private final Set<Object> resources;

    /** Serves from the ledger's services. */
    @Activate
    public ExampleApplication(@Reference Ledger ledger) {
        resources = Set.of(new OpenNotesResource(ledger));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
