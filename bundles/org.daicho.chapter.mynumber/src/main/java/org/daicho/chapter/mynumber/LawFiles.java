package org.daicho.chapter.mynumber;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Texts;
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
    List<DutySource> sources(Texts texts) {
        return List.of(new DutySource("2-1(2)", Receipts.LEDGER, (from, to, view) -> problems.stream()
                .map(file -> new Duty("law:" + file, Receipts.LEDGER, "2-1(2)", texts.text("duty.lawFile", file), to,
                        null))
                .toList()));
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
