package org.daicho.rest.internal.problem;

import java.lang.reflect.Method;
import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Path;
import javax.ws.rs.container.ResourceInfo;

/**
 * The templates of addresses, such as {@code /api/ledgers/{ledger}/entries}: what logs and figures may have of them. They
 * travel as an attribute of the request.
 */
public final class Routes {

    /** The attribute's name; operations reads it, too. */
    public static final String ATTRIBUTE = "org.daicho.route";

    private static final Pattern EXPRESSION = Pattern
            .compile("\\{\\s*([^{}:\\s]+)\\s*:[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}");

    private Routes() {
    }

    /**
     * Notes which resource a request has met.
     *
     * @param request  the request
     * @param base     the address of the application
     * @param resource what was met; without a method where nothing was
     */
    static void note(HttpServletRequest request, String base, ResourceInfo resource) {
        StringBuilder route = new StringBuilder(base);
        if (resource.getResourceClass() != null) {
            append(route, resource.getResourceClass().getAnnotation(Path.class));
            Method method = resource.getResourceMethod();
            append(route, method == null ? null : method.getAnnotation(Path.class));
        }
        String template = EXPRESSION.matcher(route.toString().replaceAll("/{2,}", "/")).replaceAll("{$1}");
        request.setAttribute(ATTRIBUTE, template.replaceFirst("(?<=.)/$", ""));
    }

    private static void append(StringBuilder route, Path path) {
        if (path != null) {
            route.append('/').append(path.value());
        }
    }

    /** Returns the template of a request's address; where no resource was met, that of the servlet. */
    public static String of(HttpServletRequest request) {
        Object noted = request.getAttribute(ATTRIBUTE);
        return noted != null ? noted.toString() : request.getHttpServletMapping().getPattern();
    }
}
