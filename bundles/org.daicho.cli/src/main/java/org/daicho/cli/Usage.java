package org.daicho.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Wrong usage that several commands have in common.
 */
final class Usage {

    private Usage() {
    }

    /** A command that is nothing without one of its subcommands. */
    static ParameterException missingCommand(CommandSpec spec) {
        String names = String.join(", ", spec.subcommands().keySet());
        return new ParameterException(spec.commandLine(),
                spec.qualifiedName() + " に続けて指定してください / Name one of: " + names);
    }
}
