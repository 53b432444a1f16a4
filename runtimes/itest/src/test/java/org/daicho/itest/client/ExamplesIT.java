package org.daicho.itest.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.daicho.itest.client.Steps.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Every example of the document is posted by somebody whom the document tells of it, and passes.
 */
class ExamplesIT {

    private static Council council;
    private static JsonNode document;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        council = new Council(folder);
        document = council.document();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        council.close();
    }

    @Test
    void everyExampleOfALedgersStepIsTaken() {
        Player player = new Player(council);
        List<Step> steps = new ArrayList<>();
        ledgers().forEach(ledger -> steps.addAll(player.steps(ledger).all()));
        // Who is no longer the manager does nothing more.
        steps.sort(Comparator.comparing(step -> step.name().equals("confirm-end")));
        assertTrue(steps.size() > 200, "examples: " + steps.size());
        List<String> refusals = new ArrayList<>();
        for (Step step : steps) {
            try {
                player.play(step);
            } catch (AssertionError refusal) {
                refusals.add(step.method() + " " + step.path() + ": " + refusal.getMessage());
            }
        }
        assertEquals("", String.join("\n", refusals));
    }

    private static Set<String> ledgers() {
        Set<String> ledgers = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(path -> {
            if (path.startsWith("/api/ledgers/") && path.endsWith("/entries")) {
                ledgers.add(path.split("/")[3]);
            }
        });
        return ledgers;
    }
}
