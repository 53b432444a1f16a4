package org.daicho.rest.internal.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile (C2SP tlog-tiles): {@code L/N[.p/W]}, or {@code entries/N[.p/W]}; N in groups of three digits,
 * all but the last after an {@code x}.
 *
 * @param entries whether it is a bundle of entries
 * @param level   the level, 0 to 63; 0 for a bundle
 * @param index   the index
 * @param width   1 to 256
 */
record TilePath(boolean entries, int level, long index, int width) {

    /** The width of a full tile. */
    static final int FULL = 256;

    private static final int MAX_LEVEL = 63;

    /** At most six groups, which a long holds; no group but the only one is 000 at the front. */
    private static final Pattern PATH = Pattern.compile(
            "(?<level>entries|0|[1-9][0-9]?)/(?<index>(?!x000/)(?:x[0-9]{3}/){0,5}[0-9]{3})"
                    + "(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    /**
     * Reads an address.
     *
     * @param path the address below {@code tile/}
     * @return the tile, or empty where the address is none
     */
    static Optional<TilePath> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean entries = matcher.group("level").equals("entries");
        int level = entries ? 0 : Integer.parseInt(matcher.group("level"));
        long index = Long.parseLong(matcher.group("index").replaceAll("[x/]", ""));
        int width = matcher.group("width") == null ? FULL : Integer.parseInt(matcher.group("width"));
        if (level > MAX_LEVEL || width > FULL || width == FULL && matcher.group("width") != null) {
            return Optional.empty();
        }
        return Optional.of(new TilePath(entries, level, index, width));
    }

    /** Tells whether it is full, and so never changes. */
    boolean isFull() {
        return width == FULL;
    }
}
