package org.daicho.resolver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.daicho.ledger.value.Text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a module says of itself to people, read from its {@code clauses/*.json} and {@code definitions/*.json} without
 * running any of it.
 *
 * @param chapter the chapter, or {@code null} where it does not say
 * @param text    the chapter's title, else its first ledger's, else its id
 * @param forms   the numbers of the paper forms, ascending
 */
public record ModuleTitle(Integer chapter, Text text, List<Integer> forms) {

    /** The folders of a module's jar that hold what it says of itself. */
    static final List<String> FOLDERS = List.of("clauses/", "definitions/");

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads what a module says.
     *
     * @param id          the module's id
     * @param clauses     its clauses' documents
     * @param definitions its definitions' documents
     */
    static ModuleTitle of(String id, Collection<byte[]> clauses, Collection<byte[]> definitions) {
        List<JsonNode> ledgers = parse(definitions);
        List<JsonNode> all = new ArrayList<>(parse(clauses));
        all.addAll(ledgers);
        return new ModuleTitle(
                first(all, node -> node.path("chapter").isInt() ? node.path("chapter").intValue() : null, null),
                first(all, ModuleTitle::title, new Text(id, id)),
                ledgers.stream().map(node -> node.path("form")).filter(JsonNode::isInt).map(JsonNode::intValue)
                        .distinct().sorted().toList());
    }

    private static Text title(JsonNode document) {
        JsonNode title = document.path("title");
        return title.path("ja").isTextual() && title.path("en").isTextual()
                ? new Text(title.path("ja").textValue(), title.path("en").textValue())
                : null;
    }

    private static <T> T first(List<JsonNode> documents, Function<JsonNode, T> reader, T otherwise) {
        return documents.stream().map(reader).filter(Objects::nonNull).findFirst().orElse(otherwise);
    }

    /** A document that is no JSON is the ledger's to refuse; here it only says nothing. */
    private static List<JsonNode> parse(Collection<byte[]> documents) {
        List<JsonNode> nodes = new ArrayList<>();
        for (byte[] document : documents) {
            try {
                nodes.add(JSON.readTree(document));
            } catch (IOException e) {
                continue;
            }
        }
        return nodes;
    }
}
