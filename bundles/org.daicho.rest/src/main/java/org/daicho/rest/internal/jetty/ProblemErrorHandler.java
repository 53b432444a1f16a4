package org.daicho.rest.internal.jetty;

import java.nio.ByteBuffer;
import java.util.Locale;

import org.daicho.rest.internal.json.Json;
import org.daicho.rest.internal.problem.Languages;
import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.RequestIds;
import org.daicho.rest.internal.problem.Trace;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the server itself refuses: addresses and headers that it can't parse or won't take.
 */
final class ProblemErrorHandler extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);

    private final Json json = new Json();

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int status, String message, Throwable cause,
            Callback callback) {
        String id = RequestIds.begin(request.getHeaders().get(RequestIds.HEADER));
        if (status == 500 && cause != null) {
            LOG.error("Request {} failed", id, Trace.of(cause));
        }
        HttpFields.Mutable headers = response.getHeaders();
        Locale locale = Languages.choose(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        byte[] body = json.write(Problem.of(status), locale);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        headers.put(HttpHeader.CONTENT_LANGUAGE, locale.getLanguage());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(RequestIds.HEADER, id);
        RequestIds.end();
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
