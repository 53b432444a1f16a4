package org.daicho.rest.internal.http;

import java.io.IOException;
import java.util.regex.Pattern;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;
import org.daicho.rest.internal.problem.RequestIds;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Stops what the JAX-RS runtime would make of a query before any resource sees it: it fails at a broken percent code,
 * and {@code _method}, {@code _type} and {@code _ctype} there stand above the request's own method and headers.
 */
@Component(service = Filter.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
@HttpWhiteboardFilterPattern("/*")
public class QueryGate implements Filter {

    private static final Pattern OVERRIDE = Pattern.compile("_(method|type|ctype)");

    @Override
    public void init(FilterConfig config) {
        // it keeps nothing
    }

    @Override
    public void destroy() {
        // it keeps nothing
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        try {
            check(http.getQueryString());
        } catch (ProblemException refusal) {
            RequestIds.begin(http.getHeader(RequestIds.HEADER));
            Answers.write(http, (HttpServletResponse) response, refusal.problem());
            RequestIds.end();
            return;
        }
        chain.doFilter(request, response);
    }

    private static void check(String query) {
        if (query == null) {
            return;
        }
        for (String parameter : query.split("[&;]")) {
            String[] parts = parameter.split("=", 2);
            String name = Query.decode(parts[0]);
            if (OVERRIDE.matcher(name).matches()) {
                throw Problem.malformed("query.unknown", name);
            }
            if (parts.length > 1) {
                Query.decode(parts[1]);
            }
        }
    }
}
