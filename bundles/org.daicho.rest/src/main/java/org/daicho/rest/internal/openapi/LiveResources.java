package org.daicho.rest.internal.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.ws.rs.Path;
import javax.ws.rs.core.Application;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.ApplicationDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceDTO;

/**
 * Finds the classes of the resources that the whiteboard has published just now. What it refused is not among them.
 */
final class LiveResources {

    private final BundleContext context;
    private final JaxrsServiceRuntime runtime;

    LiveResources(BundleContext context, JaxrsServiceRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    /**
     * A published application.
     *
     * @param base    its address, such as {@code /api/log}
     * @param classes the classes of its resources
     */
    record Published(String base, List<Class<?>> classes) {
    }

    /** Returns the published applications by their addresses. */
    List<Published> applications() {
        List<Published> found = new ArrayList<>();
        for (ApplicationDTO application : runtime.getRuntimeDTO().applicationDTOs) {
            Set<Class<?>> classes = new LinkedHashSet<>(classes(application.serviceId));
            for (ResourceDTO resource : application.resourceDTOs) {
                classes.addAll(classes(resource.serviceId));
            }
            List<Class<?>> sorted = new ArrayList<>(classes);
            sorted.sort((a, b) -> a.getName().compareTo(b.getName()));
            found.add(new Published(application.base, sorted));
        }
        found.sort((a, b) -> a.base().compareTo(b.base()));
        return found;
    }

    private List<Class<?>> classes(long serviceId) {
        List<Class<?>> found = new ArrayList<>();
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(null,
                    "(" + Constants.SERVICE_ID + "=" + serviceId + ")");
            if (references != null) {
                look(context.getServiceObjects(references[0]), found);
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        found.removeIf(type -> !type.isAnnotationPresent(Path.class));
        return found;
    }

    /** A service may go away at any time; then it is not live. */
    private static <S> void look(ServiceObjects<S> objects, List<Class<?>> found) {
        S service = objects == null ? null : objects.getService();
        if (service == null) {
            return;
        }
        try {
            if (service instanceof Application application) {
                application.getSingletons().forEach(resource -> found.add(resource.getClass()));
                found.addAll(application.getClasses());
            } else {
                found.add(service.getClass());
            }
        } finally {
            objects.ungetService(service);
        }
    }
}
