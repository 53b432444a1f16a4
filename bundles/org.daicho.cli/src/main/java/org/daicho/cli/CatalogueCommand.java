package org.daicho.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.daicho.cli.catalogue.CatalogueFolder;
import org.daicho.cli.catalogue.ModulePreview;
import org.daicho.cli.client.RunningSystem;
import org.daicho.cli.launch.Distribution;
import org.daicho.resolver.ModuleJar;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho catalogue}: the modules that can be added to a system, and what is put among them.
 */
@Command(name = "catalogue", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help", subcommands = {
        CatalogueCommand.ListModules.class, CatalogueCommand.Add.class})
final class CatalogueCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Usage.missingCommand(spec);
    }

    /** {@code catalogue list}. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListModules implements Callable<Integer> {

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Table table = new Table("ID", "版 / version", "名称 / title", "ファイル / file", "SHA-256");
            for (ModuleJar module : CatalogueFolder.of(RunningSystem.distribution(data.folder())).modules()) {
                table.row(module.id(), module.version().toString(), module.title().text().ja(),
                        module.path().getFileName().toString(), module.digest());
            }
            table.print(spec.commandLine().getOut());
            return 0;
        }
    }

    /** {@code catalogue add}. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Parameters(paramLabel = "JAR", descriptionKey = "daicho.jar")
        private Path jar;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Distribution distribution = RunningSystem.distribution(data.folder());
            ModulePreview preview = ModulePreview.of(distribution, jar);
            CatalogueFolder.of(distribution).add(preview.jar());
            PreviewTable.print(preview, spec.commandLine().getOut());
            spec.commandLine().getOut()
                    .println("カタログに入れました。動いているシステムに加えるには / It is in the catalogue; to add it to a running system:");
            spec.commandLine().getOut().println("./daicho module add " + preview.jar().id());
            return 0;
        }
    }
}
