package org.daicho.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.daicho.cli.launch.Home;
import org.daicho.cli.sdk.Sdk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho sdk}: what a chapter outside the checkout is built with.
 */
@Command(name = "sdk", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help")
final class SdkCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", descriptionKey = "daicho.sdk.folder")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Sdk written = Sdk.at(Home.ofProcess().sdk()).write(folder);
        spec.commandLine().getOut().println("SDK を書きました / The SDK is written: " + written.root());
        return 0;
    }
}
