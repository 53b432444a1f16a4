package org.daicho.chapter.incidents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.daicho.ledger.value.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The legal duties as data: those of the bundle, and those of a council's folder, which replace them by id and day of
 * effect. A changed law is a new file. Immutable.
 *
 * @param duties   the duties by id, each by its day of effect
 * @param problems the files that could not be read; they are told, as nothing of the law may go unseen
 */
record LawBook(Map<String, TreeMap<LocalDate, LegalDuty>> duties, List<String> problems) {

    private static final Logger LOG = LoggerFactory.getLogger(LawBook.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> BUNDLED = List.of("appi.json", "mynumber.json");
    private static final Set<String> KINDS = Set.of("prompt", "final", "notice");
    private static final Set<String> FLAGS = Set.of("personalInformation", "specificPersonalInformation", "sensitive",
            "financialRisk", "improperPurpose", "exposedToPublic");

    /**
     * Reads the files.
     *
     * @param folder a council's own files, or {@code null}
     */
    static LawBook open(Path folder) {
        LawBook book = new LawBook(new LinkedHashMap<>(), new ArrayList<>());
        for (String name : BUNDLED) {
            try (InputStream in = LawBook.class.getResourceAsStream("/law/" + name)) {
                book.add(JSON.readTree(in));
            } catch (IOException e) {
                throw new IllegalStateException("The bundle's " + name + " can't be read.", e);
            }
        }
        if (folder != null) {
            book.read(folder);
        }
        return book;
    }

    private void read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                read(file, file.getFileName().toString());
            }
        } catch (IOException e) {
            LOG.error("The folder of legal duties can't be read: {}", folder, e);
            problems.add(folder.getFileName().toString());
        }
    }

    private void read(Path file, String name) {
        try {
            add(JSON.readTree(file.toFile()));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.error("The file of legal duties can't be read: {}", file, e);
            problems.add(name);
        }
    }

    /** Takes a file, whole or not at all. */
    private void add(JsonNode file) {
        List<LegalDuty> read = new ArrayList<>();
        for (JsonNode duty : required(file, "obligations")) {
            read.add(duty(file, duty));
        }
        read.forEach(d -> duties.computeIfAbsent(d.id(), id -> new TreeMap<>()).put(d.effectiveFrom(), d));
    }

    private static LegalDuty duty(JsonNode file, JsonNode duty) {
        List<LegalDuty.Case> cases = new ArrayList<>();
        for (JsonNode one : required(duty, "when")) {
            List<String> flags = new ArrayList<>();
            required(one, "flags").forEach(f -> flags.add(of(f.asText(), FLAGS)));
            cases.add(new LegalDuty.Case(flags, one.has("personsOver") ? one.get("personsOver").asLong() : null));
        }
        Map<String, Integer> daysWhen = new HashMap<>();
        duty.path("daysWhen").fields().forEachRemaining(e -> daysWhen.put(of(e.getKey(), FLAGS), days(e.getValue())));
        return new LegalDuty(required(duty, "id").asText(), of(required(duty, "kind").asText(), KINDS),
                text(required(file, "law")), required(duty, "article").asText(),
                LocalDate.parse(required(duty, "effectiveFrom").asText()), cases, days(required(duty, "days")),
                daysWhen,
                text(required(duty, "title")), required(file, "source").asText());
    }

    private static Text text(JsonNode json) {
        return new Text(required(json, "ja").asText(), required(json, "en").asText());
    }

    private static int days(JsonNode days) {
        if (!days.isInt() || days.asInt() < 1) {
            throw new IllegalArgumentException("days: not a number of days");
        }
        return days.asInt();
    }

    private static String of(String value, Collection<String> known) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException("unknown value '" + value + "'");
        }
        return value;
    }

    private static JsonNode required(JsonNode json, String member) {
        if (!json.hasNonNull(member)) {
            throw new IllegalArgumentException("member '" + member + "' is missing");
        }
        return json.get(member);
    }

    /** Returns the duties as they apply on a day. */
    List<LegalDuty> on(LocalDate day) {
        return duties.values().stream().map(versions -> versions.floorEntry(day)).filter(e -> e != null)
                .map(Map.Entry::getValue).sorted(Comparator.comparing(LegalDuty::id)).toList();
    }
}
