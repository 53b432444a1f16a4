package org.daicho.cli.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.daicho.cli.launch.Distribution;
import org.daicho.cli.launch.Home;
import org.daicho.cli.launch.RunFile;
import org.daicho.cli.launch.Settings;
import org.daicho.cli.refusal.Refusal;

/**
 * Finds the system that runs on a data folder.
 */
public final class RunningSystem {

    private RunningSystem() {
    }

    /**
     * Finds the data folder as {@code ./daicho run} does: the option, {@code DAICHO_DATA}, else beside the script.
     *
     * @param data the folder of {@code --data}, or {@code null}
     * @return the data folder
     */
    public static Path dataFolder(Path data) {
        return Settings.dataFolder(Home.ofProcess().root(), System.getenv(), data);
    }

    /**
     * Returns an operator's client of the system that runs on a data folder.
     *
     * @param data the folder of {@code --data}, or {@code null}
     * @return the client
     * @throws Refusal where no system runs there
     */
    public static RestClient client(Path data) {
        Path folder = dataFolder(data);
        return find(folder).orElseThrow(() -> notRunning(folder));
    }

    /**
     * Finds the distribution that runs on a data folder, else the one that this command was started from.
     *
     * @param data the folder of {@code --data}, or {@code null}
     * @return the distribution
     */
    public static Distribution distribution(Path data) {
        return RunFile.ofRunning(dataFolder(data)).map(run -> Distribution.at(run.distribution()))
                .orElseGet(() -> Home.ofProcess().installed());
    }

    /**
     * Looks for a running system.
     *
     * @param folder the data folder
     * @return an operator's client, or empty where no system runs there
     */
    public static Optional<RestClient> find(Path folder) {
        return RunFile.ofRunning(folder)
                .map(run -> new RestClient(address(run), run.token(), () -> notRunning(folder)));
    }

    private static Refusal notRunning(Path folder) {
        return new Refusal("システムは動いていません(データフォルダー: " + folder + ")。./daicho run で起動するか、--data で場所を指定してください",
                "No system is running on the data folder " + folder + "; start it with ./daicho run, or name another"
                        + " folder with --data");
    }

    /** Loopback, unless the system was told to listen on one other address only. */
    private static URI address(RunFile run) {
        String host = switch (run.host()) {
        case "0.0.0.0", "::", "", "localhost" -> "127.0.0.1";
        default -> run.host().contains(":") ? "[" + run.host() + "]" : run.host();
        };
        return URI.create("http://" + host + ":" + run.port());
    }
}
