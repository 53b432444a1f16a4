package org.daicho.rest.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.regex.Pattern;

import javax.ws.rs.Consumes;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;
import org.daicho.rest.internal.problem.ProblemType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsMediaType;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * Reads JSON bodies of at most {@value #MAX_BYTES} bytes for every application.
 */
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Component(service = MessageBodyReader.class, property = {"daicho.rest=json", "service.ranking:Integer=1000"})
@JaxrsExtension
@JaxrsName("daicho.rest.reader")
@JaxrsMediaType(MediaType.APPLICATION_JSON)
@JaxrsApplicationSelect("(osgi.jaxrs.name=*)")
public class JsonReader implements MessageBodyReader<Object> {

    /** The size of the largest body. */
    static final int MAX_BYTES = 1 << 20;

    /** JSON in UTF-8 (RFC 8259, 8.1), or a type built on it; other parameters say nothing. */
    private static final Pattern JSON = Pattern.compile("application/([\\w.!#$&^-]+\\+)?json"
            + "(\\s*;\\s*(charset=\"?utf-8\"?|(?!charset)[\\w.-]+=[^;]*))*\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

    private final Json json = new Json();

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return !RawTypes.has(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) {
        if (!isJson(headers.getFirst(HttpHeaders.CONTENT_TYPE))) {
            throw new ProblemException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        if (declared(headers) > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] bytes = bytes(body);
        if (bytes.length > MAX_BYTES) {
            throw tooLarge();
        }
        return json.read(bytes, genericType == null ? type : genericType);
    }

    /** The runtime takes a header that is no media type for any type, so this one looks itself. */
    private static boolean isJson(String contentType) {
        return contentType != null && JSON.matcher(contentType.trim()).matches();
    }

    /** What fails here is the client's: a broken chunk, or a connection that ended. */
    private static byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw Problem.malformed("json.unreadable");
        }
    }

    private static long declared(MultivaluedMap<String, String> headers) {
        String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(ProblemType.TOO_LARGE, Problem.text("too-large.body", MAX_BYTES)));
    }
}
