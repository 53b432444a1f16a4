package org.daicho.operations.internal.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.access.Authenticator;
import org.daicho.operations.internal.web.Operators;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code GET /system/metrics}: the figures in the Prometheus text format, for operators. A scraper uses a token of an
 * operator's account.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/system/metrics")
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Meters meters;
    private final transient Authenticator authenticator;

    /** Serves the system's figures. */
    @Activate
    public MetricsServlet(@Reference Meters meters, @Reference Authenticator authenticator) {
        this.meters = meters;
        this.authenticator = authenticator;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Operators.of(authenticator, request, response)) {
        case OPERATOR -> answer(response);
        case OTHER -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
        case NOBODY -> Operators.challenge(response);
        default -> {
            // It has been answered.
        }
        }
    }

    private void answer(HttpServletResponse response) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        meters.write(body);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setContentLength(body.size());
        body.writeTo(response.getOutputStream());
    }
}
