package org.daicho.chapter.mynumber.law;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.spi.DutySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The files that {@link LawData} is read from: those of the bundle, or a council's own of the same name in their place. So
 * a task that the law adds, or a citation that it moves, needs no new code (2-1(2)). The ledgers' choices follow, and with
 * them their definitions; a council's file therefore has a {@code revision} that counts up from 1 with each change of it.
 *
 * @param data     what the files say
 * @param revision by how much the council's files raise the revision of the definitions
 * @param problems the council's files that could not be read; the bundle's stand in for them, and that is told
 */
public record LawFiles(LawData data, int revision, List<String> problems) {

    static final String TASKS = "tasks.json";
    static final String IDENTITY = "identity.json";

    private static final Logger LOG = LoggerFactory.getLogger(LawFiles.class);
    private static final JsonMapper JSON = new JsonMapper();

    /** More revisions than the bundle's definitions will ever have, so that both count up. */
    private static final int STEP = 1000;

    /**
     * Reads the files.
     *
     * @param folder a council's own files, or {@code null}
     */
    public static LawFiles open(Path folder) {
        List<String> problems = new ArrayList<>();
        JsonNode tasks = file(folder, TASKS, own -> LawData.of(own, bundled(IDENTITY)), problems);
        JsonNode identity = file(folder, IDENTITY, own -> LawData.of(bundled(TASKS), own), problems);
        return new LawFiles(LawData.of(tasks, identity), STEP * (revision(tasks) + revision(identity)),
                List.copyOf(problems));
    }

    /** Reads a council's file where there is one that is whole, else the bundle's. */
    private static JsonNode file(Path folder, String name, Consumer<JsonNode> check, List<String> problems) {
        Path file = folder == null ? null : folder.resolve(name);
        if (file != null && Files.exists(file)) {
            try {
                JsonNode own = JSON.readTree(file.toFile());
                check.accept(own);
                if (revision(own) < 1) {
                    throw new IllegalArgumentException("revision: counts up from 1");
                }
                return own;
            } catch (IOException | IllegalArgumentException | DateTimeException e) {
                LOG.error("The file of the law's data can't be read: {}", file, e);
                problems.add(name);
            }
        }
        return bundled(name);
    }

    /** Tells of files that could not be read: nothing of the law goes unread unseen. */
    public DutySource source(Dues dues) {
        return dues.source((from, to, view) -> problems.stream()
                .map(file -> dues.duty("law:" + file, to, "duty.lawFile", file)).toList());
    }

    /**
     * Fills the choices of definitions, and counts their revisions up by the council's files where they have any.
     *
     * @param definitions JSON documents
     */
    public List<String> fill(List<String> definitions) {
        return definitions.stream().map(this::fill).toList();
    }

    private String fill(String definition) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(definition);
            boolean filled = false;
            for (JsonNode column : json.get("columns")) {
                List<String> choices = data.choices(column.path("values").asText());
                if (choices != null) {
                    ((ObjectNode) column).set("values", JSON.valueToTree(choices));
                    filled = true;
                }
            }
            return filled
                    ? json.put("revision", json.get("revision").asInt() + revision).toString()
                    : definition;
        } catch (IOException e) {
            throw new IllegalStateException("A definition is no JSON.", e);
        }
    }

    /** The bundle's own files have none: the definitions' revisions are theirs. */
    private static int revision(JsonNode file) {
        return file.path("revision").asInt();
    }

    private static JsonNode bundled(String name) {
        try (InputStream in = LawFiles.class.getResourceAsStream("/law/" + name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("The bundle's " + name + " can't be read.", e);
        }
    }
}
