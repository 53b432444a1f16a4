package org.daicho.operations.internal.modules.rest;

import java.util.Set;

import javax.ws.rs.core.Application;

import org.daicho.operations.internal.modules.Modules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The modules under {@code /api/modules}. It waits for the guard and for the shared JSON extensions.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/modules")
@JaxrsName("org.daicho.modules")
@JaxrsExtensionSelect({"(daicho.guard=access)", "(daicho.rest=json)"})
public final class ModulesApplication extends Application {

    private final Set<Object> resources;

    /** Makes the application. */
    @Activate
    public ModulesApplication(@Reference Modules modules) {
        resources = Set.of(new ModulesResource(modules));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
