package org.daicho.cli;

import java.nio.file.Path;

import org.daicho.cli.client.RestClient;
import org.daicho.cli.client.RunningSystem;

import picocli.CommandLine.Option;

/**
 * The option {@code --data} of the commands that talk to a running system.
 */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "daicho.data")
    private Path data;

    /** Returns the folder that was named, or {@code null}. */
    Path folder() {
        return data;
    }

    /** Returns an operator's client of the system that runs on the folder. */
    RestClient client() {
        return RunningSystem.client(data);
    }
}
