package org.daicho.rest.internal.problem;

import java.util.Set;
import java.util.function.Function;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;

/**
 * Gives every answer its request id, its language and the headers that keep browsers from guessing and caches from
 * keeping. A refusal that has no content gets its problem here, and {@code Allow} the methods of the very address.
 */
@PreMatching
public class AnswerHeaders implements ContainerRequestFilter, ContainerResponseFilter {

    private final Function<String, Set<String>> methods;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest servletRequest;

    /**
     * Makes the filter.
     *
     * @param methods finds the methods of an address; empty where it doesn't know
     */
    public AnswerHeaders(Function<String, Set<String>> methods) {
        this.methods = methods;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestIds.begin(request.getHeaderString(RequestIds.HEADER));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Routes.note(servletRequest, request.getUriInfo().getBaseUri().getPath(), resource);
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            response.setEntity(Problem.of(response.getStatus()), null, MediaType.valueOf(Problem.MEDIA_TYPE));
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (headers.containsKey(HttpHeaders.ALLOW)) {
            Set<String> allowed = methods.apply(request.getUriInfo().getRequestUri().getPath());
            if (!allowed.isEmpty()) {
                headers.putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
            }
        }
        headers.putSingle(RequestIds.HEADER, RequestIds.current());
        RequestIds.end();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (response.hasEntity() && !headers.containsKey(HttpHeaders.CONTENT_LANGUAGE) && isJson(response)) {
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE,
                    Languages.choose(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)).getLanguage());
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }

    private static boolean isJson(ContainerResponseContext response) {
        return response.getMediaType() == null || response.getMediaType().getSubtype().endsWith("json");
    }
}
