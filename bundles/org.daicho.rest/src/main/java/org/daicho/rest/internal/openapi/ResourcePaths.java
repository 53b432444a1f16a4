package org.daicho.rest.internal.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.ws.rs.core.MediaType;

import org.daicho.ledger.value.Role;

/**
 * The operations of JAX-RS resource classes, from their annotations. What those can't tell, such as the members of a
 * body that is read by hand, comes from the file {@value Fragment#FILE} beside the class. It holds, by
 * {@code Class.method}, members of the operation, which stand above what was found, and these:
 * <ul>
 * <li>{@code status}: the status of its success where that is not what the method's type says.
 * <li>{@code paths}: the addresses below the application's own, each with members of an operation, where the method's
 * template stands for several that a client can fill in.
 * <li>{@code roles}: who may take it; nobody else is told of it.
 * </ul>
 * Under {@code schemas} it holds what they share, and under {@code variables} what the parts of their addresses are.
 */
final class ResourcePaths {

    private static final String SCHEMAS = "schemas";

    private final String tag;
    private final String base;
    private final Set<Role> reader;

    /**
     * Makes the operations of an application.
     *
     * @param base   the application's address
     * @param tag    what to group them under
     * @param reader the roles of who reads the document
     */
    ResourcePaths(String base, String tag, Set<Role> reader) {
        this.base = base;
        this.tag = tag;
        this.reader = reader;
    }

    /** Adds the operations of a resource class, and the schemas that they share. */
    void addTo(Map<String, Object> paths, Map<String, Object> schemas, Class<?> resource) {
        Map<String, Object> fragments = Fragment.beside(resource, Fragment.FILE);
        if (fragments.get(SCHEMAS) instanceof Map<?, ?> shared) {
            schemas.putAll(Node.cast(shared));
        }
        Arrays.stream(resource.getMethods()).filter(method -> ResourceMethod.verb(method) != null)
                .map(method -> new ResourceMethod(base, resource, method))
                .sorted(Comparator.comparing((ResourceMethod method) -> !method.produces(MediaType.APPLICATION_JSON))
                        .thenComparing(ResourceMethod::name))
                .forEach(method -> add(paths, method, fragments));
    }

    private void add(Map<String, Object> paths, ResourceMethod method, Map<String, Object> fragments) {
        Map<String, Object> more = Node.of();
        if (fragments.get(method.name()) instanceof Map<?, ?> fragment) {
            more.putAll(Node.cast(fragment));
        }
        Takers takers = Takers.of((List<?>) more.remove("roles"));
        if (!takers.allow(reader)) {
            return;
        }
        Map<?, ?> addresses = more.remove("paths") instanceof Map<?, ?> several ? several : Map.of("", Map.of());
        addresses.forEach((address, own) -> {
            String path = address.equals("") ? method.path() : base + address;
            Map<String, Object> operation = method.operation(tag, path, variables(fragments));
            overlay(operation, more);
            Node.merge(operation, Node.cast(own));
            takers.describe(operation);
            place(Node.child(paths, path), ResourceMethod.verb(method.method()), operation);
        });
    }

    private static Map<String, Object> variables(Map<String, Object> fragments) {
        return fragments.get("variables") instanceof Map<?, ?> variables ? Node.cast(variables) : Map.of();
    }

    /** Two methods at one address differ by media type: they are one operation to OpenAPI. */
    private static void place(Map<String, Object> path, String verb, Map<String, Object> operation) {
        if (path.get(verb) instanceof Map<?, ?> there) {
            Node.merge(Node.child(Node.cast(there), "responses"), Node.child(operation, "responses"));
        } else {
            path.put(verb, operation);
        }
    }

    /** Parameters of a fragment are added; all else is laid over. */
    private static void overlay(Map<String, Object> operation, Map<String, Object> fragment) {
        Map<String, Object> more = Node.of();
        more.putAll(fragment);
        if (more.remove("parameters") instanceof List<?> parameters) {
            List<Object> all = new ArrayList<>(parameters);
            all.addAll((List<?>) operation.get("parameters"));
            operation.put("parameters", all);
        }
        if (more.remove("status") instanceof String status) {
            Map<String, Object> responses = Node.child(operation, "responses");
            Object success = responses.remove("200");
            Map<String, Object> ordered = Node.of(status, success);
            ordered.putAll(responses);
            operation.put("responses", ordered);
        }
        Node.merge(operation, more);
    }
}
