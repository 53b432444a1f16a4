package org.daicho.itest.outside;

import static org.daicho.itest.outside.Office.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.itest.outside.Api.Answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What every problem of the public face has in common (RFC 9457).
 */
final class Problems {

    /** An entry that is fine. */
    static final String FINE = "{\"fields\":{\"category\":\"紙媒体\",\"name\":\"議事録\",\"location\":\"" + ROOM
            + "\",\"specificPersonalInformation\":false}}";
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance", "violations");

    private Problems() {
    }

    /** Fails unless an answer is a problem of a status, and nothing more than one. */
    static JsonNode problem(int status, Answer answer) {
        answer.expect(status);
        assertEquals("application/problem+json", answer.header("Content-Type"), answer::toString);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        JsonNode problem = answer.json();
        problem.fieldNames().forEachRemaining(name -> assertTrue(MEMBERS.contains(name), name));
        assertEquals(status, problem.get("status").intValue());
        assertTrue(problem.get("type").textValue().startsWith("urn:daicho:problem:"));
        assertTrue(isJapanese(problem.get("title").textValue()), answer::toString);
        assertTrue(isJapanese(problem.get("detail").textValue()), answer::toString);
        assertFalse(answer.text().contains("org.daicho") || answer.text().contains("Exception"), answer::toString);
        return problem;
    }

    /** Tells whether a text has kana. */
    static boolean isJapanese(String text) {
        return text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x30FF);
    }

    /** Returns the names of an object's members. */
    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
