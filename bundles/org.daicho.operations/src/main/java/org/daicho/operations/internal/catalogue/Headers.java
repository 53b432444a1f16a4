package org.daicho.operations.internal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the manifest headers of bundles: clauses with commas between, each with attributes and directives.
 */
final class Headers {

    /**
     * A clause of a header.
     *
     * @param name       its first path
     * @param parameters its attributes and directives ({@code name:}) by name, without their types
     */
    record Clause(String name, Map<String, String> parameters) {
    }

    private Headers() {
    }

    static List<Clause> parse(String header) {
        List<Clause> clauses = new ArrayList<>();
        for (String text : split(header == null ? "" : header, ',')) {
            List<String> parts = split(text, ';');
            Map<String, String> parameters = new LinkedHashMap<>();
            parts.stream().skip(1).filter(part -> part.indexOf('=') > 0).forEach(part -> {
                int at = part.indexOf('=');
                parameters.put(name(part.substring(0, at)), unquoted(part.substring(at + 1).strip()));
            });
            clauses.add(new Clause(parts.get(0), parameters));
        }
        return clauses;
    }

    /** {@code version:Version} is {@code version}; a directive, {@code effective:}, keeps its colon. */
    private static String name(String text) {
        String name = text.strip();
        int type = name.indexOf(':');
        return type < 0 || type == name.length() - 1 ? name : name.substring(0, type).strip();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == separator && !quoted) {
                add(parts, part);
            } else {
                quoted ^= c == '"';
                part.append(c);
            }
        }
        add(parts, part);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder part) {
        if (!part.toString().isBlank()) {
            parts.add(part.toString().strip());
        }
        part.setLength(0);
    }
}
