package org.daicho.itest.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One {@code ./daicho} command that ends by itself: its exit code and what it wrote.
 *
 * @param code   the exit code
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error, line by line, without notes on progress
 */
record Command(int code, String output, List<String> errors) {

    private static final int LIMIT_SECONDS = 180;

    /** Runs a command of the distribution of the runtime {@code minimal} with a text on its standard input. */
    static Command run(Path folder, String input, String... arguments) throws IOException, InterruptedException {
        return runIn(Path.of(System.getProperty("daicho.root"), "runtimes", "minimal", "target", "dist"), folder, input,
                arguments);
    }

    /** Runs a command of a distribution that lies anywhere. */
    static Command runIn(Path distribution, Path folder, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(distribution.resolve("daicho").toRealPath().toString()));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(Files.createTempFile(folder, "stdin", ".txt"), input);
        Path out = Files.createTempFile(folder, "stdout", ".txt");
        Path err = Files.createTempFile(folder, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(in.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        DaichoProcess.surround(builder, Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "ja_JP.UTF-8"));
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end: " + command);
        }
        return new Command(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readAllLines(err, StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.contains("検証しています") && !line.contains("setlocale")).toList());
    }
}
