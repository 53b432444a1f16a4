package org.daicho.rest.internal;

import javax.ws.rs.core.Feature;
import javax.ws.rs.core.FeatureContext;

import org.daicho.rest.internal.problem.AnswerHeaders;
import org.daicho.rest.internal.problem.LedgerExceptionMapper;
import org.daicho.rest.internal.problem.ThrowableMapper;
import org.daicho.rest.internal.problem.WebApplicationExceptionMapper;
import org.osgi.service.component.annotations.Component;
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

    @Override
    public boolean configure(FeatureContext context) {
        context.register(new AnswerHeaders())
                .register(new LedgerExceptionMapper()).register(new WebApplicationExceptionMapper())
                .register(new ThrowableMapper());
        return true;
    }
}
