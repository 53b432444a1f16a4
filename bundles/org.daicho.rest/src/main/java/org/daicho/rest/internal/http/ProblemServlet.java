package org.daicho.rest.internal.http;

import java.io.IOException;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.RequestIds;

/**
 * Answers with a problem, whatever the address and the method. It exposes nothing but the status.
 */
abstract class ProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = RequestIds.begin(request.getHeader(RequestIds.HEADER));
        try {
            Answers.write(request, response, problem(request, id));
        } finally {
            RequestIds.end();
        }
    }

    /**
     * Says what is wrong with a request.
     *
     * @param request the request
     * @param id      the request's id
     * @return the problem to answer with
     */
    abstract Problem problem(HttpServletRequest request, String id);
}
