package org.daicho.chapter.council.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The table clause → module → where to see it that README shows, made of what the chapters' bundles in the checkout say
 * about themselves.
 */
final class ClauseTable {

    /** The lines of README between which the table stands. */
    static final String BEGIN = "<!-- clauses -->";
    static final String END = "<!-- /clauses -->";

    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> books;
    private final List<JsonNode> definitions;

    /** Reads the chapters of a checkout. */
    ClauseTable(Path bundles) {
        books = resources(bundles, "clauses");
        definitions = resources(bundles, "definitions");
    }

    private static List<JsonNode> resources(Path bundles, String folder) {
        try (Stream<Path> all = Files.list(bundles)) {
            return all.filter(b -> b.getFileName().toString().startsWith("org.daicho.chapter.")).sorted()
                    .map(b -> b.resolve("src/main/resources").resolve(folder)).filter(Files::isDirectory)
                    .flatMap(ClauseTable::files).map(ClauseTable::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the clauses that a module there sees to and whose wording no book has. */
    Set<String> unworded() {
        Set<String> modules = books.stream().map(b -> b.path("module").asText()).collect(Collectors.toSet());
        Set<String> worded = books.stream().flatMap(b -> stream(b.path("clauses"))).map(c -> c.path("id").asText())
                .collect(Collectors.toSet());
        return Procedure.modulesByClause().entrySet().stream()
                .filter(c -> modules.contains(c.getValue().get(0)) && !worded.contains(c.getKey()))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the table as Markdown, each clause of the procedure once. */
    String markdown() {
        StringBuilder table = new StringBuilder("| clause | module | where to see it |\n| --- | --- | --- |\n");
        Procedure.modulesByClause().forEach((clause, modules) -> table.append("| ").append(clause).append(" | ")
                .append(String.join(", ", modules)).append(" | ").append(where(clause)).append(" |\n"));
        return table.toString();
    }

    private String where(String clause) {
        String ledgers = definitions.stream().filter(d -> serves(d, clause))
                .map(d -> d.path("title").path("ja").asText() + " `" + d.path("id").asText() + "`")
                .collect(Collectors.joining(", "));
        return ledgers.isEmpty() ? "clause board `/api/council/clauses`" : ledgers;
    }

    private static boolean serves(JsonNode definition, String clause) {
        return stream(definition.path("clauses")).map(JsonNode::asText).anyMatch(clause::equals)
                || clause.equals(definition.path("monthlyCheck").asText())
                || clause.equals(definition.path("inspection").asText());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
