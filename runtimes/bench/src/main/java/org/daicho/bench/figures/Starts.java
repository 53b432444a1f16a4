package org.daicho.bench.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.daicho.bench.system.Disk;
import org.daicho.bench.system.HttpConnection;
import org.daicho.bench.system.Runtimes;
import org.daicho.bench.system.ServerProcess;

/**
 * Starts, and a module that is added instead.
 */
public final class Starts {

    private static final String BARE = "bare Jetty and Derby";
    private static final String MODULE = "/api/modules/council";
    private static final String ITS_OWN = "/api/council/clauses";

    private final Plan plan;
    private final Runtimes runtimes;
    private final Progress progress;
    private Series restart;

    /** Measures runtimes. */
    public Starts(Plan plan, Runtimes runtimes, Progress progress) {
        this.plan = plan;
        this.runtimes = runtimes;
        this.progress = progress;
    }

    /** One start, and the stop after it. */
    @FunctionalInterface
    private interface Start {

        ServerProcess start() throws IOException;
    }

    /**
     * Starts runtimes.
     *
     * @param full the name of the data folders with many entries
     */
    public Group starts(String full) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (String runtime : plan.runtimes()) {
            figures.add(fresh(runtime));
            Figure again = again(runtime + ", again", runtime, runtime + "-start");
            figures.add(again);
            restart = again.value();
        }
        figures.add(again(plan.main() + ", with the entries of this run", plan.main(), full));
        return new Group("Start to first answer",
                """
                        From the command `./daicho run` to the first answer over HTTP; less is better. *On an empty folder* the \
                        database, its keys and the log are made first; *again* opens what is there. `ogikubo` has every chapter, \
                        `minimal` one. The baseline is a Java with the bare Jetty and Derby, started likewise on its own data.""",
                figures);
    }

    private Figure fresh(String runtime) throws IOException {
        return figure(runtime + ", on an empty folder", runtime, () -> {
            Disk.delete(runtimes.data(runtime + "-start"));
            return runtimes.start(runtime, runtime + "-start");
        }, () -> {
            Disk.delete(runtimes.data(runtime + "-start-bare"));
            return runtimes.startBare(runtime + "-start-bare");
        });
    }

    private Figure again(String name, String runtime, String data) throws IOException {
        return figure(name, runtime, () -> runtimes.start(runtime, data), () -> runtimes.startBare(data + "-bare"));
    }

    private Figure figure(String name, String runtime, Start system, Start bare) throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < plan.starts(); i++) {
            progress.next(runtime + " の起動 " + (i + 1) + "/" + plan.starts(),
                    "start of " + name + " " + (i + 1) + "/" + plan.starts());
            ours.add(nanos(system));
            theirs.add(nanos(bare));
        }
        return new Figure(name, Unit.SECONDS, new Series(ours), "", BARE, new Series(theirs));
    }

    private static double nanos(Start start) throws IOException {
        try (ServerProcess started = start.start()) {
            return started.startNanos();
        }
    }

    /** Adds a module to {@code minimal} and takes it out again; {@link #starts} came before. */
    public Group hotAdd() throws IOException {
        List<Double> added = new ArrayList<>();
        List<Double> removed = new ArrayList<>();
        try (ServerProcess system = runtimes.start("minimal", "minimal-start");
                HttpConnection connection = system.connect()) {
            String operator = Session.operator(runtimes.data("minimal-start"));
            byte[] ask = HttpConnection.request("GET", ITS_OWN, Session.staff(system, operator), null);
            for (int i = 0; i < 1 + plan.starts(); i++) {
                progress.next("モジュールの追加", "adding a module");
                connection.expect(404, ask);
                long begin = System.nanoTime();
                connection.expect(200, HttpConnection.request("PUT", MODULE, operator, null));
                connection.expect(200, ask);
                long end = System.nanoTime();
                connection.expect(204, HttpConnection.request("DELETE", MODULE, operator, null));
                if (i > 0) {
                    added.add((double) end - begin);
                    removed.add((double) System.nanoTime() - end);
                }
            }
        }
        return new Group("Hot-adding",
                """
                        The chapter `council` added to a running `minimal`: from the `PUT` to the first answer of its own resource; \
                        and taken out again; less is better. Each is an entry of the log, so it is durable. The baseline is what \
                        it would take otherwise: the restart of `minimal`, as above.""",
                List.of(hot("add, until the first answer", added), hot("remove", removed)));
    }

    private Figure hot(String name, List<Double> nanos) {
        return new Figure(name, Unit.MILLIS, new Series(nanos), "", "a restart", restart);
    }
}
