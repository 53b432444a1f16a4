package org.daicho.rest.internal.openapi;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.annotation.security.PermitAll;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The operations of JAX-RS resource classes, from their annotations. What those can't tell, such as the members of a
 * body that is read by hand, comes from the file {@value Fragment#FILE} beside the class: by {@code Class.method} it
 * holds members of the operation, which stand above what was found, and under {@code schemas} what they share.
 */
final class ResourcePaths {

    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([^{}:\\s]+)[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}");

    private static final String SCHEMAS = "schemas";

    private final Object tag;
    private final String base;

    /**
     * Makes the operations of an application.
     *
     * @param base the application's address
     * @param tag  what to group them under
     */
    ResourcePaths(String base, Object tag) {
        this.base = base;
        this.tag = tag;
    }

    /** Adds the operations of a resource class, and the schemas that they share. */
    void addTo(Map<String, Object> paths, Map<String, Object> schemas, Class<?> resource) {
        Map<String, Object> fragments = Fragment.beside(resource, Fragment.FILE);
        if (fragments.get(SCHEMAS) instanceof Map<?, ?> shared) {
            schemas.putAll(cast(shared));
        }
        Arrays.stream(resource.getMethods()).filter(method -> verb(method) != null)
                .sorted(Comparator.comparing((Method method) -> !produces(method).contains(JSON))
                        .thenComparing(Method::getName))
                .forEach(method -> {
                    Map<String, Object> operation = operation(resource, method);
                    if (fragments.get(resource.getSimpleName() + "." + method.getName()) instanceof Map<?, ?> more) {
                        overlay(operation, more);
                    }
                    place(Node.child(paths, path(resource, method)), verb(method), operation);
                });
    }

    /** Two methods at one address differ by media type: they are one operation to OpenAPI. */
    private static void place(Map<String, Object> path, String verb, Map<String, Object> operation) {
        if (path.get(verb) instanceof Map<?, ?> there) {
            Node.merge(Node.child(cast(there), "responses"), Node.child(operation, "responses"));
        } else {
            path.put(verb, operation);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object node) {
        return (Map<String, Object>) node;
    }

    /** Parameters of a fragment are added; all else is laid over. */
    private static void overlay(Map<String, Object> operation, Map<?, ?> fragment) {
        Map<String, Object> more = Node.of();
        more.putAll(cast(fragment));
        if (more.remove("parameters") instanceof List<?> parameters) {
            List<Object> all = new ArrayList<>((List<?>) operation.get("parameters"));
            all.addAll(0, parameters);
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

    private Map<String, Object> operation(Class<?> resource, Method method) {
        boolean open = method.isAnnotationPresent(PermitAll.class) || resource.isAnnotationPresent(PermitAll.class);
        List<Object> parameters = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(annotatedPath(resource, method));
        while (variables.find()) {
            parameters.add(Node.of("name", variables.group(1), "in", "path", "required", true, "schema",
                    Node.of("type", "string")));
        }
        Parameter body = null;
        for (Parameter parameter : method.getParameters()) {
            Object described = described(parameter);
            if (described != null) {
                parameters.add(described);
            } else if (parameter.getAnnotations().length == 0) {
                body = parameter;
            }
        }
        parameters.add(Node.ref("parameters/AcceptLanguage"));
        Map<String, Object> operation = Node.of("operationId", id(resource, method), "summary",
                Wording.of("operation", verb(method).toUpperCase(Locale.ROOT), path(resource, method)),
                "description", Wording.of(open ? "open" : "guarded"), "tags", List.of(tag),
                "parameters", parameters, "security", open ? List.of() : null);
        if (body != null) {
            operation.put("requestBody", Node.of("required", true, "content",
                    Node.content(consumes(method), bodySchema(body))));
        }
        boolean found = parameters.stream().anyMatch(p -> "path".equals(((Map<?, ?>) p).get("in")));
        responses(operation, method, open, body != null, found);
        return operation;
    }

    private static Map<String, Object> bodySchema(Parameter body) {
        return InputStream.class.isAssignableFrom(body.getType())
                ? Node.of("type", "object")
                : TypeSchemas.of(body.getParameterizedType());
    }

    private static void responses(Map<String, Object> operation, Method method, boolean open, boolean written,
            boolean found) {
        Map<String, Object> content = Node.of();
        boolean raw = method.getReturnType() == Response.class || method.getReturnType() == byte[].class;
        for (String type : produces(method)) {
            content.put(type, Node.of("schema", type.endsWith("json")
                    ? raw ? Node.of("type", "object") : TypeSchemas.of(method.getGenericReturnType())
                    : Node.of("type", "string")));
        }
        Map<String, Object> answers = Node.child(operation, "responses");
        boolean empty = method.getReturnType() == void.class;
        answers.put(empty ? "204" : "200", Node.of("description", Wording.of("answer"), "headers",
                Node.of("X-Request-Id", Node.ref("headers/RequestId")), "content",
                empty || content.isEmpty() ? null : content));
        Refusals.addTo(answers, !open, written, found);
        if (written) {
            answers.putIfAbsent("422", Node.ref("responses/Invalid"));
        }
    }

    private static Object described(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            return Node.of("name", query.value(), "in", "query", "schema",
                    TypeSchemas.of(parameter.getParameterizedType()));
        }
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return header == null ? null : switch (header.value()) {
        case "If-Match" -> Node.ref("parameters/IfMatch");
        case "Idempotency-Key" -> Node.ref("parameters/IdempotencyKey");
        case "If-None-Match" -> Node.ref("parameters/IfNoneMatch");
        default -> null;
        };
    }

    private String id(Class<?> resource, Method method) {
        String application = Names.camel(base.replaceFirst("^/api/", ""));
        String name = Names.camel(resource.getSimpleName().replaceFirst("Resource$", ""));
        return application + (name.equals(application) ? "" : "." + name) + "." + method.getName();
    }

    private String path(Class<?> resource, Method method) {
        return VARIABLE.matcher(annotatedPath(resource, method)).replaceAll("{$1}");
    }

    private String annotatedPath(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = base + "/" + resource.getAnnotation(Path.class).value() + "/"
                + (below == null ? "" : below.value());
        return path.replaceAll("/{2,}", "/").replaceFirst("/$", "");
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value().toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static String consumes(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        Consumes all = method.getDeclaringClass().getAnnotation(Consumes.class);
        String type = consumes != null ? consumes.value()[0] : all != null ? all.value()[0] : JSON;
        return type.equals(MediaType.WILDCARD) ? JSON : type;
    }

    private static List<String> produces(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        Produces all = method.getDeclaringClass().getAnnotation(Produces.class);
        String[] types = produces != null ? produces.value() : all != null ? all.value() : new String[]{JSON};
        return Arrays.stream(types).map(type -> type.replaceFirst(";.*", "")).toList();
    }
}
