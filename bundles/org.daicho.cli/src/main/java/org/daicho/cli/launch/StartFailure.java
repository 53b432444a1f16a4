package org.daicho.cli.launch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.framework.Bundle;

/**
 * Puts a bundle's failure to start into a few words.
 */
final class StartFailure {

    /** The framework's message nests: each bundle lacks one that lacks another. The last one is the cause. */
    private static final Pattern LACK = Pattern
            .compile("missing requirement \\[(\\S+) \\[\\d+\\]\\(R [\\d.]+\\)\\] ([^\\[]+?)(?=\\]| Unresolved| \\[|$)");

    /** An exception with a message, at the top or below "Caused by". */
    private static final Pattern SAID = Pattern.compile("^(?:Caused by: )?[\\w.$]+: (.+)$", Pattern.MULTILINE);

    private StartFailure() {
    }

    static String describe(Bundle bundle, Exception failure) {
        return describe(bundle.getSymbolicName(), String.valueOf(failure.getMessage()));
    }

    static String describe(String bundle, String message) {
        String cause = null;
        for (Matcher lacks = LACK.matcher(message); lacks.find();) {
            cause = lacks.group(1) + ": " + lacks.group(2).strip();
        }
        return cause == null ? bundle + ": " + message.lines().findFirst().orElse("") : cause;
    }

    /**
     * Finds what a component said when it refused to start, in the stack trace that the component runtime made of it.
     *
     * @param trace the stack trace
     * @return the first message in it
     */
    static String sentence(String trace) {
        Matcher said = SAID.matcher(trace);
        return said.find() ? said.group(1) : trace.lines().findFirst().orElse("");
    }
}
