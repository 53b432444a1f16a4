package org.daicho.access.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import javax.ws.rs.ClientErrorException;
import javax.ws.rs.core.Response;

import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The members of a JSON object that was handed in; gathers what is wrong with them, so that one answer names it all. One
 * use, one thread.
 */
final class Members {

    private static final int MOST_BYTES = 65_536;

    /** {@link LocalDate#parse} also takes years that no ledger does, which would leave an account half made. */
    private static final Pattern DATE = Pattern.compile("(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Map<?, ?> members;
    private final List<Violation> violations = new ArrayList<>();

    /** Takes an object; members other than the known ones are wrong. */
    Members(Map<?, ?> members, Set<String> known) {
        this.members = members;
        members.keySet().stream().map(String::valueOf).filter(name -> !known.contains(name))
                .forEach(name -> wrong(name, "member.unknown"));
    }

    /** Reads a request's body, which must be an object. */
    static Members read(InputStream body, Set<String> known) {
        if (parse(body) instanceof Map<?, ?> object) {
            return new Members(object, known);
        }
        throw Messages.refused(LedgerException.Kind.MALFORMED, "json.object");
    }

    /** Reads JSON of any kind. */
    static Object parse(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return JSON.readValue(bytes, Object.class);
        } catch (JsonProcessingException e) {
            throw Messages.refused(LedgerException.Kind.MALFORMED, "json.form");
        } catch (IOException e) {
            throw Messages.refused(LedgerException.Kind.MALFORMED, "json.cut");
        }
    }

    /** Tells whether a member is there and not {@code null}. */
    boolean has(String name) {
        return members.get(name) != null;
    }

    Object value(String name) {
        return members.get(name);
    }

    /** Returns a text, stripped; {@code null} where it is absent or wrong. */
    String text(String name) {
        String text = is(name, String.class, "member.text");
        if (text != null && text.isBlank()) {
            wrong(name, "member.blank");
            return null;
        }
        if (text != null && text.codePoints().anyMatch(Members::isNoCharacter)) {
            wrong(name, "member.character");
            return null;
        }
        return text == null ? null : text.strip();
    }

    /** A control character, a surrogate alone, or a code that Unicode keeps from being a character. */
    private static boolean isNoCharacter(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE
                || c >= 0xFDD0 && c <= 0xFDEF;
    }

    /** Returns a text as it is, spaces and all; {@code null} where it is absent or wrong. */
    String verbatim(String name) {
        return is(name, String.class, "member.text");
    }

    Boolean flag(String name) {
        return is(name, Boolean.class, "member.boolean");
    }

    LocalDate date(String name) {
        return parsed(name, Members::day, "member.date");
    }

    private static LocalDate day(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new DateTimeException(text);
        }
        return LocalDate.parse(text);
    }

    OffsetDateTime dateTime(String name) {
        return parsed(name, OffsetDateTime::parse, "member.datetime");
    }

    private <T> T parsed(String name, Function<String, T> parser, String message) {
        String text = is(name, String.class, message);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            wrong(name, message);
            return null;
        }
    }

    private <T> T is(String name, Class<T> type, String message) {
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            wrong(name, message);
            return null;
        }
        return type.cast(value);
    }

    /** Notes what is missing among members that must be there. */
    void require(String... names) {
        for (String name : names) {
            if (!has(name)) {
                wrong(name, "member.missing");
            }
        }
    }

    void wrong(String name, String key, Object... args) {
        wrong(new Violation(name, null, Messages.text(key, args)));
    }

    void wrong(String name, Text text) {
        wrong(new Violation(name, null, text));
    }

    void wrong(Violation violation) {
        violations.add(violation);
    }

    List<Violation> violations() {
        return violations;
    }

    /** Refuses where anything is wrong. */
    void done() {
        if (!violations.isEmpty()) {
            throw Messages.invalid(violations);
        }
    }
}
