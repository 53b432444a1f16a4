package org.daicho.rest.internal.problem;

import javax.ws.rs.WebApplicationException;

/**
 * A refusal that answers with a problem.
 */
public class ProblemException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Makes a refusal.
     *
     * @param problem what is wrong
     */
    public ProblemException(Problem problem) {
        super(problem.detail().en(), problem.response());
        this.problem = problem;
    }

    /** Returns what is wrong. */
    public Problem problem() {
        return problem;
    }
}
