package org.daicho.itest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.runtime.dto.ServletContextDTO;
import org.osgi.service.http.runtime.dto.ServletDTO;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.ApplicationDTO;
import org.osgi.service.jaxrs.runtime.dto.ExtensionDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceMethodInfoDTO;
import org.osgi.service.jaxrs.whiteboard.JaxrsWhiteboardConstants;

/**
 * Everything that answers on the whiteboards of JAX-RS and of servlets just now.
 */
final class Endpoints {

    private static final String GUARD = "daicho.guard";
    private static final String ARIES = "org.apache.aries.jax.rs.whiteboard";
    private static final String JSON = "application/json";

    private final BundleContext context;
    private final JaxrsServiceRuntime resources;
    private final HttpServiceRuntime servlets;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Endpoints(BundleContext context, JaxrsServiceRuntime resources, HttpServiceRuntime servlets, int port) {
        this.context = context;
        this.resources = resources;
        this.servlets = servlets;
        this.port = port;
    }

    /**
     * Something that can be called.
     *
     * @param method the method
     * @param path   an address that reaches it
     * @param owner  what registered it
     */
    record Endpoint(String method, String path, String owner) {

        @Override
        public String toString() {
            return method + " " + path + " (" + owner + ")";
        }
    }

    /** Finds the methods of every resource. */
    List<Endpoint> resources() {
        List<Endpoint> found = new ArrayList<>();
        for (ApplicationDTO application : applications()) {
            Arrays.stream(application.resourceMethods).forEach(m -> found.add(endpoint(application, m)));
            for (ResourceDTO resource : application.resourceDTOs) {
                Arrays.stream(resource.resourceMethods).forEach(m -> found.add(endpoint(application, m)));
            }
        }
        return found;
    }

    private static Endpoint endpoint(ApplicationDTO application, ResourceMethodInfoDTO method) {
        String path = (application.base.replaceFirst("/\\*$", "") + "/" + method.path)
                .replaceAll("\\{(?:[^{}]|\\{[^{}]*\\})*\\}", "x").replaceAll("/+", "/");
        return new Endpoint(method.method, path, application.name);
    }

    /** Finds the servlets, but for those that the JAX-RS whiteboard makes of applications. */
    List<Endpoint> servlets() {
        List<Endpoint> found = new ArrayList<>();
        for (ServletContextDTO servletContext : servlets.getRuntimeDTO().servletContextDTOs) {
            for (ServletDTO servlet : servletContext.servletDTOs) {
                ServiceReference<?> reference = reference(servlet.serviceId);
                if (reference != null && !ARIES.equals(reference.getBundle().getSymbolicName())) {
                    for (String pattern : servlet.patterns) {
                        String path = (servletContext.contextPath + pattern.replace("*", "x")).replaceAll("/+", "/");
                        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                            found.add(new Endpoint(method, path, servlet.name));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Returns the status of a call that has no account. */
    int status(Endpoint endpoint) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + endpoint.path()))
                .method(endpoint.method(), BodyPublishers.noBody()).header("Content-Type", JSON).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(endpoint.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Names the applications and resources that the whiteboard would publish without the guard. */
    List<String> unguarded() {
        List<String> found = new ArrayList<>();
        for (ApplicationDTO application : applications()) {
            if (!waitsForGuard(application.serviceId)) {
                if (application.resourceMethods.length > 0) {
                    found.add("application " + application.name);
                }
                Arrays.stream(application.resourceDTOs).filter(resource -> !waitsForGuard(resource.serviceId))
                        .forEach(resource -> found.add("resource " + resource.name));
            }
        }
        return found;
    }

    /** Names the extensions of bundles that are not of the base: an extension may answer before the guard is asked. */
    List<String> foreignExtensions(List<String> base) {
        Map<String, String> found = new TreeMap<>();
        for (ApplicationDTO application : applications()) {
            for (ExtensionDTO extension : application.extensionDTOs) {
                ServiceReference<?> reference = reference(extension.serviceId);
                if (reference != null && !base.contains(reference.getBundle().getSymbolicName())) {
                    found.put(extension.name, "extension " + extension.name);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<ApplicationDTO> applications() {
        List<ApplicationDTO> all = new ArrayList<>(List.of(resources.getRuntimeDTO().applicationDTOs));
        if (resources.getRuntimeDTO().defaultApplication != null) {
            all.add(resources.getRuntimeDTO().defaultApplication);
        }
        return all;
    }

    /** Tells whether a service asks for the guard, and for nothing that anything but the guard could stand in for. */
    private boolean waitsForGuard(long serviceId) {
        ServiceReference<?> reference = reference(serviceId);
        Object select = reference == null
                ? null
                : reference.getProperty(JaxrsWhiteboardConstants.JAX_RS_EXTENSION_SELECT);
        String[] filters = select instanceof String one
                ? new String[]{one}
                : select instanceof String[] several ? several : new String[0];
        return Arrays.stream(filters).map(Endpoints::filter).anyMatch(this::asksForGuardAlone);
    }

    private boolean asksForGuardAlone(Filter filter) {
        List<ServiceReference<?>> matching = extensions().stream().filter(filter::match).toList();
        return !matching.isEmpty() && matching.stream()
                .allMatch(r -> GUARD.equals(r.getProperty(JaxrsWhiteboardConstants.JAX_RS_NAME)));
    }

    private List<ServiceReference<?>> extensions() {
        return find("(" + JaxrsWhiteboardConstants.JAX_RS_EXTENSION + "=true)");
    }

    private ServiceReference<?> reference(long serviceId) {
        List<ServiceReference<?>> found = find("(" + Constants.SERVICE_ID + "=" + serviceId + ")");
        return found.isEmpty() ? null : found.get(0);
    }

    private List<ServiceReference<?>> find(String filter) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, filter);
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }

    private static Filter filter(String filter) {
        try {
            return FrameworkUtil.createFilter(filter);
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(filter, e);
        }
    }
}
