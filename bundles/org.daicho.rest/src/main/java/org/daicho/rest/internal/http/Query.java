package org.daicho.rest.internal.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

import org.daicho.rest.internal.problem.Problem;

/**
 * The query parameters of a request, each known, there once and filled. Whatever else is there is refused (400).
 */
public final class Query {

    private static final int DATE_LENGTH = "2026-11-23".length();

    private final Map<String, String> values = new HashMap<>();

    private Query(MultivaluedMap<String, String> parameters) {
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String name = decode(parameter.getKey());
            if (parameter.getValue().size() != 1 || values.containsKey(name)) {
                throw Problem.malformed("query.repeated", name);
            }
            String value = decode(parameter.getValue().get(0));
            if (value.isBlank()) {
                throw Problem.malformed("query.empty", name);
            }
            values.put(name, value);
        }
    }

    /**
     * Decodes strictly: the runtime's own decoder fails at {@code %zz}, and takes bytes that are no UTF-8.
     *
     * @param encoded a percent-encoded name or value, or {@code null}
     * @return it decoded; empty for {@code null}; refused (400) where that can't be
     */
    static String decode(String encoded) {
        String given = encoded == null ? "" : encoded;
        try {
            byte[] bytes = URLDecoder.decode(given, StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Problem.malformed("query.encoding");
        }
    }

    /**
     * Reads the parameters of a resource that takes only some.
     *
     * @param uri   the request's address
     * @param known the names of the parameters that it takes
     */
    public static Query only(UriInfo uri, String... known) {
        Query query = any(uri);
        Set<String> names = Set.of(known);
        query.values.keySet().stream().filter(name -> !names.contains(name)).sorted().findFirst()
                .ifPresent(name -> {
                    throw Problem.malformed("query.unknown", name);
                });
        return query;
    }

    /**
     * Reads the parameters of a resource that looks at each itself.
     *
     * @param uri the request's address
     */
    public static Query any(UriInfo uri) {
        return new Query(uri.getQueryParameters(false));
    }

    /** Returns a parameter, or {@code null} where it is not given. */
    public String text(String name) {
        return values.get(name);
    }

    /** Returns a day, or {@code null} where it is not given. */
    public LocalDate date(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            if (value.length() == DATE_LENGTH) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException e) {
            throw Problem.malformed("query.date", name, value);
        }
        throw Problem.malformed("query.date", name, value);
    }

    /**
     * Returns a whole number.
     *
     * @param name  the parameter
     * @param least the least that is allowed
     * @param most  the most that is allowed
     * @return the number, or {@code null} where it is not given
     */
    public Integer integer(String name, int least, int most) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value.matches("[0-9]{1,10}")) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw Problem.malformed("query.integer", name, value, String.valueOf(least), String.valueOf(most));
    }

    /**
     * Returns what is left.
     *
     * @param without the parameters to leave out
     * @return the others by name
     */
    public Map<String, String> others(Set<String> without) {
        Map<String, String> others = new HashMap<>(values);
        others.keySet().removeAll(without);
        return others;
    }
}
