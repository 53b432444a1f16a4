package org.daicho.cli.verify;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells on standard error how far a long verification is; a short one ends before the first line.
 */
public final class Progress {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(3);

    private final String what;
    private final LongSupplier nanos;
    private long last;

    Progress() {
        this("検証しています / verifying");
    }

    /**
     * Makes a progress.
     *
     * @param what what is being done, in both languages
     */
    public Progress(String what) {
        this(what, System::nanoTime);
    }

    Progress(LongSupplier nanos) {
        this("検証しています / verifying", nanos);
    }

    private Progress(String what, LongSupplier nanos) {
        this.what = what;
        this.nanos = nanos;
        last = nanos.getAsLong();
    }

    /**
     * Takes how much is done.
     *
     * @param done how many
     * @param size of how many; negative where that is not known
     */
    public void done(long done, long size) {
        done(what, done, size);
    }

    /**
     * Takes how much of a step is done.
     *
     * @param step the step, in both languages
     * @param done how many
     * @param size of how many; 0 or negative where that is not known
     */
    public void done(String step, long done, long size) {
        long now = nanos.getAsLong();
        if (now - last >= PAUSE && done != size) {
            last = now;
            System.err.printf("daicho: %s … %,d%s%n", step, done,
                    size <= 0 ? "" : String.format(" / %,d", size));
        }
    }
}
