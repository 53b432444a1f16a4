package org.daicho.rest.internal.ledgers;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.List;
import java.util.Set;

import javax.ws.rs.core.Application;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.system.SheetRenderer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The ledgers under {@code /api/ledgers}. It holds its resources itself, so that it is published once and whole.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/ledgers")
@JaxrsName("org.daicho.ledgers")
@JaxrsExtensionSelect({"(daicho.guard=access)", "(daicho.rest=json)"})
@SatisfyingConditionTarget(LedgerConditions.LEDGER_READY_FILTER)
public class LedgersApplication extends Application {

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    private volatile List<SheetRenderer> renderers = List.of();

    private final Set<Object> resources;

    /** Makes the application. */
    @Activate
    public LedgersApplication(@Reference Ledger ledger, @Reference Sheets sheets, @Reference LedgerLog log) {
        ChecksResource checks = new ChecksResource(sheets);
        Formats formats = new Formats(() -> renderers);
        resources = Set.of(new LedgersResource(ledger), new EntriesResource(ledger, log),
                new SheetsResource(sheets, formats, checks), checks);
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
