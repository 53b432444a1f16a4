package org.daicho.rest.internal.problem;

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

import org.daicho.ledger.LedgerException;

/**
 * Answers refusals of the ledger.
 */
public class LedgerExceptionMapper implements ExceptionMapper<LedgerException> {

    @Override
    public Response toResponse(LedgerException refusal) {
        Response answer = Problem.of(refusal).response();
        if (refusal.kind() == LedgerException.Kind.UNAVAILABLE) {
            answer.getHeaders().putSingle("Retry-After", "5");
        }
        return answer;
    }
}
