package org.daicho.operations.internal.modules;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * The requests that are being served, so that a module's code stays until those that may run it have ended.
 */
@Component(service = {Filter.class, RequestsInFlight.class})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
@HttpWhiteboardFilterPattern("/api/*")
public final class RequestsInFlight implements Filter {

    private final Set<CountDownLatch> requests = ConcurrentHashMap.newKeySet();

    @Override
    public void init(FilterConfig config) {
        // it needs none
    }

    @Override
    public void destroy() {
        // it keeps nothing
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && http.getRequestURI().startsWith("/api/modules")) {
            // Those wait for a change themselves.
            chain.doFilter(request, response);
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        requests.add(ended);
        try {
            chain.doFilter(request, response);
        } finally {
            requests.remove(ended);
            ended.countDown();
        }
    }

    /**
     * Waits for the requests that are being served now; not for those that begin meanwhile.
     *
     * @param limit how long at most
     * @return whether they have all ended
     */
    boolean awaitEnd(Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        for (CountDownLatch ended : List.copyOf(requests)) {
            try {
                if (!ended.await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
