package org.daicho.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.daicho.cli.backup.Staging;
import org.daicho.cli.backup.Target;
import org.daicho.cli.client.RestClient;
import org.daicho.cli.client.RunningSystem;
import org.daicho.cli.launch.DataCopy;
import org.daicho.cli.launch.DataFolder;
import org.daicho.cli.launch.Settings;
import org.daicho.cli.refusal.Refusal;
import org.daicho.cli.verify.OperatorCheck;
import org.daicho.cli.verify.Outside;
import org.daicho.cli.verify.PublicCheck;
import org.daicho.cli.verify.Report;
import org.daicho.cli.verify.StoredCheck;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code daicho verify}: recomputes every hash of a log and checks the signed checkpoint.
 */
@Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help")
final class VerifyCommand implements Callable<Integer> {

    @ArgGroup(exclusive = true)
    private Where where;

    @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "daicho.verify.checkpoint")
    private Path checkpoint;

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "daicho.verify.key")
    private String key;

    @Option(names = "--keys", paramLabel = "FILE", descriptionKey = "daicho.verify.keys")
    private Path keys;

    @Spec
    private CommandSpec spec;

    /** What to verify; the default data folder where nothing is named. */
    private static final class Where {

        @Option(names = "--data", paramLabel = "DIR", descriptionKey = "daicho.verify.data")
        private Path data;

        @Option(names = "--url", paramLabel = "URL", descriptionKey = "daicho.verify.url")
        private URI url;

        @Option(names = "--backup", paramLabel = "DIR", descriptionKey = "daicho.verify.backup")
        private Path backup;
    }

    @Override
    public Integer call() throws Exception {
        Outside outside = Outside.read(checkpoint, key);
        report(outside).print(spec.commandLine().getOut());
        return 0;
    }

    private Report report(Outside outside) throws Exception {
        if (where != null && where.url != null) {
            return new PublicCheck(remote(where.url), outside).run();
        }
        if (where != null && where.backup != null) {
            return backup(where.backup.toAbsolutePath().normalize(), outside);
        }
        Path data = RunningSystem.dataFolder(where == null ? null : where.data);
        Optional<RestClient> running = RunningSystem.find(data);
        if (running.isPresent()) {
            return new OperatorCheck(running.get()).run(new PublicCheck(running.get(), outside).run());
        }
        return stopped(data, Settings.keyFolder(System.getenv(), data), outside);
    }

    private RestClient remote(URI url) {
        if (!url.isAbsolute() || url.getHost() == null || !url.getScheme().matches("https?")) {
            throw new ParameterException(spec.commandLine(),
                    "--url は http:// か https:// で始まる番地です / --url is an address with http:// or https://: " + url);
        }
        URI base = URI.create(url.toString().replaceFirst("/+$", ""));
        return new RestClient(base, null, () -> new Refusal(base + " に接続できません。番地を確かめてください",
                "Cannot connect to " + base + "; check the address"));
    }

    private static Report stopped(Path data, Path keys, Outside outside) throws Exception {
        if (!DataFolder.hasDatabase(data)) {
            throw new Refusal("データフォルダーではありません(database がありません): " + data,
                    "This is no data folder, as it holds no database: " + data);
        }
        try (DataFolder held = DataFolder.hold(data)) {
            return new StoredCheck(outside).run(data, keys, false);
        }
    }

    /** A backup as {@code daicho backup} took it, or a copy of a stopped system's data and keys. */
    private Report backup(Path folder, Outside outside) throws Exception {
        if (DataFolder.hasDatabase(folder) && Files.isDirectory(folder.resolve("keys"))) {
            return copied(folder, outside);
        }
        Target target = Target.find(folder, keys == null ? null : keys.toAbsolutePath().normalize());
        System.err.println("daicho: 検証する控え / backup: " + target.describe());
        try (Staging staging = Staging.temporary(target)) {
            return new StoredCheck(outside).run(staging.folder(), staging.keys(), true);
        }
    }

    /** A backup may lie on what cannot be written, and Derby writes where it opens: so it opens a copy. */
    private static Report copied(Path folder, Outside outside) throws Exception {
        try (DataCopy copy = DataCopy.of(folder)) {
            return new StoredCheck(outside).run(copy.folder(), folder.resolve("keys"), true);
        } catch (IOException failure) {
            throw new Refusal("控えを読めません: " + folder + " (" + failure.getMessage() + ")",
                    "Cannot read the backup " + folder);
        }
    }
}
