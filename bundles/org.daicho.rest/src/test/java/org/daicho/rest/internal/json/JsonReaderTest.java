package org.daicho.rest.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;

import org.daicho.rest.internal.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static final InputStream BROKEN = new InputStream() {

        @Override
        public int read() throws IOException {
            throw new IOException("a broken chunk");
        }
    };

    private final JsonReader reader = new JsonReader();

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=utf-8", "Application/JSON; Charset=\"UTF-8\"",
            "application/merge-patch+json", "application/json; profile=x", "application/json;"})
    void readsJsonInUtf8(String contentType) {
        assertEquals(Map.of("a", 1L), read(contentType, null, "{\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "text/plain", "application/xml", "application/json;charset=Shift_JIS",
            "application/jsonx", "*/*", "application/json, text/plain", "application/json;charset=utf-8;charset=x"})
    void refusesAnythingElse(String contentType) {
        assertEquals(415, status(contentType, null, "{}"));
    }

    @Test
    void takesAMebibyteAndNoMore() {
        String most = "\"" + "a".repeat(JsonReader.MAX_BYTES - 10) + "\"";
        String more = "\"" + "a".repeat(JsonReader.MAX_BYTES) + "\"";
        assertEquals(Map.of("a", "a".repeat(JsonReader.MAX_BYTES - 10)),
                read("application/json", null, "{\"a\":" + most + "}"));
        assertEquals(413, status("application/json", null, "{\"a\":" + more + "}"));
    }

    @Test
    void refusesByTheDeclaredLengthWithoutReading() {
        ProblemException refusal = assertThrows(ProblemException.class,
                () -> read("application/json", "1048577", BROKEN));
        assertEquals(413, refusal.problem().status());
    }

    @Test
    void blamesAStreamThatBreaksOnTheClient() {
        ProblemException refusal = assertThrows(ProblemException.class, () -> read("application/json", null, BROKEN));
        assertEquals(400, refusal.problem().status());
    }

    @Test
    void leavesRawTypesToTheRuntime() {
        assertFalse(reader.isReadable(String.class, String.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE));
        assertFalse(reader.isReadable(InputStream.class, InputStream.class, new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE));
        assertTrue(reader.isReadable(Map.class, Map.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE));
    }

    private int status(String contentType, String length, String body) {
        return assertThrows(ProblemException.class, () -> read(contentType, length, body)).problem().status();
    }

    private Object read(String contentType, String length, String body) {
        return read(contentType, length, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private Object read(String contentType, String length, InputStream body) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle("Content-Type", contentType);
        if (length != null) {
            headers.putSingle("Content-Length", length);
        }
        return reader.readFrom(Object.class, Map.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE, headers,
                body);
    }
}
