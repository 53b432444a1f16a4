package org.daicho.cli.launch;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stops the runtime on SIGTERM and Ctrl-C, and then ends with exit code 0: the JVM's own end after a signal would be
 * 143 or 130, which a service manager takes for a failure.
 */
public final class StopHook {

    private static final AtomicBoolean EXITING = new AtomicBoolean();

    private StopHook() {
    }

    static void install(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!EXITING.get()) {
                stop.run();
                System.out.flush();
                Runtime.getRuntime().halt(0);
            }
        }, "daicho-stop"));
    }

    /** Tells that the process ends by itself, with an exit code of its own. */
    public static void exiting() {
        EXITING.set(true);
    }
}
