package org.daicho.itest.outside;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * JSON as RFC 8785 writes it, of the values that entries have: no fractions.
 */
final class Jcs {

    private Jcs() {
    }

    static byte[] write(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            value.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
            String comma = "{";
            out.append(members.isEmpty() ? "{" : "");
            for (var member : members.entrySet()) {
                out.append(comma);
                text(member.getKey(), out);
                out.append(':');
                write(member.getValue(), out);
                comma = ",";
            }
            out.append('}');
        } else if (value.isArray()) {
            String comma = "";
            out.append('[');
            for (JsonNode item : value) {
                out.append(comma);
                write(item, out);
                comma = ",";
            }
            out.append(']');
        } else if (value.isTextual()) {
            text(value.textValue(), out);
        } else if (value.isIntegralNumber() || value.isBoolean() || value.isNull()) {
            out.append(value.asText());
        } else {
            throw new AssertionError("not a value of an entry: " + value);
        }
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }
}
