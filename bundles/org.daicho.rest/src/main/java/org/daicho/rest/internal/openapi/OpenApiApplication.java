package org.daicho.rest.internal.openapi;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.ws.rs.core.Application;
import javax.ws.rs.core.MediaType;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.system.SheetRenderer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The description of the whole system at {@code /api/openapi.json}, for every account.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/openapi.json")
@JaxrsName("org.daicho.openapi")
@JaxrsExtensionSelect({"(daicho.guard=access)", "(daicho.rest=json)"})
@SatisfyingConditionTarget(LedgerConditions.LEDGER_READY_FILTER)
public class OpenApiApplication extends Application {

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    private volatile List<SheetRenderer> renderers = List.of();

    private final Set<Object> resources;

    /** Makes the application. */
    @Activate
    public OpenApiApplication(BundleContext context, @Reference Ledger ledger, @Reference JaxrsServiceRuntime runtime) {
        Version version = context.getBundle().getVersion();
        resources = Set.of(new OpenApiResource(ledger, new LiveResources(context, runtime), this::sheetTypes,
                version.getMajor() + "." + version.getMinor() + "." + version.getMicro()));
    }

    private List<String> sheetTypes() {
        return Stream.concat(Stream.of(MediaType.APPLICATION_JSON),
                renderers.stream().map(SheetRenderer::mediaType).distinct().sorted()).toList();
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
