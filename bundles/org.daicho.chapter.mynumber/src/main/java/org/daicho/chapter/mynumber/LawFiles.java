package org.daicho.chapter.mynumber;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The files that {@link LawData} is read from: those of the bundle, or a council's own of the same name in their place. So
 * a task that the law adds, or a citation that it moves, needs no new code (2-1(2)). The ledgers' choices follow, and with
 * them their definitions; a council's file therefore has a {@code revision} that counts up from 1 with each change of it.
 *
 * @param data     what the files say
 * @param revision by how much the council's files raise the revision of the definitions
 * @param problems the council's files that could not be read; the bundle's stand in for them, and that is told
 */
record LawFiles(LawData data, int revision, List<String> problems) {

    static final String TASKS = "tasks.json";
    static final String IDENTITY = "identity.json";

    private static final Logger LOG = LoggerFactory.getLogger(LawFiles.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern REVISION = Pattern.compile("\"revision\": (\\d+)");

    /** More revisions than the bundle's definitions will ever have, so that both count up. */
    private static final int STEP = 1000;

    /**
     * Reads the files.
     *
     * @param folder a council's own files, or {@code null}
     */
    static LawFiles open(Path folder) {
        JsonNode tasks = bundled(TASKS);
        JsonNode identity = bundled(IDENTITY);
        int revision = 0;
        List<String> problems = new ArrayList<>();
        for (String name : folder == null ? List.<String>of() : List.of(TASKS, IDENTITY)) {
            Path file = folder.resolve(name);
            try {
                if (Files.exists(file)) {
                    JsonNode own = JSON.readTree(file.toFile());
                    LawData.of(name.equals(TASKS) ? own : tasks, name.equals(IDENTITY) ? own : identity);
                    revision += revision(own) * STEP;
                    tasks = name.equals(TASKS) ? own : tasks;
                    identity = name.equals(IDENTITY) ? own : identity;
                }
            } catch (IOException | IllegalArgumentException | DateTimeException e) {
                LOG.error("The file of the law's data can't be read: {}", file, e);
                problems.add(name);
            }
        }
        return new LawFiles(LawData.of(tasks, identity), revision, List.copyOf(problems));
    }

    /**
     * Fills the choices of a definition, and counts its revision up by the council's files where it has any.
     *
     * @param definition a definition's JSON
     */
    String fill(String definition) {
        String filled = data.fill(definition);
        return filled.equals(definition)
                ? definition
                : REVISION.matcher(filled)
                        .replaceFirst(r -> "\"revision\": " + (Integer.parseInt(r.group(1)) + revision));
    }

    private static int revision(JsonNode file) {
        int revision = LawData.required(file, "revision").asInt();
        if (revision < 1) {
            throw new IllegalArgumentException("revision: counts up from 1");
        }
        return revision;
    }

    private static JsonNode bundled(String name) {
        try (InputStream in = LawFiles.class.getResourceAsStream("/law/" + name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("The bundle's " + name + " can't be read.", e);
        }
    }
}
