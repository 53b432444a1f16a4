package org.daicho.bench.figures;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells what is being measured just now.
 */
public final class Progress {

    private final PrintStream out;
    private final long begin = System.nanoTime();

    /** Tells it to a stream. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Tells what comes next, in Japanese and in English. */
    public void next(String japanese, String english) {
        Duration passed = Duration.ofNanos(System.nanoTime() - begin);
        out.printf("daicho: %d:%02d %s / %s …%n", passed.toMinutes(), passed.toSecondsPart(), japanese, english);
    }
}
