package org.daicho.rest.internal.http;

import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers every address that nothing else answers: there is nothing. It stands where the JAX-RS whiteboard would put
 * its default application, so a resource that belongs to no application of ours is not served, guarded or not.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
public class NothingServlet extends ProblemServlet {

    private static final long serialVersionUID = 1L;

    @Override
    Problem problem(HttpServletRequest request, String id) {
        return Problem.of(ProblemType.NOT_FOUND);
    }
}
