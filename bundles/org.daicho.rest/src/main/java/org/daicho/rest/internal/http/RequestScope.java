package org.daicho.rest.internal.http;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.rest.internal.problem.RequestIds;
import org.daicho.rest.internal.problem.Routes;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every request its id, and the log one line about it: the method, the template of its address, the status and how
 * long it took. Neither the address itself nor who asked is logged: both can name persons.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=2000")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
@HttpWhiteboardFilterPattern("/*")
public class RequestScope implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger("org.daicho.requests");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

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
        HttpServletResponse answer = (HttpServletResponse) response;
        String id = RequestIds.open(http.getHeader(RequestIds.HEADER));
        answer.setHeader(RequestIds.HEADER, id);
        long start = System.nanoTime();
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            LOG.atInfo().addKeyValue("method", METHODS.contains(http.getMethod()) ? http.getMethod() : "other")
                    .addKeyValue("route", Routes.of(http))
                    .addKeyValue("status", failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : answer.getStatus())
                    .addKeyValue("millis", millis).log("request");
            RequestIds.close();
        }
    }
}
