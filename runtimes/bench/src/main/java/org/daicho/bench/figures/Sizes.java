package org.daicho.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.daicho.bench.system.Disk;
import org.daicho.bench.system.Runtimes;

/**
 * What the system takes: of the memory while it runs, of the disk when it has stopped.
 */
public final class Sizes {

    private static final String BARE = "bare Jetty and Derby";

    private final Runtimes runtimes;
    private final String data;
    private final List<Figure> memory = new ArrayList<>();
    private long emptyData;
    private long emptyBare;
    private long entries;
    private long rows;

    /** Looks at the data folders of this name. */
    public Sizes(Runtimes runtimes, String data) {
        this.runtimes = runtimes;
        this.data = data;
    }

    /** Notes how large the data folders of a system are that was started and stopped with no entry. */
    public void empty(String empty) throws IOException {
        emptyData = kept(empty);
        emptyBare = kept(empty + "-bare");
    }

    /** Notes the memory at a moment. */
    public void memory(String moment, Session session) throws IOException {
        memory.add(megabytes("live heap, " + moment, Double.parseDouble(session.system().inside("heap")),
                Double.parseDouble(session.bare().inside("heap"))));
        memory.add(megabytes("resident, " + moment, session.system().resident(), session.bare().resident()));
    }

    /** Notes how much was written, while both still run. */
    public void written(Session session) throws IOException {
        entries = session.leaves();
        rows = Long.parseLong(session.bare().inside("rows"));
    }

    /** Tells of the memory. */
    public Group memoryGroup() {
        return new Group("Memory",
                """
                        *Live heap* is what is left of the Java heap after a collection; *resident* is what Linux counts for the \
                        process (VmRSS), with the heap as large as Java lets it grow by default on this machine; less is better. \
                        The baseline is the process of the bare Jetty and Derby at the same moment.""",
                memory);
    }

    /** Tells of the disk; both have stopped. */
    public Group diskGroup() throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (String runtime : List.of("minimal", "ogikubo")) {
            figures.add(megabytes("bundles and launcher of " + runtime, Disk.size(runtimes.distribution(runtime)
                    .resolve("bundles")) + Disk.size(runtimes.distribution(runtime).resolve("framework")),
                    runtimes.bareSize()));
        }
        figures.add(megabytes("data folder, no entry yet", emptyData, emptyBare));
        figures.add(new Figure(String.format(Locale.ROOT, "one of %,d entries", entries), Unit.BYTES,
                Series.of((kept(data) - emptyData) / (double) entries), "",
                String.format(Locale.ROOT, "one of %,d rows", rows),
                Series.of((kept(data + "-bare") - emptyBare) / (double) rows)));
        return new Group("Size on disk",
                """
                        The jars that run, beside those of the bare Jetty and Derby; the data folder after the first start and a \
                        clean stop, without the copy of the bundles that each start makes anew in it (as large as the bundles); \
                        and what it grew by for each entry (Derby's tables and indexes, the key store, logs), beside a row of the \
                        same columns as JSON; less is better.""",
                figures);
    }

    /** The bytes of a data folder without the framework's cache, which holds nothing that lasts. */
    private long kept(String name) throws IOException {
        Path folder = runtimes.data(name);
        Path cache = folder.resolve("framework");
        return Disk.size(folder) - (Files.exists(cache) ? Disk.size(cache) : 0);
    }

    private static Figure megabytes(String name, double ours, double bare) {
        return new Figure(name, Unit.MEGABYTES, Series.of(ours), "", BARE, Series.of(bare));
    }
}
