package org.daicho.access.internal.rest;

import javax.ws.rs.core.Application;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The application of access. It waits for the guard and for the shared JSON extensions, so it is gone when they are.
 */
@Component(service = Application.class)
@JaxrsName(AccessApplication.NAME)
@JaxrsApplicationBase("/api/access")
@JaxrsExtensionSelect({AccessApplication.GUARDED, AccessApplication.JSON})
public final class AccessApplication extends Application {

    static final String NAME = "daicho.access";
    static final String SELECT = "(osgi.jaxrs.name=" + NAME + ")";
    static final String GUARDED = "(daicho.guard=access)";
    static final String JSON = "(daicho.rest=json)";
}
