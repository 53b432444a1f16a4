package org.daicho.cli.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The language in which a person wants to be told what is wrong.
 */
final class Language {

    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private Language() {
    }

    /**
     * Chooses between the two languages that the system speaks. The environment counts beside the JVM's locale, because
     * the latter is English where the host lacks the locale that the environment names.
     *
     * @param locale      the JVM's locale
     * @param environment the environment's variables
     * @return {@code ja} or {@code en}
     */
    static String of(Locale locale, Map<String, String> environment) {
        String named = VARIABLES.stream().map(environment::get).filter(Objects::nonNull)
                .filter(value -> !value.isEmpty() && !value.equals("POSIX") && !value.equals("C")
                        && !value.startsWith("C."))
                .findFirst().orElse(locale.getLanguage());
        return named.startsWith("ja") ? "ja" : "en";
    }
}
