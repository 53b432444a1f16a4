package org.daicho.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.daicho.cli.client.RestClient;
import org.daicho.cli.refusal.Refusal;
import org.daicho.cli.verify.Progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho backup}: has a running system take a backup of itself.
 */
@Command(name = "backup", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help")
final class BackupCommand implements Callable<Integer> {

    private static final String BACKUP = "/api/log/backup";
    private static final long PAUSE_MILLIS = 200;

    @Parameters(paramLabel = "DIR", descriptionKey = "daicho.backup.folder")
    private Path folder;

    @Option(names = "--keys", paramLabel = "FILE", descriptionKey = "daicho.backup.keys")
    private Path keys;

    @Option(names = "--final", descriptionKey = "daicho.backup.final")
    private boolean closes;

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        RestClient client = data.client();
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("folder", absolute(folder));
        if (keys != null) {
            order.put("keys", absolute(keys));
        }
        if (closes) {
            order.put("closes", true);
        }
        JsonNode state = client.post(BACKUP, order);
        Progress progress = new Progress("控えを取っています / taking the backup");
        while (state.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            state = client.get(BACKUP);
            progress.done(step(state.path("step").asText()), state.path("done").asLong(), state.path("total").asLong());
        }
        if (!state.path("state").asText().equals("finished")) {
            throw new Refusal(state.path("problem").asText());
        }
        report(state);
        return 0;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static String step(String step) {
        return switch (step) {
        case "waiting" -> "消去の終わりを待っています / waiting for an erasure";
        case "copying" -> "写しています(バイト)/ copying (bytes)";
        case "verifying" -> "検証しています / verifying";
        default -> "仕上げています(バイト)/ sealing (bytes)";
        };
    }

    private void report(JsonNode state) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("控え / backup: " + state.path("folder").asText());
        out.println("記録 / log: " + state.path("origin").asText());
        out.println("件数 / tree size: " + state.path("treeSize").asLong());
        out.println("ルート / root: " + state.path("root").asText());
        out.println(closes
                ? "検証しました。このシステムはもう書き込めません。停止してください / Verified. This system writes no more: stop it"
                : "検証しました / Verified");
    }
}
