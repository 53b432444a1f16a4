package org.daicho.operations.internal.pending;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.ApplicationDTO;
import org.osgi.service.jaxrs.runtime.dto.BaseDTO;
import org.osgi.service.jaxrs.runtime.dto.FailedApplicationDTO;
import org.osgi.service.jaxrs.runtime.dto.FailedExtensionDTO;
import org.osgi.service.jaxrs.runtime.dto.FailedResourceDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceDTO;
import org.osgi.service.jaxrs.runtime.dto.RuntimeDTO;

/**
 * Compares the JAX-RS applications and resources in the service registry with what the whiteboard has published. A bundle
 * may be active and its resource registered while the whiteboard still refuses it.
 */
public final class Applications {

    /** By class too: the whiteboard copies an application's properties to the servlets that it makes of it. */
    private static final String OFFERED = "(|(osgi.jaxrs.resource=true)"
            + "(&(objectClass=javax.ws.rs.core.Application)(osgi.jaxrs.application.base=*)))";

    private final BundleContext context;
    private final JaxrsServiceRuntime runtime;

    /** Compares what any bundle offers with what a whiteboard has published. */
    public Applications(BundleContext context, JaxrsServiceRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    /** Returns what the whiteboard refused; where it refused nothing, what anybody offers and it has not published. */
    public List<String> missing() {
        RuntimeDTO published = runtime.getRuntimeDTO();
        List<String> found = new ArrayList<>();
        for (FailedApplicationDTO failed : published.failedApplicationDTOs) {
            found.add(describe("application", failed, failed.failureReason));
        }
        for (FailedResourceDTO failed : published.failedResourceDTOs) {
            found.add(describe("resource", failed, failed.failureReason));
        }
        for (FailedExtensionDTO failed : published.failedExtensionDTOs) {
            found.add(describe("extension", failed, failed.failureReason));
        }
        if (found.isEmpty()) {
            found.addAll(unpublished(published));
        }
        return found;
    }

    /** Returns what one bundle offers and the whiteboard has not published. */
    public List<String> missing(Bundle bundle) {
        Set<Object> ids = published(runtime.getRuntimeDTO());
        List<String> found = new ArrayList<>();
        for (ServiceReference<?> offer : offered()) {
            if (offer.getBundle() == bundle && !ids.contains(offer.getProperty(Constants.SERVICE_ID))) {
                found.add("JAX-RS " + offer.getProperty("osgi.jaxrs.name"));
            }
        }
        return found;
    }

    private List<String> unpublished(RuntimeDTO published) {
        Set<Object> ids = published(published);
        List<String> found = new ArrayList<>();
        for (ServiceReference<?> offered : offered()) {
            if (!ids.contains(offered.getProperty(Constants.SERVICE_ID))) {
                found.add("service " + offered + " on the whiteboard");
            }
        }
        return found;
    }

    private static Set<Object> published(RuntimeDTO published) {
        Set<Object> ids = new HashSet<>();
        collect(published.defaultApplication, ids);
        for (ApplicationDTO application : published.applicationDTOs) {
            collect(application, ids);
        }
        return ids;
    }

    private static void collect(ApplicationDTO application, Set<Object> ids) {
        if (application != null) {
            ids.add(application.serviceId);
            for (ResourceDTO resource : application.resourceDTOs) {
                ids.add(resource.serviceId);
            }
        }
    }

    private ServiceReference<?>[] offered() {
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(null, OFFERED);
            return references == null ? new ServiceReference<?>[0] : references;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String describe(String kind, BaseDTO failed, int reason) {
        return "JAX-RS " + kind + " " + failed.name + " (failure reason " + reason + ")";
    }
}
