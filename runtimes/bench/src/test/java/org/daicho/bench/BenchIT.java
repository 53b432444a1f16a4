package org.daicho.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.daicho.bench.figures.Appends;
import org.daicho.bench.figures.Figure;
import org.daicho.bench.figures.Group;
import org.daicho.bench.figures.Plan;
import org.daicho.bench.figures.Progress;
import org.daicho.bench.figures.Reads;
import org.daicho.bench.figures.Session;
import org.daicho.bench.system.Runtimes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The benchmark on counts that say nothing about speed: that every figure is there, and beside a baseline. The ordinary
 * test measures one started system; {@code ./daicho test --all} the whole, with its many starts.
 */
class BenchIT {

    private static final Progress SILENT = new Progress(new PrintStream(OutputStream.nullOutputStream()));
    private static final Plan TINY = new Plan(List.of("minimal"), List.of(2), 50, 0, 1, 50, 1);

    @TempDir
    Path folder;

    @Test
    void writingAndReadingStandBesideABaselineOfTheirRun() throws Exception {
        Runtimes runtimes = new Runtimes(root(), folder.resolve("run"));
        try (Session session = Session.open(runtimes, TINY.main(), "load")) {
            Appends appends = new Appends(TINY, session, SILENT);
            for (Group group : List.of(appends.ledger(), appends.rest(), new Reads(TINY, session, SILENT).group())) {
                assertMeasured(group);
            }
        }
    }

    @Tag("all")
    @Test
    void everyFigureStandsBesideABaselineOfItsRun() throws Exception {
        Path root = root();
        Path run = folder.resolve("run");
        Report report = Bench.measure(root, run, TINY, SILENT);

        assertEquals(List.of("Appends through the ledger API", "Appends over REST", "Reads over REST", "Verify",
                "Start to first answer", "Hot-adding", "Memory", "Size on disk"),
                report.groups().stream().map(Group::title).toList());
        report.groups().forEach(BenchIT::assertMeasured);
        String text = report.text();
        assertFalse(text.contains(root.toString()) || text.contains(folder.toString()), text);
        assertFalse(Files.exists(run), "the data that was made for it");
    }

    private static Path root() throws IOException {
        return Path.of(System.getProperty("daicho.root")).toRealPath();
    }

    private static void assertMeasured(Group group) {
        assertFalse(group.figures().isEmpty(), group.title());
        for (Figure figure : group.figures()) {
            assertTrue(figure.value().lowest() > 0, figure::toString);
            assertTrue(figure.baseline().lowest() > 0, figure::toString);
        }
    }
}
