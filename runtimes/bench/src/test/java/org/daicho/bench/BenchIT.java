package org.daicho.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.daicho.bench.figures.Figure;
import org.daicho.bench.figures.Group;
import org.daicho.bench.figures.Plan;
import org.daicho.bench.figures.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole benchmark on counts that say nothing about speed: that every figure is there, and beside a baseline.
 */
class BenchIT {

    private static final Plan TINY = new Plan(List.of("minimal"), List.of(2), 50, 0, 1, 50, 1);

    @TempDir
    Path folder;

    @Test
    void everyFigureStandsBesideABaselineOfItsRun() throws Exception {
        Path root = Path.of(System.getProperty("daicho.root")).toRealPath();
        Path run = folder.resolve("run");
        Report report = Bench.measure(root, run, TINY, new Progress(new PrintStream(OutputStream.nullOutputStream())));

        assertEquals(List.of("Appends through the ledger API", "Appends over REST", "Reads over REST", "Verify",
                "Start to first answer", "Hot-adding", "Memory", "Size on disk"),
                report.groups().stream().map(Group::title).toList());
        for (Group group : report.groups()) {
            assertFalse(group.figures().isEmpty(), group.title());
            for (Figure figure : group.figures()) {
                assertTrue(figure.value().lowest() > 0, figure::toString);
                assertTrue(figure.baseline().lowest() > 0, figure::toString);
            }
        }
        String text = report.text();
        assertFalse(text.contains(root.toString()) || text.contains(folder.toString()), text);
        assertFalse(Files.exists(run), "the data that was made for it");
    }
}
