package org.daicho.access.internal.rest;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;

import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.LedgerException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * Refuses query parameters: access takes none, and what is given is never ignored.
 */
@Component(service = ContainerRequestFilter.class)
@JaxrsExtension
@JaxrsName("daicho.access.query")
@JaxrsApplicationSelect(AccessApplication.SELECT)
public final class QueryFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext context) {
        context.getUriInfo().getQueryParameters().keySet().stream().sorted().findFirst().ifPresent(name -> {
            throw Messages.refused(LedgerException.Kind.MALFORMED, "query.unknown", name);
        });
    }
}
