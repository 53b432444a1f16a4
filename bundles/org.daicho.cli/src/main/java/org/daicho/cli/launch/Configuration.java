package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.daicho.cli.refusal.Refusal;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The configurations of {@code conf/*.json} (OSGi Configurator format, comments allowed) as one document. Files count in
 * the order of their names: a later one replaces single keys of an earlier one.
 */
public final class Configuration {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private final ObjectNode pids;

    private Configuration(ObjectNode pids) {
        this.pids = pids;
    }

    /**
     * Reads a folder.
     *
     * @param folder the folder with the JSON files
     * @return what they say together
     * @throws Refusal naming the file that cannot be read
     */
    static Configuration read(Path folder) {
        Configuration all = new Configuration(JsonNodeFactory.instance.objectNode());
        for (Path file : files(folder)) {
            try {
                all.merge(MAPPER.readTree(file.toFile()));
            } catch (IOException | ClassCastException failure) {
                throw new Refusal("設定ファイルの書式が正しくありません: " + file + ": " + failure.getMessage(),
                        "This configuration file is not valid: " + file);
            }
        }
        return all;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException failure) {
            throw new Refusal("設定フォルダーを読めません: " + failure, "Cannot read the configuration: " + failure);
        }
    }

    private void merge(JsonNode document) {
        for (Map.Entry<String, JsonNode> pid : ((ObjectNode) document).properties()) {
            if (!pid.getKey().startsWith(":configurator:")) {
                for (Map.Entry<String, JsonNode> value : ((ObjectNode) pid.getValue()).properties()) {
                    put(pids.withObjectProperty(pid.getKey()), value.getKey(), value.getValue());
                }
            }
        }
    }

    private static void put(ObjectNode pid, String key, JsonNode value) {
        String plain = plain(key);
        for (Iterator<String> names = pid.fieldNames(); names.hasNext();) {
            if (plain(names.next()).equals(plain)) {
                names.remove();
            }
        }
        pid.set(key, value);
    }

    /** The key without its type: {@code port:Integer} is the same setting as {@code port}. */
    private static String plain(String key) {
        int colon = key.indexOf(':', 1);
        return colon < 0 ? key : key.substring(0, colon);
    }

    /**
     * Returns a value as text.
     *
     * @param pid       the configuration's PID
     * @param key       the key, without a type
     * @param otherwise what to return where it is not set
     * @return the value
     */
    String text(String pid, String key, String otherwise) {
        return properties(pid).getOrDefault(key, otherwise);
    }

    /**
     * Returns a configuration's values as framework properties. Arrays become lists with commas.
     *
     * @param pid the configuration's PID
     * @return the values by their keys, without types
     */
    Map<String, String> properties(String pid) {
        Map<String, String> properties = new TreeMap<>();
        for (Map.Entry<String, JsonNode> value : pids.path(pid).properties()) {
            List<String> texts = new ArrayList<>();
            (value.getValue().isArray() ? value.getValue() : List.of(value.getValue()))
                    .forEach(element -> texts.add(element.asText()));
            properties.put(plain(value.getKey()), String.join(",", texts));
        }
        return properties;
    }

    /**
     * Returns a copy without one configuration.
     *
     * @param pid the configuration's PID
     * @return the copy
     */
    Configuration without(String pid) {
        ObjectNode copy = pids.deepCopy();
        copy.remove(pid);
        return new Configuration(copy);
    }

    /**
     * Returns the document that the Configurator takes as its initial one.
     *
     * @return JSON
     */
    String toJson() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put(":configurator:resource-version", 1);
        document.put(":configurator:symbolic-name", "org.daicho.conf");
        document.put(":configurator:version", "1.0.0");
        document.setAll(pids);
        return document.toString();
    }
}
