package org.daicho.cli.launch;

import java.nio.file.Path;
import java.util.Map;

import org.daicho.cli.refusal.Refusal;

/**
 * The settings of one start. Lowest first: the built-in default, {@code conf/*.json}, the environment, the command line.
 *
 * @param distribution what is started
 * @param port         the port, 0 for a free one
 * @param host         the address to listen on
 * @param data         the data folder
 * @param keys         the folder of the key files
 */
public record Settings(Distribution distribution, int port, String host, Path data, Path keys) {

    /** The highest port there is. */
    public static final int MAX_PORT = 65535;

    static final String HTTP_PID = "org.apache.felix.http";
    static final String PORT_KEY = "org.osgi.service.http.port";
    static final String HOST_KEY = "org.apache.felix.http.host";

    private static final String DEFAULT_PORT = "8181";
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Puts the settings together.
     *
     * @param distribution what is started
     * @param home         the folder of the script; the default data folder lies in it
     * @param environment  the environment's variables
     * @param port         the port from the command line, or {@code null}
     * @param data         the data folder from the command line, or {@code null}
     * @return the settings
     * @throws Refusal where one of them makes no sense
     */
    public static Settings read(Distribution distribution, Path home, Map<String, String> environment, Integer port,
            Path data) {
        Configuration configuration = distribution.configuration();
        String text = configuration.text(HTTP_PID, PORT_KEY, DEFAULT_PORT);
        text = port != null ? port.toString() : given(environment, "DAICHO_PORT", text);
        Path folder = dataFolder(home, environment, data);
        String host = configuration.text(HTTP_PID, HOST_KEY, LOOPBACK);
        return new Settings(distribution, port(text), host, folder, keyFolder(environment, folder));
    }

    /**
     * Finds the data folder.
     *
     * @param home        the folder of the script; the default data folder lies in it
     * @param environment the environment's variables
     * @param data        the data folder from the command line, or {@code null}
     * @return the folder, absolute; it may not be there
     */
    public static Path dataFolder(Path home, Map<String, String> environment, Path data) {
        Path folder = data != null ? data : Path.of(given(environment, "DAICHO_DATA", home.resolve("data").toString()));
        return folder.toAbsolutePath().normalize();
    }

    /**
     * Finds the folder of the key files.
     *
     * @param environment the environment's variables
     * @param data        the data folder
     * @return the folder, absolute; it may not be there
     */
    public static Path keyFolder(Map<String, String> environment, Path data) {
        Path folder = Path.of(given(environment, "DAICHO_KEYS", data.resolve("keys").toString()));
        return folder.toAbsolutePath().normalize();
    }

    private static String given(Map<String, String> environment, String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as for a number out of range
        }
        throw new Refusal("ポートは 0 から 65535 までの数です: " + text, "The port is a number from 0 to 65535: " + text);
    }
}
