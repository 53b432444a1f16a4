package org.daicho.chapter.mynumber;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The headings of the chapter's columns, for texts that speak of columns. Immutable.
 *
 * @param columns the label and type by {@code ledger/column}
 */
record Labels(Map<String, Column> columns) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A column's heading, and whether its values may tell of a person. */
    record Column(Text label, boolean telling) {
    }

    /** Reads the headings from definitions. */
    static Labels of(List<String> definitions) {
        Map<String, Column> columns = new HashMap<>();
        for (String definition : definitions) {
            try {
                JsonNode json = JSON.readTree(definition);
                json.get("columns").forEach(c -> columns.put(json.get("id").asText() + "/" + c.get("name").asText(),
                        new Column(new Text(c.at("/label/ja").asText(), c.at("/label/en").asText()),
                                List.of("text", "longtext", "person").contains(c.get("type").asText()))));
            } catch (IOException e) {
                throw new IllegalStateException("A definition is no JSON.", e);
            }
        }
        return new Labels(Map.copyOf(columns));
    }

    Column column(String ledger, String name) {
        return columns.getOrDefault(ledger + "/" + name, new Column(new Text(name, name), true));
    }

    /**
     * Makes a text with a list of something.
     *
     * @param texts the chapter's messages
     * @param key   the message, whose pattern takes the list last
     * @param list  what is listed
     * @param args  what else goes into the pattern
     */
    static Text listing(Texts texts, String key, List<Text> list, Object... args) {
        return new Text(listing(texts, key, list, args, Text::ja, "、").ja(),
                listing(texts, key, list, args, Text::en, ", ").en());
    }

    private static Text listing(Texts texts, String key, List<Text> list, Object[] args, Function<Text, String> tongue,
            String comma) {
        Object[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = list.stream().map(tongue).collect(Collectors.joining(comma));
        return texts.text(key, all);
    }
}
