package org.daicho.ledger.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * Reads the members of a JSON object, each once, and refuses those that nobody asked for. One thread.
 */
final class JsonObject {

    private final String where;
    private final Map<String, Object> left = new LinkedHashMap<>();

    JsonObject(String where, Object json) {
        this.where = where;
        if (!(json instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException(where + ": not an object");
        }
        object.forEach((member, value) -> left.put(String.valueOf(member), value));
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
        return Math.toIntExact(number(member));
    }

    int integerOr(String member, int otherwise) {
        Integer value = optionalInteger(member);
        return value == null ? otherwise : value;
    }

    Integer optionalInteger(String member) {
        Long value = optionalNumber(member);
        return value == null ? null : (Integer) Math.toIntExact(value);
    }

    long number(String member) {
        return require(optionalNumber(member), member);
    }

    private Long optionalNumber(String member) {
        Number value = take(member, Number.class);
        if (value != null && !(value instanceof Long) && !(value instanceof Integer)) {
            throw new IllegalArgumentException(where + "." + member + ": not a whole number");
        }
        return value == null ? null : (Long) value.longValue();
    }

    boolean flag(String member, boolean otherwise) {
        Boolean value = take(member, Boolean.class);
        return value == null ? otherwise : value;
    }

    Text label(String member) {
        return require(optionalLabel(member), member);
    }

    Text optionalLabel(String member) {
        Object value = left.remove(member);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> object && object.size() == 2 && object.get("ja") instanceof String ja
                && object.get("en") instanceof String en) {
            return new Text(ja, en);
        }
        throw new IllegalArgumentException(where + "." + member + ": needs ja and en");
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

    /** Returns texts and truth values, of which one alone needs no list; empty where the member is missing. */
    List<Object> alternatives(String member) {
        Object value = left.remove(member);
        List<?> given = value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
        if (value != null && given.isEmpty()
                || !given.stream().allMatch(item -> item instanceof String || item instanceof Boolean)) {
            throw new IllegalArgumentException(where + "." + member + ": needs texts, true or false");
        }
        return List.copyOf(given);
    }

    Set<Role> roles(String member) {
        Set<Role> roles = new HashSet<>();
        texts(member).forEach(name -> roles.add(constant(Role.class, member, name)));
        return roles;
    }

    <E extends Enum<E>> E constant(Class<E> type, String member, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + "." + member + ": unknown value '" + name + "'", e);
        }
    }

    <T> List<T> objects(String member, Function<JsonObject, T> read) {
        List<T> items = new ArrayList<>();
        for (Object item : list(member)) {
            items.add(read.apply(new JsonObject(where + "." + member + "[" + items.size() + "]", item)));
        }
        return items;
    }

    /** Returns an object whose short form is one of its members alone, or {@code null} where it is missing. */
    JsonObject optionalObject(String member, String shortForm) {
        Object value = left.remove(member);
        return value == null
                ? null
                : new JsonObject(where + "." + member, value instanceof Map ? value : Map.of(shortForm, value));
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

    /** Returns an object as it is; empty where it is missing. */
    Map<String, Object> values(String member) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<?, ?> object = take(member, Map.class);
        if (object != null) {
            object.forEach((name, value) -> values.put((String) name, value));
        }
        return values;
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
