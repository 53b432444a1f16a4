package org.daicho.operations.internal.metrics;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Counts every request, before all other filters.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=1000")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
@HttpWhiteboardFilterPattern("/*")
public final class RequestMeter implements Filter {

    /** Set by REST to the template of the address, such as {@code /api/ledgers/{ledger}/entries}. */
    static final String ROUTE = "org.daicho.route";

    /** An address that nobody made a template of may be anything, so it is no label. */
    private static final String OTHER = "other";

    private static final Pattern APPLICATION = Pattern.compile("/api/([a-z0-9.-]+)(/.*)?");
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Meters meters;

    /** Counts into the system's figures. */
    @Activate
    public RequestMeter(@Reference Meters meters) {
        this.meters = meters;
    }

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
        long start = System.nanoTime();
        int failed = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            failed = 0;
        } finally {
            int status = failed == 0 ? ((HttpServletResponse) response).getStatus() : failed;
            meters.request(((HttpServletRequest) request).getMethod(), status, application(request),
                    (System.nanoTime() - start) / NANOS);
        }
    }

    private static String application(ServletRequest request) {
        Object route = request.getAttribute(ROUTE);
        if (route != null) {
            Matcher matcher = APPLICATION.matcher(route.toString());
            return matcher.matches() ? matcher.group(1) : OTHER;
        }
        String path = ((HttpServletRequest) request).getServletPath();
        return path != null && path.startsWith("/system/") ? "system" : OTHER;
    }
}
