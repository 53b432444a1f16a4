package org.daicho.rest.internal.json;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;

import javax.ws.rs.core.Form;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/**
 * The types that JAX-RS itself reads and writes, as they are.
 */
final class RawTypes {

    private static final Class<?>[] TYPES = {CharSequence.class, byte[].class, InputStream.class, OutputStream.class,
            Reader.class, java.io.File.class, StreamingOutput.class, Response.class, Form.class, MultivaluedMap.class};

    private RawTypes() {
    }

    /** Tells whether a type is one of them. */
    static boolean has(Class<?> type) {
        for (Class<?> raw : TYPES) {
            if (raw.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }
}
