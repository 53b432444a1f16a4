package org.daicho.itest.subsets;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

import org.daicho.itest.outside.Api;
import org.daicho.itest.outside.DaichoProcess;
import org.daicho.itest.outside.KeptLog;

/**
 * The {@link SubsetProcess} from outside: lays out distributions and has them started.
 */
final class Launcher implements AutoCloseable {

    private static final int LIMIT_SECONDS = 60;

    private final Path folder;
    private final Path built;
    private final Path errors;
    private final Process process;
    private final BufferedReader output;
    private final PrintWriter input;
    /** Of what was started last. */
    private Path data;

    /** Starts the process; nothing is laid out yet. */
    Launcher(Path folder, Path built) throws IOException {
        this.folder = folder;
        this.built = built;
        errors = folder.resolve("stderr.txt");
        Path ours = Path.of(System.getProperty("daicho.root"), "runtimes/itest/target/test-classes");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                // Each start loads its classes anew, and none lives long enough for more than the first compiler.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djdk.util.zip.disableZip64ExtraFieldValidation=true", "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8", "-cp", built.resolve("framework/*") + File.pathSeparator + ours,
                SubsetProcess.class.getName()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DAICHO_"));
        builder.environment().put("DAICHO_ADMIN_PASSWORD", Api.ADMIN_PASSWORD);
        process = builder.start();
        output = process.inputReader(StandardCharsets.UTF_8);
        input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Makes a distribution of these jars and no others. */
    Path layOut(String name, List<Path> jars) throws IOException {
        Path distribution = Files.createDirectories(folder.resolve(name));
        for (String empty : List.of("bundles", "catalogue", "load")) {
            Files.createDirectory(distribution.resolve(empty));
        }
        Files.createSymbolicLink(distribution.resolve("conf"), built.resolve("conf"));
        for (Path jar : jars) {
            Files.createSymbolicLink(distribution.resolve("bundles").resolve(jar.getFileName()), jar);
        }
        return distribution;
    }

    /** Starts a distribution and returns its port once it is ready. */
    int start(Path distribution, Path itsData) throws IOException {
        data = itsData;
        input.println(distribution + "\t" + data);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = DaichoProcess.READY.matcher(line);
            if (ready.matches()) {
                return Integer.parseInt(ready.group(1));
            }
        }
        throw new AssertionError(distribution.getFileName() + " did not start: " + Files.readString(errors));
    }

    /** Stops what was started. */
    void stop() throws IOException {
        input.println();
        for (String line = output.readLine(); !"stopped".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new AssertionError("it did not stop: " + Files.readString(errors));
            }
            System.out.println(line); // what some library has to say when it is stopped
        }
        KeptLog.of(data);
    }

    @Override
    public void close() throws InterruptedException {
        input.close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
