package org.daicho.operations.internal.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * The registry of the system's figures: requests and the JVM here, the ledger's and the files' by what joins it. Safe for
 * use by many threads.
 */
@Component(service = Meters.class)
public final class Meters {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder().name("daicho_http_requests_total")
            .help("Requests by method, status and application.").labelNames("method", "status", "application")
            .register(registry);
    private final Histogram durations = Histogram.builder().name("daicho_http_request_duration_seconds")
            .help("How long requests took, by application.").labelNames("application")
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10).classicOnly()
            .register(registry);

    /** Begins to count. */
    public Meters() {
        JvmMemoryMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
    }

    /** Returns the registry, for what joins it. */
    PrometheusRegistry registry() {
        return registry;
    }

    /**
     * Counts a request.
     *
     * @param method      its method; one that HTTP does not know counts as {@code other}
     * @param status      the status of its answer
     * @param application the application that answered, out of a few
     * @param seconds     how long it took
     */
    void request(String method, int status, String application, double seconds) {
        String known = METHODS.contains(method) ? method.toLowerCase(Locale.ROOT) : "other";
        requests.labelValues(known, Integer.toString(status), application).inc();
        durations.labelValues(application).observe(seconds);
    }

    /** Writes all figures in the Prometheus text format. */
    void write(OutputStream out) throws IOException {
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }
}
