package org.daicho.chapter.council.board;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;

import javax.ws.rs.core.Application;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.Sheets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * What only this chapter has, under {@code /api/council}.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/council")
@JaxrsName("org.daicho.chapter.council")
@JaxrsExtensionSelect({"(daicho.guard=access)", "(daicho.rest=json)"})
@SatisfyingConditionTarget(LedgerConditions.LEDGER_READY_FILTER)
public final class CouncilApplication extends Application {

    private final Set<Object> resources;

    /** Serves from the ledger's services. */
    @Activate
    public CouncilApplication(@Reference Ledger ledger, @Reference Sheets sheets, @Reference Duties duties,
            @Reference ClauseBooks books) {
        resources = Set.of(new ClausesResource(
                new ClauseBoard(ledger, sheets, duties, books, Clock.system(ZoneId.of("Asia/Tokyo")))),
                new CorrectionsResource(books));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
