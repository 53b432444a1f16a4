package org.daicho.itest.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests from outside that use the ledgers pass with prism between them and the system, and prism, which knows the
 * document alone, finds nothing in their exchanges that it does not say. They run in a Java of their own, as what tests
 * share must not be shared with those that meet no proxy.
 */
@Tag("all")
class ProxyIT {

    private static final int LIMIT_MINUTES = 15;

    @Test
    void prismFindsNothingInTheExchangesOfTheTestsFromOutside(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Ddaicho.root=" + System.getProperty("daicho.root"), "-classpath",
                System.getProperty("java.class.path"), ProxiedTests.class.getName(), folder.toString())
                .redirectErrorStream(true).redirectOutput(out.toFile()).start();
        try {
            assertTrue(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES), () -> "it did not end");
        } finally {
            process.destroy();
        }
        assertEquals(0, process.exitValue(), Files.readString(out));
    }
}
