package org.daicho.rest.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import javax.ws.rs.core.Feature;
import javax.ws.rs.core.FeatureContext;

import org.daicho.rest.internal.http.AllowedMethods;
import org.daicho.rest.internal.problem.AnswerHeaders;
import org.daicho.rest.internal.problem.LedgerExceptionMapper;
import org.daicho.rest.internal.problem.ThrowableMapper;
import org.daicho.rest.internal.problem.WebApplicationExceptionMapper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.ApplicationDTO;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * Problems and headers for every JAX-RS application of the system, of this bundle or not. Applications ask for them by
 * {@code (daicho.rest=json)}. It is one extension, so that each application is published once for all of it; only the
 * JSON reader and writer stand beside it, as they must rank above those of others.
 */
@Component(service = Feature.class, property = "daicho.rest=json")
@JaxrsExtension
@JaxrsName("daicho.rest")
@JaxrsApplicationSelect("(osgi.jaxrs.name=*)")
public class RestFeature implements Feature {

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile JaxrsServiceRuntime whiteboard;

    private ApplicationDTO[] applications() {
        JaxrsServiceRuntime there = whiteboard;
        return there == null ? new ApplicationDTO[0] : there.getRuntimeDTO().applicationDTOs;
    }

    @Override
    public boolean configure(FeatureContext context) {
        AllowedMethods methods = new AllowedMethods(this::applications);
        context.register(new AnswerHeaders(methods::of))
                .register(new LedgerExceptionMapper()).register(new WebApplicationExceptionMapper())
                .register(new ThrowableMapper());
        return true;
    }
}
