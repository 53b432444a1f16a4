package org.daicho.rest.internal.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what resources, filters and the JAX-RS runtime itself refuse by status. Headers such as {@code Allow},
 * {@code WWW-Authenticate} and {@code Retry-After} stay.
 */
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    private static final Logger LOG = LoggerFactory.getLogger(WebApplicationExceptionMapper.class);

    private static final Set<String> ABOUT_THE_BODY = Set.of("content-type", "content-length", "content-language",
            "content-encoding");

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response given = refusal.getResponse();
        if (given.getStatus() < 400 || given.hasEntity() && isProblem(given)) {
            return given;
        }
        Response answer;
        if (given.getStatus() == ProblemType.INTERNAL.status()) {
            String id = RequestIds.current();
            LOG.error("Request {} failed", id, Trace.of(refusal));
            answer = Problem.fault(id).response();
        } else {
            answer = Problem.of(given.getStatus()).response();
        }
        for (Map.Entry<String, List<Object>> header : given.getHeaders().entrySet()) {
            if (keeps(header.getKey().toLowerCase(Locale.ROOT), given.getStatus())) {
                answer.getHeaders().put(header.getKey(), header.getValue());
            }
        }
        return answer;
    }

    /** The runtime sends {@code Allow} with 404, too, where it says nothing. */
    private static boolean keeps(String header, int status) {
        return !ABOUT_THE_BODY.contains(header)
                && (status == ProblemType.METHOD_NOT_ALLOWED.status() || !header.equals("allow"));
    }

    private static boolean isProblem(Response given) {
        return given.getEntity() instanceof Problem
                || Problem.MEDIA_TYPE.equals(given.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }
}
