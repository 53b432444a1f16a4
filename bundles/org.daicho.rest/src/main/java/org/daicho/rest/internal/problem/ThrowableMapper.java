package org.daicho.rest.internal.problem;

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers faults: the log gets the stack trace, the caller an id to ask about.
 */
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ThrowableMapper.class);

    @Override
    public Response toResponse(Throwable fault) {
        String id = RequestIds.current();
        LOG.error("Request {} failed", id, Trace.of(fault));
        return Problem.fault(id).response();
    }
}
