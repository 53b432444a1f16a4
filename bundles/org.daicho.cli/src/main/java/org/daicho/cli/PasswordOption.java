package org.daicho.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.daicho.cli.refusal.Refusal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * A new password: typed twice at the terminal without an echo, or one line of standard input. Never an argument, which
 * every user of the machine could read.
 */
final class PasswordOption {

    @Option(names = "--password-stdin", descriptionKey = "daicho.password.stdin")
    private boolean stdin;

    @Option(names = "--must-change", descriptionKey = "daicho.password.must-change")
    private boolean mustChange;

    /** Reads the password into the body of a request. */
    void put(ObjectNode body, CommandLine line) {
        body.put("password", stdin ? fromInput() : fromTerminal(line));
        if (mustChange) {
            body.put("mustChange", true);
        }
    }

    private static String fromInput() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException failure) {
            // told below
        }
        throw new Refusal("標準入力にパスワードがありません", "There is no password on standard input");
    }

    private static String fromTerminal(CommandLine line) {
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(line, "端末がないので、--password-stdin でパスワードを渡してください"
                    + " / There is no terminal: give the password with --password-stdin");
        }
        char[] first = read(console, "新しいパスワード / new password: ");
        char[] again = read(console, "もう一度 / once more: ");
        if (!Arrays.equals(first, again)) {
            throw new Refusal("二つのパスワードが違います。もう一度お試しください", "The two passwords differ; try again");
        }
        return new String(first);
    }

    private static char[] read(Console console, String prompt) {
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw new Refusal("取り消しました", "Cancelled");
        }
        return typed;
    }
}
