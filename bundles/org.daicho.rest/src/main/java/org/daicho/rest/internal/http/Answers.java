package org.daicho.rest.internal.http;

import java.io.IOException;
import java.util.Locale;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.rest.internal.json.Json;
import org.daicho.rest.internal.problem.Languages;
import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.RequestIds;

/**
 * Writes problems outside of JAX-RS.
 */
final class Answers {

    private static final Json JSON = new Json();

    private Answers() {
    }

    /**
     * Answers with a problem.
     *
     * @param request  the request
     * @param response its answer, nothing of which is on its way yet
     * @param problem  what is wrong
     * @throws IOException where the client is gone
     */
    static void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Locale locale = Languages.choose(request.getHeader("Accept-Language"));
        byte[] body = JSON.write(problem, locale);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Content-Language", locale.getLanguage());
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(RequestIds.HEADER, RequestIds.current());
        if (hasContent(request)) {
            response.setHeader("Connection", "close");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /**
     * Nobody has read the content, and the server hangs up where it has not come in yet: the client has to know, or its
     * next request fails (RFC 9112, 9.6).
     */
    private static boolean hasContent(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
