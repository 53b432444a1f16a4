package org.daicho.rest.internal.json;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;

import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyWriter;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsMediaType;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * Writes JSON bodies for every application, in the language that {@code Content-Language} says. A body is complete
 * before its status goes out, so that a fault on the way still becomes an answer of its own.
 */
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
@Component(service = MessageBodyWriter.class, property = {"daicho.rest=json", "service.ranking:Integer=1000"})
@JaxrsExtension
@JaxrsName("daicho.rest.writer")
@JaxrsMediaType(MediaType.APPLICATION_JSON)
@JaxrsApplicationSelect("(osgi.jaxrs.name=*)")
public class JsonWriter implements MessageBodyWriter<Object> {

    private final Json json = new Json();

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return !RawTypes.has(type);
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
        Object language = headers.getFirst(HttpHeaders.CONTENT_LANGUAGE);
        body.write(json.write(value, language == null
                ? Locale.JAPANESE
                : Locale.forLanguageTag(language.toString())));
    }
}
