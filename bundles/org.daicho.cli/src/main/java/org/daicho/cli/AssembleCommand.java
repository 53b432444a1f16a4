package org.daicho.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.daicho.cli.assemble.Assembly;
import org.daicho.cli.assemble.CouncilFile;
import org.daicho.cli.assemble.CouncilFile.Wanted;
import org.daicho.cli.launch.Home;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code daicho assemble}: a self-contained distribution for one council.
 */
@Command(name = "assemble", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help")
final class AssembleCommand implements Callable<Integer> {

    @Option(names = "--name", paramLabel = "NAME", required = true, descriptionKey = "daicho.assemble.name")
    private String name;

    @Option(names = "--modules", paramLabel = "a,b", split = ",", descriptionKey = "daicho.assemble.modules")
    private List<String> modules;

    @Option(names = "--council", paramLabel = "FILE", descriptionKey = "daicho.assemble.council")
    private Path council;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "daicho.assemble.out")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CouncilFile file = council == null ? CouncilFile.NONE : CouncilFile.read(council);
        List<Wanted> wanted = modules == null
                ? file.modules()
                : modules.stream().map(id -> new Wanted(id.strip(), null)).toList();
        if (wanted == null) {
            throw new ParameterException(spec.commandLine(),
                    "--modules でモジュールを指定するか、協議会ファイルに modules を書いてください / Name the modules with --modules or in the council file");
        }
        Home home = Home.ofProcess();
        spec.commandLine().getErr().println("daicho: " + name + " を組み立てています / assembling " + name + " …");
        new Assembly(home.installed().root(), home.sdk(), name, file, wanted).write(out, spec.commandLine().getOut());
        return 0;
    }
}
