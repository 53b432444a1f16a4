package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.daicho.ledger.form.DefinitionReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

@DisplayName("The schema of definitions")
class DefinitionSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern REVISION = Pattern.compile("\"revision\": *[0-9]");
    private static final Pattern FILLED = Pattern.compile("\"values\": *\"@");
    private static final List<Path> SOURCES = List.of(Path.of(".."), Path.of("..", "..", "cnf", "template"));

    @Test
    @DisplayName("is fulfilled by each definition that this repository has, and each is read")
    void everyDefinitionFits() throws IOException {
        List<Path> files = definitions();
        assertTrue(files.size() > 50, () -> "too few: " + files);
        assertAll(files.stream().map(file -> () -> {
            Map<String, Object> definition = json(Files.readString(file));
            assertEquals(Set.of(), DefinitionSchema.faults(definition), file.toString());
            assertNotNull(DefinitionReader.read(definition), file.toString());
        }));
    }

    @Test
    @DisplayName("knows all that the reader reads, and where the schema lies")
    void everythingIsKnown() throws IOException {
        assertEquals(Set.of(), DefinitionSchema.faults(everything()));
        assertNotNull(DefinitionReader.read(everything()));
    }

    @Test
    @DisplayName("refuses an unknown member everywhere, as the reader does")
    void unknownMembersAreRefused() throws IOException {
        spoil((object, name) -> object.put("unknown", "x"));
    }

    @Test
    @DisplayName("refuses a value of another type everywhere, as the reader does")
    void otherTypesAreRefused() throws IOException {
        spoil((object, name) -> object.put(name, 7.5));
    }

    @Test
    @DisplayName("refuses what is missing, as the reader does")
    void missingMembersAreRefused() throws IOException {
        for (String path : List.of("id", "module", "chapter", "revision", "title", "period", "actions")) {
            assertRefused("without " + path, definition -> definition.remove(path));
        }
        for (String list : List.of("columns", "states", "actions", "sections", "grants")) {
            for (String member : List.of("name", "label", "type", "column", "value", "title", "role", "person")) {
                if (first(everything(), list).containsKey(member)) {
                    assertRefused(list + " without " + member, definition -> first(definition, list).remove(member));
                }
            }
        }
    }

    @Test
    @DisplayName("refuses a condition on a column of a type that it does not fit, as the reader does")
    void misplacedConditionsAreRefused() throws IOException {
        Map<String, Object> conditions = Map.of("min", 1, "max", 1, "notAfter", "today", "notBefore", "from", "must",
                true, "other", "who", "requiredWhen", "count", "refersTo", "assets.inventory", "registers",
                "access.persons");
        for (String condition : conditions.keySet()) {
            assertRefused(condition,
                    definition -> first(definition, "columns").put(condition, conditions.get(condition)));
        }
        assertRefused("a choice without values", definition -> first(definition, "columns").remove("values"));
    }

    /** Spoils each member of each object by itself. */
    private static void spoil(Spoiler spoiler) throws IOException {
        int count = members(everything(), new ArrayList<>()).size();
        assertTrue(count > 100, "members: " + count);
        for (int i = 0; i < count; i++) {
            int number = i;
            Member member = members(everything(), new ArrayList<>()).get(number);
            assertRefused(member.toString(), definition -> {
                Member same = members(definition, new ArrayList<>()).get(number);
                spoiler.spoil(same.object(), same.name());
            });
        }
    }

    private static void assertRefused(String what, Consumer<Map<String, Object>> change) throws IOException {
        Map<String, Object> spoilt = everything();
        change.accept(spoilt);
        assertFalse(DefinitionSchema.faults(spoilt).isEmpty(), what + ": allowed by the schema");
        assertThrows(RuntimeException.class, () -> DefinitionReader.read(spoilt), what + ": read");
    }

    @SuppressWarnings("unchecked")
    private static List<Member> members(Object node, List<Member> found) {
        if (node instanceof Map<?, ?> object) {
            object.forEach((name, value) -> {
                found.add(new Member((Map<String, Object>) object, (String) name));
                members(value, found);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> members(item, found));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Map<String, Object> definition, String list) {
        return ((List<Map<String, Object>>) definition.get(list)).get(0);
    }

    /** Returns the files of definitions; what a module fills in first, its own tests hold against the schema. */
    private static List<Path> definitions() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path source : SOURCES) {
            try (Stream<Path> files = Files.find(source, 20, (file, is) -> is.isRegularFile()
                    && file.toString().matches(".*/src/(main|test)/resources/.*\\.json"))) {
                for (Path file : files.sorted().toList()) {
                    String text = Files.readString(file);
                    if (REVISION.matcher(text).find() && !FILLED.matcher(text).find()) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    private static Map<String, Object> everything() throws IOException {
        return json(Resources.text(DefinitionSchemaTest.class, "/definitions/test.everything.json"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) throws IOException {
        return MAPPER.readValue(text, Map.class);
    }

    /** A member of an object of the definition. */
    private record Member(Map<String, Object> object, String name) {
    }

    /** Makes a member wrong. */
    @FunctionalInterface
    private interface Spoiler {

        void spoil(Map<String, Object> object, String name);
    }
}
