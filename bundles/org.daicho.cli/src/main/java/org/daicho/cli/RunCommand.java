package org.daicho.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.daicho.cli.launch.DaichoRuntime;
import org.daicho.cli.launch.Home;
import org.daicho.cli.launch.Settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho run}: starts a runtime in this process and stays until it is stopped.
 */
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help")
final class RunCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "daicho.run.name")
    private String name;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "daicho.run.port")
    private Integer port;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "daicho.run.data")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (port != null && (port < 0 || port > Settings.MAX_PORT)) {
            throw new ParameterException(spec.commandLine(),
                    "--port は 0 から 65535 までです / --port goes from 0 to 65535: " + port);
        }
        Home home = Home.ofProcess();
        Settings settings = Settings.read(home.distribution(name), home.root(), System.getenv(), port, data);
        try (DaichoRuntime runtime = DaichoRuntime.launch(settings)) {
            runtime.awaitReady();
            System.out.println(runtime.readyLine());
            runtime.awaitStop();
        }
        return 0;
    }
}
