package org.daicho.itest.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a system logged while a test used it, kept beside the report of the test: the system's data folder goes with the
 * test, and a failure is read from the log.
 */
public final class KeptLog {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private KeptLog() {
    }

    /**
     * Keeps the log of a system that has ended, as {@code TEST-daicho-N.log}; where it never logged, nothing.
     *
     * @param data its data folder
     */
    public static void of(Path data) {
        Path log = data.resolve("log").resolve("daicho.log");
        if (!Files.exists(log)) {
            return;
        }
        Path reports = Path.of(System.getProperty("daicho.root"), "runtimes/itest/target/failsafe-reports");
        try {
            Files.copy(log, Files.createDirectories(reports).resolve(test() + "-daicho-" + COUNT.incrementAndGet()
                    + ".log"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the test class from which this is called; of a system that several share, the id of the process. */
    private static String test() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .map(name -> name.replaceAll("\\$.*", "")).filter(name -> name.endsWith("IT")).findFirst())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .orElse("shared-" + ProcessHandle.current().pid());
    }
}
