package org.daicho.operations.internal.health;

import java.util.Arrays;
import java.util.stream.Stream;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.RuntimeDTO;

/**
 * REST: an application, resource or extension that the whiteboard refused is not served though its bundle is active.
 */
@Component(property = {HealthCheck.NAME + "=rest", HealthCheck.TAGS + "=" + HealthServlet.TAG})
public final class WhiteboardCheck implements HealthCheck {

    private final JaxrsServiceRuntime runtime;

    /** Looks at the JAX-RS whiteboard. */
    @Activate
    public WhiteboardCheck(@Reference JaxrsServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        RuntimeDTO published = runtime.getRuntimeDTO();
        Stream.of(Arrays.stream(published.failedApplicationDTOs).map(f -> f.name + " (" + f.failureReason + ")"),
                Arrays.stream(published.failedResourceDTOs).map(f -> f.name + " (" + f.failureReason + ")"),
                Arrays.stream(published.failedExtensionDTOs).map(f -> f.name + " (" + f.failureReason + ")"))
                .flatMap(names -> names)
                .forEach(name -> log.critical("動いていない REST があります: {} / Refused by the whiteboard: {}", name, name));
        log.info("REST {} 個 / {} REST applications", published.applicationDTOs.length,
                published.applicationDTOs.length);
        return new Result(log);
    }
}
