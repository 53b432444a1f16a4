package org.daicho.rest.internal.http;

import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemType;
import org.daicho.rest.internal.problem.Trace;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletErrorPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what servlets refuse or fail at, in every context, before a container writes a page of its own about it.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
@HttpWhiteboardServletErrorPage(errorPage = {"4xx", "5xx", "java.lang.Throwable"})
public class ErrorPage extends ProblemServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    @Override
    Problem problem(HttpServletRequest request, String id) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            LOG.error("Request {} failed", id, Trace.of(fault));
            return Problem.fault(id);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Problem.of(status instanceof Integer code && code >= 400 ? code : ProblemType.INTERNAL.status());
    }
}
