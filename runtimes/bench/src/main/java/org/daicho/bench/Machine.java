package org.daicho.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.daicho.bench.system.Disk;

/**
 * What the figures were taken on; no names of hosts, users or folders.
 */
final class Machine {

    private static final double GIBI = 1L << 30;
    private static final long PROBE_MILLIS = 1000;

    private Machine() {
    }

    /** Describes it, a line for each part; tries the disk for a second. */
    static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Processor: " + value("/proc/cpuinfo", "model name") + ", " + Runtime.getRuntime().availableProcessors()
                        + " cores for this process");
        lines.add(String.format(Locale.ROOT, "Memory: %.0f GiB",
                Double.parseDouble(value("/proc/meminfo", "MemTotal").split(" ")[0]) * 1024 / GIBI));
        lines.add("Java: " + property("java.vm.name") + " " + property("java.runtime.version") + ", "
                + ManagementFactory.getGarbageCollectorMXBeans().get(0).getName());
        lines.add("System: " + value("/etc/os-release", "PRETTY_NAME").replace("\"", "") + ", " + property("os.name")
                + " " + property("os.version") + " " + property("os.arch"));
        lines.add(String.format(Locale.ROOT, "Disk: %s, %,.0f forced writes of 4 KiB a second",
                Files.getFileStore(folder).type(), Disk.forced(folder.resolve("forced"), PROBE_MILLIS)));
        lines.add(String.format(Locale.ROOT, "Load average before the run: %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return lines;
    }

    private static String property(String name) {
        return System.getProperty(name);
    }

    /** The value of the first line that begins with a name; files of this kind have {@code :} or {@code =}. */
    private static String value(String file, String name) throws IOException {
        if (Files.notExists(Path.of(file))) {
            return "unknown";
        }
        return Files.readAllLines(Path.of(file)).stream().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> line.replaceFirst("^[^:=]*[:=]\\s*", "")).orElse("unknown");
    }
}
