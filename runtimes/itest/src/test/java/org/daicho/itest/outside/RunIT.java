package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./daicho run} as a process: how it starts, refuses and stops.
 */
@ExtendWith(SharedOffice.class)
class RunIT {

    @TempDir
    static Path folder;

    private static DaichoProcess ogikubo;
    private static Path itsData;

    @BeforeAll
    static void enter(DaichoProcess shared, Path its) {
        ogikubo = shared;
        itsData = its;
    }

    @Test
    void theReadyLineNamesTheRuntimeAndCountsItsChapters() {
        assertEquals("ogikubo", ogikubo.name());
        assertTrue(ogikubo.modules() > 0);
    }

    @Test
    void healthAnswersAsJson() throws Exception {
        var answer = ogikubo.get("/system/health");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() throws Exception {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().filter(any -> !any.isLoopbackAddress()).toList()) {
                try (Socket socket = new Socket()) {
                    InetSocketAddress there = new InetSocketAddress(address, ogikubo.port());
                    assertThrows(IOException.class, () -> socket.connect(there, 2000));
                }
            }
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", ogikubo.port()));
        }
    }

    @Test
    void aSecondProcessOnTheSameDataIsRefusedInOneLine() throws Exception {
        assertRefused(1, Map.of(), "run", "--port", "0", "--data", itsData.toString());
    }

    @Test
    void aPortInUseIsRefusedInOneLine() throws Exception {
        assertRefused(1, Map.of(), "run", "--port", Integer.toString(ogikubo.port()), "--data",
                folder.resolve("other").toString());
    }

    @Test
    void aRuntimeThatIsNotThereIsRefusedByName() throws Exception {
        List<String> errors = assertRefused(1, Map.of(), "run", "nowhere");
        assertTrue(errors.get(0).contains("nowhere"));
    }

    @Test
    void wrongUsageEndsWithTwo() throws Exception {
        for (String[] wrong : new String[][]{{"run", "--port", "many"}, {"run", "--port", "70000"}, {"fly"}, {}}) {
            try (DaichoProcess process = DaichoProcess.start("ogikubo", folder, Map.of(), wrong)) {
                assertEquals(2, process.exitCode(), String.join(" ", wrong));
            }
        }
    }

    @Test
    void aTermSignalStopsItCleanly() throws Exception {
        Path data = folder.resolve("term");
        try (DaichoProcess process = DaichoProcess.run("minimal", data)) {
            assertEquals("minimal", process.name());
            int port = process.port();
            assertEquals(0, process.terminate());
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port));
        }
        try (DaichoProcess again = DaichoProcess.run("minimal", data)) {
            assertEquals(200, again.get("/system/health").statusCode());
        }
    }

    @Test
    void theCommandLineGoesAboveTheEnvironment() throws Exception {
        int port = freePort();
        Map<String, String> environment = Map.of("DAICHO_PORT", "1", "DAICHO_DATA", folder.resolve("env").toString(),
                "DAICHO_ADMIN_PASSWORD", "itest-Admin-2026");
        try (DaichoProcess process = DaichoProcess.start("minimal", folder, environment, "run", "--port",
                Integer.toString(port))) {
            process.awaitReady();
            assertEquals(port, process.port());
            assertTrue(Files.exists(folder.resolve("env").resolve("lock")));
        }
    }

    @Test
    void theEnvironmentGoesAboveTheConfigurationFiles() throws Exception {
        int port = freePort();
        Map<String, String> environment = Map.of("DAICHO_PORT", Integer.toString(port), "DAICHO_DATA",
                folder.resolve("env-port").toString(), "DAICHO_ADMIN_PASSWORD", "itest-Admin-2026");
        try (DaichoProcess process = DaichoProcess.start("minimal", folder, environment, "run")) {
            process.awaitReady();
            assertEquals(port, process.port());
        }
    }

    @Test
    void everyCommandHelpsWithExitCodeZero() throws Exception {
        for (String[] help : Set.of(new String[]{"--help"}, new String[]{"run", "--help"})) {
            try (DaichoProcess process = DaichoProcess.start("ogikubo", folder, Map.of(), help)) {
                assertEquals(0, process.exitCode());
            }
        }
    }

    private static List<String> assertRefused(int code, Map<String, String> environment, String... arguments)
            throws Exception {
        try (DaichoProcess process = DaichoProcess.start("ogikubo", folder, environment, arguments)) {
            assertEquals(code, process.exitCode());
            assertEquals(1, process.errors().size(), process.errors()::toString);
            return process.errors();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
