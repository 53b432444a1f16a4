package org.daicho.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.daicho.cli.catalogue.ModulePreview;
import org.daicho.cli.catalogue.StoredLedgers;
import org.daicho.cli.client.RestClient;
import org.daicho.cli.client.RunningSystem;
import org.daicho.cli.launch.Settings;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho module}: the modules of a running system. Each command returns once what it asked for is done.
 */
@Command(name = "module", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help", subcommands = {
        ModuleCommand.ListModules.class, ModuleCommand.Info.class, ModuleCommand.Add.class,
        ModuleCommand.Remove.class, ModuleCommand.Update.class, ModuleCommand.Rollback.class,
        ModuleCommand.Check.class})
final class ModuleCommand implements Runnable {

    private static final String MODULES = "/api/modules";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Usage.missingCommand(spec);
    }

    /** {@code module list}. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListModules implements Callable<Integer> {

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Table table = new Table("ID", "章 / chapter", "名称 / title", "版 / version", "状態 / state");
            List<String> problems = new ArrayList<>();
            for (JsonNode module : data.client().get(MODULES)) {
                table.row(module.path("id").asText(), text(module.path("chapter")), module.path("title").asText(),
                        text(module.path("version")), state(module));
                module.path("problems")
                        .forEach(problem -> problems.add(module.path("id").asText() + ": " + problem.asText()));
            }
            table.print(spec.commandLine().getOut());
            problems.forEach(spec.commandLine().getOut()::println);
            return 0;
        }
    }

    /** {@code module info}. */
    @Command(name = "info", mixinStandardHelpOptions = true)
    static final class Info implements Callable<Integer> {

        @Parameters(paramLabel = "ID", descriptionKey = "daicho.module.id")
        private String id;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            JsonNode module = data.client().get(path(id));
            Table table = new Table("", "");
            table.row("ID", module.path("id").asText());
            table.row("名称 / title", module.path("title").asText());
            table.row("章 / chapter", text(module.path("chapter")));
            table.row("様式 / forms", join(module.path("forms")));
            table.row("版 / version", text(module.path("version")));
            table.row("前の版 / rollback", text(module.path("rollback")));
            table.row("状態 / state", state(module));
            table.row("ファイル / file", module.path("file").asText());
            table.row("SHA-256", module.path("digest").asText());
            for (JsonNode ledger : module.path("ledgers")) {
                boolean lost = ledger.path("state").asText().equals("lost");
                table.row("台帳 / ledger", ledger.path("id").asText()
                        + (lost ? " ← " + ledger.path("holder").asText() : ""));
            }
            module.path("problems").forEach(problem -> table.row("問題 / problem", problem.asText()));
            table.print(spec.commandLine().getOut());
            return 0;
        }
    }

    /** {@code module add}: returns when the module serves. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add extends Change {

        @Override
        JsonNode change(RestClient client, String path) {
            return client.put(path, null);
        }
    }

    /** {@code module remove}: returns when the module is gone. */
    @Command(name = "remove", mixinStandardHelpOptions = true)
    static final class Remove extends Change {

        @Override
        JsonNode change(RestClient client, String path) {
            client.delete(path);
            return null;
        }
    }

    /** {@code module update}: returns when the newer version serves. */
    @Command(name = "update", mixinStandardHelpOptions = true)
    static final class Update extends Change {

        @Override
        JsonNode change(RestClient client, String path) {
            return client.post(path + "/update", null);
        }
    }

    /** {@code module rollback}: returns when the version before serves. */
    @Command(name = "rollback", mixinStandardHelpOptions = true)
    static final class Rollback extends Change {

        @Override
        JsonNode change(RestClient client, String path) {
            return client.post(path + "/rollback", null);
        }
    }

    /** {@code module check}: what a jar would add, or why it would be refused, with no system running. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        @Parameters(paramLabel = "JAR", descriptionKey = "daicho.jar")
        private Path jar;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            ModulePreview preview = ModulePreview.of(RunningSystem.distribution(data.folder()), jar);
            if (data.folder() != null) {
                Path folder = RunningSystem.dataFolder(data.folder());
                new StoredLedgers(folder, Settings.keyFolder(System.getenv(), folder)).requireFits(preview.jar());
            }
            PreviewTable.print(preview, spec.commandLine().getOut());
            return 0;
        }
    }

    /** What every change has in common. */
    abstract static class Change implements Callable<Integer> {

        @Parameters(paramLabel = "ID", descriptionKey = "daicho.module.id")
        private String id;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        abstract JsonNode change(RestClient client, String path);

        @Override
        public Integer call() {
            JsonNode module = change(data.client(), path(id));
            spec.commandLine().getOut().println(module == null
                    ? id + ": 取り外しました。記録は残っています / removed; its records stay"
                    : id + " " + module.path("version").asText() + ": 動いています / is serving");
            return 0;
        }
    }

    private static String path(String id) {
        return MODULES + "/" + RestClient.segment(id);
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    private static String join(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return String.join(" ", texts);
    }

    private static String state(JsonNode module) {
        return switch (module.path("state").asText()) {
        case "active" -> module.has("update")
                ? "稼働中(" + module.path("update").asText() + " あり) / active, newer there"
                : "稼働中 / active";
        case "available" -> "追加できます / available";
        default -> "使えません / refused";
        };
    }
}
