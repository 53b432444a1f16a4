package org.daicho.ledger.engine.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.daicho.ledger.value.Text;

/**
 * Reads the members of a JSON object, each once, and refuses those that nobody asked for. One thread.
 */
final class JsonObject {

    private final String where;
    private final Map<String, Object> left;

    @SuppressWarnings("unchecked")
    JsonObject(String where, Object json) {
        this.where = where;
        if (!(json instanceof Map)) {
            throw new IllegalArgumentException(where + ": not an object");
        }
        left = new LinkedHashMap<>((Map<String, Object>) json);
    }

    String text(String member) {
        return require(optionalText(member), member);
    }

    String optionalText(String member) {
        return take(member, String.class);
    }

    String textOr(String member, String otherwise) {
        String value = optionalText(member);
        return value == null ? otherwise : value;
    }

    int integer(String member) {
        return require(optionalInteger(member), member);
    }

    int integerOr(String member, int otherwise) {
        Integer value = optionalInteger(member);
        return value == null ? otherwise : value;
    }

    Integer optionalInteger(String member) {
        Long value = take(member, Long.class);
        return value == null ? null : Math.toIntExact(value);
    }

    boolean flag(String member, boolean otherwise) {
        Boolean value = take(member, Boolean.class);
        return value == null ? otherwise : value;
    }

    Text label(String member) {
        return require(optionalLabel(member), member);
    }

    @SuppressWarnings("unchecked")
    Text optionalLabel(String member) {
        Map<String, Object> value = take(member, Map.class);
        return value == null ? null : DefinitionParser.label(value, where + "." + member);
    }

    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(member)) {
            if (!(item instanceof String text)) {
                throw new IllegalArgumentException(where + "." + member + ": not a text");
            }
            texts.add(text);
        }
        return texts;
    }

    <T> List<T> objects(String member, Function<JsonObject, T> read) {
        List<T> items = new ArrayList<>();
        for (Object item : list(member)) {
            items.add(read.apply(new JsonObject(where + "." + member + "[" + items.size() + "]", item)));
        }
        return items;
    }

    /** Returns the value made, once every member was read. */
    <T> T done(T value) {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(where + ": unknown member '" + left.keySet().iterator().next() + "'");
        }
        return value;
    }

    private List<?> list(String member) {
        List<?> list = take(member, List.class);
        return list == null ? List.of() : list;
    }

    private <T> T take(String member, Class<T> type) {
        Object value = left.remove(member);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(where + "." + member + ": not of type " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private <T> T require(T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException(where + ": member '" + member + "' is missing");
        }
        return value;
    }
}
