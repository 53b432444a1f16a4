package org.daicho.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.daicho.cli.catalogue.CatalogueFolder;
import org.daicho.cli.launch.Home;
import org.daicho.cli.sdk.NewChapter;
import org.daicho.cli.sdk.Sdk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho new}: what somebody begins of their own.
 */
@Command(name = "new", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help", subcommands = NewCommand.Chapter.class)
final class NewCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Usage.missingCommand(spec);
    }

    /** {@code new chapter}. */
    @Command(name = "chapter", mixinStandardHelpOptions = true)
    static final class Chapter implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", descriptionKey = "daicho.new.name")
        private String name;

        @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "daicho.new.out")
        private Path out;

        @Option(names = "--sdk", paramLabel = "DIR", descriptionKey = "daicho.new.sdk")
        private Path sdk;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            CatalogueFolder.requireNew(Home.ofProcess().installed(), name);
            NewChapter chapter = new NewChapter(name);
            Path jar = sdk == null
                    ? chapter.writeWith(out, Sdk.at(Home.ofProcess().sdk()))
                    : chapter.writeFor(out, Sdk.at(sdk));
            spec.commandLine().getOut().println(name + ": 章のひな形を書きました。README.md を読み、次のとおりに進めてください"
                    + " / The chapter is written; read its README.md, then:");
            spec.commandLine().getOut().println("mvn -f " + out.resolve("pom.xml") + " verify");
            spec.commandLine().getOut().println("./daicho catalogue add " + jar);
            return 0;
        }
    }
}
