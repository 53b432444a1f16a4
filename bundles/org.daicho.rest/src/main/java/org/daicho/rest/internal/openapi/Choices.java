package org.daicho.rest.internal.openapi;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Gives choices that are written in Japanese names that programs can have: generators make constants out of values, and
 * of these they make none that compile.
 */
final class Choices {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private Choices() {
    }

    /** Names the choices of every schema at or below a node ({@code x-enum-varnames}, by their position from 1). */
    static void name(Object node) {
        if (node instanceof List<?> list) {
            list.forEach(Choices::name);
        } else if (node instanceof Map<?, ?> object) {
            object.values().forEach(Choices::name);
            if (object.get("enum") instanceof List<?> values
                    && values.stream().anyMatch(value -> !NAME.matcher(String.valueOf(value)).matches())) {
                Node.cast(node).put("x-enum-varnames",
                        IntStream.rangeClosed(1, values.size()).mapToObj(i -> "CHOICE_" + i).toList());
            }
        }
    }
}
