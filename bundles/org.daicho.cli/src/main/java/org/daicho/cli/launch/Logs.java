package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends every log to the data folder, so that standard output carries only what is meant for people: the bundles' log to
 * {@code daicho.log} (by {@code conf/logback.xml}), the framework's and the JDK's to {@code framework.0.log}.
 */
final class Logs {

    private static final int LIMIT = 5_000_000;
    private static final int FILES = 3;

    private Logs() {
    }

    static void open(Path conf, Path folder) throws IOException {
        System.setProperty("daicho.log.dir", folder.toString());
        Path logback = conf.resolve("logback.xml");
        if (Files.exists(logback)) {
            System.setProperty("logback.configurationFile", logback.toString());
        }
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
        LogManager.getLogManager().reset();
        Handler file = new FileHandler(folder.resolve("framework.%g.log").toString(), LIMIT, FILES, true);
        file.setFormatter(new SimpleFormatter());
        file.setEncoding("UTF-8");
        Logger root = Logger.getLogger("");
        root.addHandler(file);
        root.setLevel(Level.INFO);
    }

    /** The framework's own messages, which would otherwise go to standard output. */
    static final class FrameworkLog extends org.apache.felix.framework.Logger {

        private static final Logger TARGET = Logger.getLogger("org.apache.felix.framework");

        @Override
        protected void doLog(int level, String message, Throwable failure) {
            TARGET.log(switch (level) {
            case LOG_ERROR -> Level.SEVERE;
            case LOG_WARNING -> Level.WARNING;
            case LOG_INFO -> Level.INFO;
            default -> Level.FINE;
            }, message, failure);
        }
    }
}
