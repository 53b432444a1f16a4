package org.daicho.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.daicho.bench.figures.Appends;
import org.daicho.bench.figures.Group;
import org.daicho.bench.figures.Plan;
import org.daicho.bench.figures.Progress;
import org.daicho.bench.figures.Reads;
import org.daicho.bench.figures.Session;
import org.daicho.bench.figures.Sizes;
import org.daicho.bench.figures.Starts;
import org.daicho.bench.figures.Verifies;
import org.daicho.bench.system.Disk;
import org.daicho.bench.system.Runtimes;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./daicho bench}: exit codes as of every command, 0 success, 1 a failure with one line, 2 wrong usage.
 */
@Command(name = "daicho bench", mixinStandardHelpOptions = true, version = "Daicho 0.1.0", resourceBundle = "org.daicho.bench.Help")
public final class Bench implements Callable<Integer> {

    private static final String DATA = "load";

    @Option(names = "--quick", descriptionKey = "quick")
    private boolean quick;

    /**
     * Runs the command and ends the process.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println("daicho: 測定に失敗しました / The benchmark failed: " + failure);
            return 1;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path root = Path.of(System.getProperty("daicho.root"));
        Path folder = root.resolve("runtimes/bench/target/run");
        Report report = measure(root, folder, quick ? Plan.QUICK : Plan.FULL, new Progress(System.err));
        System.out.println(report.text());
        if (!quick) {
            Path file = root.resolve("cnf/reports/" + report.day() + "-bench.md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, report.text());
            System.err.println("daicho: 書きました / written: " + root.relativize(file));
        }
        return 0;
    }

    /**
     * Measures everything.
     *
     * @param root     the checkout, its runtimes built
     * @param folder   for data; emptied before and after
     * @param plan     how long
     * @param progress hears of each step
     * @return the table
     */
    static Report measure(Path root, Path folder, Plan plan, Progress progress) throws Exception {
        Disk.delete(folder);
        Runtimes runtimes = new Runtimes(root, folder);
        List<String> machine = Machine.lines(folder);
        Sizes sizes = new Sizes(runtimes, DATA);
        progress.next("空のデータの大きさ", "the size of empty data");
        Session.open(runtimes, plan.main(), "empty").close();
        sizes.empty("empty");
        List<Group> groups = new ArrayList<>();
        try (Session session = Session.open(runtimes, plan.main(), DATA)) {
            sizes.memory("after the start", session);
            Appends appends = new Appends(plan, session, progress);
            groups.add(appends.ledger());
            groups.add(appends.rest());
            groups.add(new Reads(plan, session, progress).group());
            groups.add(new Verifies(plan, session, progress).group());
            sizes.memory("after all of the above", session);
            sizes.written(session);
        }
        Group disk = sizes.diskGroup(); // before anything is started again on these data
        Starts starts = new Starts(plan, runtimes, progress);
        groups.add(starts.starts(DATA));
        groups.add(starts.hotAdd());
        groups.add(sizes.memoryGroup());
        groups.add(disk);
        Disk.delete(folder);
        return new Report(LocalDate.now(ZoneId.of("Asia/Tokyo")), System.getProperty("daicho.commit", "unknown"), plan,
                machine, groups);
    }
}
