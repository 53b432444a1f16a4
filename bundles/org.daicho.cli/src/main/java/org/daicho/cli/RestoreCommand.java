package org.daicho.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.daicho.cli.backup.Restore;
import org.daicho.cli.client.RunningSystem;
import org.daicho.cli.launch.Settings;
import org.daicho.cli.verify.Outside;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho restore}: makes a system out of a backup.
 */
@Command(name = "restore", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", descriptionKey = "daicho.restore.folder")
    private Path folder;

    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "daicho.restore.data")
    private Path data;

    @Option(names = "--keys", paramLabel = "FILE", descriptionKey = "daicho.restore.keys")
    private Path keys;

    @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "daicho.restore.checkpoint")
    private Path checkpoint;

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "operator", descriptionKey = "daicho.restore.by")
    private String by;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "restore", descriptionKey = "daicho.restore.reason")
    private String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path target = RunningSystem.dataFolder(data);
        new Restore(target, Settings.keyFolder(System.getenv(), target), spec.commandLine().getOut()).run(
                folder.toAbsolutePath().normalize(), keys == null ? null : keys.toAbsolutePath().normalize(),
                Outside.read(checkpoint, null).note(), by, reason);
        return 0;
    }
}
