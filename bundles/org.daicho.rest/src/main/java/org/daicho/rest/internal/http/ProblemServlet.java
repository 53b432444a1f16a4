package org.daicho.rest.internal.http;

import java.io.IOException;
import java.util.Locale;

import javax.servlet.DispatcherType;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.rest.internal.json.Json;
import org.daicho.rest.internal.problem.Languages;
import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemType;
import org.daicho.rest.internal.problem.RequestIds;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletErrorPage;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what nothing else answers, and what servlets refuse, with a problem. It exposes nothing: whatever the address
 * and the method, all it says is the status.
 */
@Component(service = Servlet.class, property = "service.ranking:Integer=-2147483648")
@HttpWhiteboardServletPattern("/")
@HttpWhiteboardServletErrorPage(errorPage = {"4xx", "5xx", "java.lang.Throwable"})
public class ProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ProblemServlet.class);

    private final transient Json json = new Json();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = RequestIds.begin(request.getHeader(RequestIds.HEADER));
        try {
            Problem problem = problem(request, id);
            Locale locale = Languages.choose(request.getHeader("Accept-Language"));
            byte[] body = json.write(problem, locale);
            response.setStatus(problem.status());
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader("Content-Language", locale.getLanguage());
            response.setHeader("Vary", "Accept-Language");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(RequestIds.HEADER, id);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } finally {
            RequestIds.end();
        }
    }

    private static Problem problem(HttpServletRequest request, String id) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return Problem.of(ProblemType.NOT_FOUND);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (fault instanceof Throwable thrown) {
            LOG.error("Request {} failed", id, thrown);
            return Problem.fault(id);
        }
        return Problem.of(status instanceof Integer code && code >= 400 ? code : ProblemType.INTERNAL.status());
    }
}
