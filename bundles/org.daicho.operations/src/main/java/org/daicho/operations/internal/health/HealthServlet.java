package org.daicho.operations.internal.health;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.daicho.access.Authenticator;
import org.daicho.operations.internal.web.Operators;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code GET /system/health}: 200 while the system is well, 503 while it is not. Anybody sees which of the two; what the
 * checks say is for operators. It is not the health checks' own servlet: that lets a request choose the checks, tells
 * everybody everything, and says OK where no check is there.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/system/health")
public final class HealthServlet extends HttpServlet {

    /** The tag of the checks that make up the health of the system. */
    public static final String TAG = "daicho";

    /** The checks that have to be there; more may be. */
    static final Set<String> NEEDED = Set.of("ledger", "checkpoint", "keys", "disk", "modules", "rest");

    private static final long serialVersionUID = 1L;

    private final transient HealthCheckExecutor executor;
    private final transient ObjectMapper json = new ObjectMapper();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile Authenticator authenticator;

    /** Runs the checks on the executor. */
    @Activate
    public HealthServlet(@Reference HealthCheckExecutor executor) {
        this.executor = executor;
    }

    HealthServlet(HealthCheckExecutor executor, Authenticator authenticator) {
        this(executor);
        this.authenticator = authenticator;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getQueryString() != null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Operators.Asking asking = Operators.of(authenticator, request, response);
        if (asking == Operators.Asking.ANSWERED) {
            return;
        }
        List<HealthCheckExecutionResult> results = executor.execute(HealthCheckSelector.tags(TAG));
        Set<String> missing = new TreeSet<>(NEEDED);
        results.forEach(result -> missing.remove(result.getHealthCheckMetadata().getName()));
        Result.Status status = missing.isEmpty() ? Result.Status.OK : Result.Status.CRITICAL;
        for (HealthCheckExecutionResult result : results) {
            Result.Status its = result.getHealthCheckResult().getStatus();
            status = its.ordinal() > status.ordinal() ? its : status;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status.name());
        if (asking == Operators.Asking.OPERATOR) {
            answer.put("checks", results.stream().map(HealthServlet::view).toList());
            answer.put("missing", missing);
        }
        boolean well = status == Result.Status.OK || status == Result.Status.WARN;
        response.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        byte[] body = json.writeValueAsBytes(answer);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> view(HealthCheckExecutionResult result) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", result.getHealthCheckMetadata().getName());
        view.put("status", result.getHealthCheckResult().getStatus().name());
        List<String> messages = new ArrayList<>();
        for (ResultLog.Entry entry : result.getHealthCheckResult()) {
            messages.add(entry.getMessage());
        }
        view.put("messages", messages);
        view.put("elapsedMs", result.getElapsedTimeInMs());
        return view;
    }
}
