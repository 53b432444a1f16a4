package org.daicho.cli;

import org.daicho.cli.launch.StopHook;
import org.daicho.cli.refusal.Refusal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line's entry. Exit codes: 0 success, 1 a refusal with one line on standard error, 2 wrong usage.
 */
@Command(name = "daicho", subcommands = {RunCommand.class, AssembleCommand.class, ModuleCommand.class,
        CatalogueCommand.class,
        UserCommand.class,
        TokenCommand.class,
        VerifyCommand.class, BackupCommand.class,
        RestoreCommand.class, SdkCommand.class,
        NewCommand.class}, mixinStandardHelpOptions = true, version = "Daicho 0.1.0", resourceBundle = "org.daicho.cli.Help")
public final class Daicho implements Runnable {

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        int code = commandLine().execute(args);
        StopHook.exiting();
        System.exit(code);
    }

    /**
     * Returns the command line with its exit codes and its way to tell of a refusal.
     *
     * @return a new command line
     */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Daicho());
        line.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println("daicho: " + describe(failure));
            return 1;
        });
        line.setUsageHelpLongOptionsMaxWidth(28);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "コマンドを指定してください / Name a command");
    }

    private static String describe(Exception failure) {
        if (failure instanceof Refusal) {
            return failure.getMessage();
        }
        return "思いがけない失敗です / An unexpected failure: " + failure;
    }
}
