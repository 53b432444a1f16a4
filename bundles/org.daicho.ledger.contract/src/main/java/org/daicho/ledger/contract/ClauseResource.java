package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The clauses that a chapter's bundle carries at {@code clauses/<module>.json}.
 * <p>
 * Its members: {@code module}, {@code chapter}, {@code title} (ja, en), {@code cases} (id, text, control) and
 * {@code clauses}, each with {@code id}, {@code heading}, {@code text} and {@code system} (what the system does about it,
 * ja, en). Where the scanned text was mended, {@code scan} has it as it was scanned, and {@code mended} lists what was
 * put for what ({@code scan}, {@code use}, {@code kind}). {@code corrections} has what else the correction list (正誤表)
 * says of forms and headings ({@code where}, {@code scan}, {@code use}, {@code kind}).
 * <p>
 * The procedure ends with chapter 8. A chapter from 9 on stands in a document of a ward's or a council's own, which
 * {@code document} (ja, en) names; its clauses are numbered by the chapter, {@code 9-1(2)}.
 */
final class ClauseResource {

    /** What the number of a clause goes on with after that of its chapter. */
    private static final String OWN_NUMBER = "-[1-9][0-9]*(\\([1-9][0-9]*\\))?[①-⑳※]?";

    private final String path;
    private final JsonNode json;

    private ClauseResource(String path, JsonNode json) {
        this.path = path;
        this.json = json;
    }

    static ClauseResource of(Class<?> owner, String module) {
        String path = "/clauses/" + module + ".json";
        String text = Resources.text(owner, path);
        assertNotNull(text, path + " is missing");
        JsonNode json = Resources.json(text);
        assertEquals(module, json.path("module").asText(), path + ": module");
        assertTrue(json.path("chapter").isInt(), path + ": chapter");
        return new ClauseResource(path, json);
    }

    int chapter() {
        return json.path("chapter").intValue();
    }

    /** Tells whether the chapter is one of a document of its own, and none of the procedure. */
    boolean isOwn() {
        return chapter() > Procedure.LAST_CHAPTER;
    }

    /** Tells whether the procedure has a clause, or a section of clauses, of that number, or the chapter's own document. */
    boolean hasClause(String id) {
        return Procedure.hasClause(id)
                || isOwn() && Procedure.isOrHolds(id, json.path("clauses").findValuesAsText("id"));
    }

    void assertWellFormed() {
        assertLabel(path + " title", json.path("title"));
        if (isOwn()) {
            assertLabel(path + " document", json.path("document"));
        }
        for (JsonNode one : json.path("cases")) {
            assertFalse(one.path("text").asText().isBlank(), path + ": a case has no text");
            assertLabel(path + " case " + one.path("id").asText(), one.path("control"));
        }
        for (JsonNode one : json.path("corrections")) {
            List.of("where", "scan", "use", "kind")
                    .forEach(m -> assertFalse(one.path(m).asText().isBlank(), path + ": a correction has no " + m));
        }
        Set<String> seen = new HashSet<>();
        json.path("clauses").forEach(c -> {
            assertClause(c);
            assertTrue(seen.add(c.path("id").asText()), "clause " + c.path("id") + " is there twice");
        });
        assertFalse(seen.isEmpty(), path + " has no clauses");
    }

    private void assertClause(JsonNode clause) {
        String id = clause.path("id").asText();
        if (isOwn()) {
            assertTrue(id.matches(chapter() + OWN_NUMBER), "'" + id + "' is no number of chapter " + chapter());
        } else {
            assertTrue(Procedure.hasClause(id), "the procedure has no clause '" + id + "'");
        }
        assertFalse(clause.path("heading").asText().isBlank(), id + ": heading");
        String use = clause.path("text").asText();
        assertFalse(use.isBlank(), id + ": text");
        assertLabel(id + " system", clause.path("system"));
        assertEquals(clause.has("scan"), clause.has("mended"), id + ": scan and mended go together");
        if (clause.has("scan")) {
            assertNotEquals(clause.get("scan").asText(), use, id + ": nothing was mended");
            String mended = clause.get("scan").asText();
            for (JsonNode m : clause.get("mended")) {
                mended = mended.replace(m.path("scan").asText(), m.path("use").asText());
                assertFalse(m.path("kind").asText().isBlank(), id + ": kind of the mending");
            }
            assertEquals(use, mended, id + ": the mended text must be the scanned one with what was mended");
        }
    }

    private static void assertLabel(String where, JsonNode text) {
        assertFalse(text.path("ja").asText().isBlank(), where + ": no Japanese");
        assertFalse(text.path("en").asText().isBlank(), where + ": no English");
    }
}
