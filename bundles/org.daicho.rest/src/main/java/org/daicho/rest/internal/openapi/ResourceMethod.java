package org.daicho.rest.internal.openapi;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
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
 * One method of a JAX-RS resource class, and what its annotations tell of the operation.
 *
 * @param base     the application's address
 * @param resource the class
 * @param method   the method, which has a verb
 */
record ResourceMethod(String base, Class<?> resource, Method method) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([^{}:\\s]+)[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}");

    /** Returns the verb of a method, in lower case, or {@code null} where it has none. */
    static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value().toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    /** Returns the name under which a fragment tells more of it. */
    String name() {
        return resource.getSimpleName() + "." + method.getName();
    }

    /** Returns its address, each variable as {@code {name}}. */
    String path() {
        return VARIABLE.matcher(template()).replaceAll("{$1}");
    }

    /** Tells whether it answers in a media type. */
    boolean produces(String type) {
        return types().contains(type);
    }

    /**
     * Makes the operation.
     *
     * @param tag       what to group it under
     * @param path      its address, or one of those that its own template stands for
     * @param variables members of the parameters of the address, by their names
     * @return the operation
     */
    Map<String, Object> operation(String tag, String path, Map<String, Object> variables) {
        boolean open = method.isAnnotationPresent(PermitAll.class) || resource.isAnnotationPresent(PermitAll.class);
        List<Object> parameters = new ArrayList<>();
        Matcher names = VARIABLE.matcher(path.equals(path()) ? template() : path);
        while (names.find()) {
            Map<String, Object> parameter = Node.of("name", names.group(1), "in", "path", "required", true, "schema",
                    Node.of("type", "string"));
            if (variables.get(names.group(1)) instanceof Map<?, ?> more) {
                Node.merge(parameter, Node.cast(more));
            }
            parameters.add(parameter);
        }
        boolean found = !parameters.isEmpty();
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
        Map<String, Object> operation = Node.of("operationId", id(), "summary",
                Wording.of("operation", verb(method).toUpperCase(Locale.ROOT), path),
                "description", Wording.of(open ? "open" : "guarded"), "tags", List.of(tag),
                "parameters", parameters, "security", open ? List.of() : null);
        if (body != null) {
            operation.put("requestBody", Node.of("required", true, "content",
                    Node.content(consumes(), bodySchema(body))));
        }
        responses(operation, open, body != null, found);
        return operation;
    }

    private static Map<String, Object> bodySchema(Parameter body) {
        return InputStream.class.isAssignableFrom(body.getType())
                ? Node.of("type", "object")
                : TypeSchemas.of(body.getParameterizedType());
    }

    private void responses(Map<String, Object> operation, boolean open, boolean written, boolean found) {
        Map<String, Object> content = Node.of();
        boolean raw = method.getReturnType() == Response.class || method.getReturnType() == byte[].class;
        for (String type : types()) {
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

    private String id() {
        String application = Names.camel(base.replaceFirst("^/api/", ""));
        String name = Names.camel(resource.getSimpleName().replaceFirst("Resource$", ""));
        return application + (name.equals(application) ? "" : "." + name) + "." + method.getName();
    }

    private String template() {
        Path below = method.getAnnotation(Path.class);
        String path = base + "/" + resource.getAnnotation(Path.class).value() + "/"
                + (below == null ? "" : below.value());
        return path.replaceAll("/{2,}", "/").replaceFirst("/$", "");
    }

    private String consumes() {
        Consumes consumes = method.getAnnotation(Consumes.class);
        Consumes all = resource.getAnnotation(Consumes.class);
        String type = consumes != null
                ? consumes.value()[0]
                : all != null ? all.value()[0] : MediaType.APPLICATION_JSON;
        return type.equals(MediaType.WILDCARD) ? MediaType.APPLICATION_JSON : type;
    }

    private List<String> types() {
        Produces produces = method.getAnnotation(Produces.class);
        Produces all = resource.getAnnotation(Produces.class);
        String[] types = produces != null
                ? produces.value()
                : all != null ? all.value() : new String[]{MediaType.APPLICATION_JSON};
        return Arrays.stream(types).map(type -> type.replaceFirst(";.*", ""))
                .filter(type -> !type.equals(MediaType.WILDCARD)).toList();
    }
}
