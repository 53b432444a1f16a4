package org.daicho.cli.refusal;

/**
 * A refusal that a person can act on. It becomes one line on standard error and exit code 1.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates a refusal.
     *
     * @param ja what is wrong and what to do, in Japanese
     * @param en the same in English
     */
    public Refusal(String ja, String en) {
        super(oneLine(ja) + " / " + oneLine(en));
    }

    /**
     * Creates a refusal with the words of another part of the system.
     *
     * @param text what is wrong and what to do, in the language that was asked for
     */
    public Refusal(String text) {
        super(oneLine(text));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
