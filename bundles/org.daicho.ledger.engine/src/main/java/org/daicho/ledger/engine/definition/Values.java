package org.daicho.ledger.engine.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.LockState;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;

/**
 * Turns a value as it was handed in into the value as it is kept, or says what is wrong with it.
 */
public final class Values {

    private static final long LARGEST = (1L << 53) - 1;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern CABINET = Pattern.compile("[1-9]\\d{0,2}");
    private static final Set<String> CHECKS = Stream.of(LockState.values()).map(LockState::id)
            .collect(Collectors.toUnmodifiableSet());

    private final Function<String, Optional<Person>> persons;
    private final BiFunction<Column, String, Optional<Person>> newcomers;

    /** Reads values, where a person is one who is registered. */
    Values(Function<String, Optional<Person>> persons) {
        this(persons, (column, name) -> Optional.empty());
    }

    /**
     * Reads values.
     *
     * @param persons   finds a person by account name or id
     * @param newcomers takes what a column was handed in as the name of somebody yet unknown, if it may be one
     */
    Values(Function<String, Optional<Person>> persons, BiFunction<Column, String, Optional<Person>> newcomers) {
        this.persons = persons;
        this.newcomers = newcomers;
    }

    /** What a value came to: the value to keep ({@code null} for an empty one), or what is wrong. */
    record Result(Object value, Text wrong) {
    }

    /** Reads a value of a column; {@code before} is what the column held, or {@code null}. */
    Result read(Column column, Object value, Object before) {
        if (value == null) {
            return new Result(null, null);
        }
        return switch (column.type()) {
        case TEXT -> text(column, value, false);
        case LONGTEXT -> text(column, value, true);
        case CHOICE -> choice(column, value);
        case BOOLEAN -> value instanceof Boolean ? kept(value) : wrong("value.boolean");
        case INTEGER -> integer(value);
        case DATE -> date(value);
        case TIME -> time(value);
        case DATETIME -> dateTime(value);
        case PERSON -> person(column, value, before);
        case CHECKS -> checks(value);
        };
    }

    /** Returns how a person is kept. */
    static Map<String, Object> person(Person person) {
        Map<String, Object> value = new TreeMap<>();
        value.put("id", person.id());
        value.put("name", person.name());
        return value;
    }

    /** Returns how a time is kept: in Asia/Tokyo, with its seconds also where they are zero. */
    public static String dateTime(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .format(time.atZoneSameInstant(LedgerClock.ZONE).toOffsetDateTime());
    }

    private static Result text(Column column, Object value, boolean lines) {
        if (!(value instanceof String raw)) {
            return wrong("value.text");
        }
        String text = raw.strip();
        if (text.isEmpty()) {
            return kept(null);
        }
        boolean control = text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t'))
                        || Character.getType(c) == Character.SURROGATE || c == 0x2028 || c == 0x2029);
        if (control) {
            return wrong(lines ? "value.control" : "value.line");
        }
        int length = text.codePointCount(0, text.length());
        return length > column.maxLength() ? wrong("value.length", column.maxLength(), length) : kept(text);
    }

    private static Result choice(Column column, Object value) {
        return value instanceof String text && column.values().contains(text)
                ? kept(text)
                : wrong("value.choice", String.join("、", column.values()), String.join(", ", column.values()));
    }

    private static Result integer(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return Math.abs(number) <= LARGEST ? kept(number) : wrong("value.large");
        }
        return wrong("value.integer");
    }

    private static Result date(Object value) {
        try {
            LocalDate date = value instanceof String text ? LocalDate.parse(text, DATE) : null;
            return date != null && inRange(date.getYear()) ? kept(date.toString()) : wrong("value.date");
        } catch (DateTimeParseException e) {
            return wrong("value.date");
        }
    }

    private static Result time(Object value) {
        try {
            return value instanceof String text ? kept(LocalTime.parse(text, TIME).toString()) : wrong("value.time");
        } catch (DateTimeParseException e) {
            return wrong("value.time");
        }
    }

    private static Result dateTime(Object value) {
        try {
            OffsetDateTime time = value instanceof String text ? OffsetDateTime.parse(text) : null;
            return time != null && inRange(time.getYear()) ? kept(dateTime(time)) : wrong("value.datetime");
        } catch (DateTimeException e) {
            return wrong("value.datetime");
        }
    }

    private static boolean inRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private Result person(Column column, Object value, Object before) {
        Object id = value instanceof Map<?, ?> map ? map.get("id") : value;
        if (!(id instanceof String text) || text.isBlank()) {
            return value instanceof String ? kept(null) : wrong("value.person");
        }
        Optional<Person> person = persons.apply(text);
        Object idBefore = before instanceof Map<?, ?> map ? map.get("id") : null;
        if (idBefore != null && Objects.equals(idBefore, person.map(Person::id).orElse(text))) {
            return kept(before);
        }
        return person.or(() -> value == id ? newcomers.apply(column, text.strip()) : Optional.empty())
                .map(p -> kept(person(p))).orElseGet(() -> wrong("value.person"));
    }

    private static Result checks(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return wrong("value.checks");
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        for (Map.Entry<?, ?> check : map.entrySet()) {
            if (!CABINET.matcher(String.valueOf(check.getKey())).matches()
                    || !(check.getValue() instanceof String state) || !CHECKS.contains(state)) {
                return wrong("value.checks");
            }
            kept.put((String) check.getKey(), state);
        }
        return kept(kept.isEmpty() ? null : kept);
    }

    private static Result kept(Object value) {
        return new Result(value, null);
    }

    private static Result wrong(String key, Object... args) {
        return new Result(null, Messages.text(key, args));
    }
}
