package org.daicho.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a tile or of an entry bundle below a log's address.
 *
 * <p>C2SP {@code tlog-tiles}: {@code tile/<L>/<N>[.p/<W>]} and {@code tile/entries/<N>[.p/<W>]}. N is written in groups
 * of three digits, all but the last with an {@code x} before them; W is there for a partial tile only.
 *
 * @param level 0 to 63, or {@link #ENTRIES} for an entry bundle
 * @param index the number within the level, from 0
 * @param width the number of hashes or leaves, 1 to 256; 256 is a full tile
 */
public record TilePath(int level, long index, int width) {

    /** The level that stands for entry bundles. */
    public static final int ENTRIES = -1;

    private static final int MAX_LEVEL = 63;
    private static final Pattern FORM = Pattern.compile(
            "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Checks the three numbers. */
    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > Tiles.WIDTH) {
            throw new IllegalArgumentException("no tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The name of a tile of hashes. */
    public static TilePath tile(int level, long index, int width) {
        if (level < 0) {
            throw new IllegalArgumentException("tiles of hashes begin at level 0, not " + level);
        }
        return new TilePath(level, index, width);
    }

    /** The name of an entry bundle. */
    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /**
     * Reads a name.
     *
     * @param path such as {@code tile/0/x001/x234/067.p/8}, with nothing before or after it
     * @throws MalformedException where it is not written in exactly the form that {@link #path()} gives
     */
    public static TilePath parse(String path) throws MalformedException {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            throw new MalformedException("not the path of a tile: " + path);
        }
        try {
            int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
            long index = Long.parseLong(form.group(2).replace("x", "").replace("/", ""));
            int width = form.group(3) == null ? Tiles.WIDTH : Integer.parseInt(form.group(3));
            TilePath tile = new TilePath(level, index, width);
            if (tile.path().equals(path)) {
                return tile;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a number is out of range in the path of a tile: " + path, e);
        }
        throw new MalformedException("a number is written with needless zeros or a full width: " + path);
    }

    /** Whether this is an entry bundle and not a tile of hashes. */
    public boolean isEntries() {
        return level == ENTRIES;
    }

    /** Whether it has all of its 256 hashes or leaves. */
    public boolean isFull() {
        return width == Tiles.WIDTH;
    }

    /** The name, without a slash before it. */
    public String path() {
        StringBuilder number = new StringBuilder(String.format("%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, String.format("x%03d/", rest % 1000));
        }
        return "tile/" + (isEntries() ? "entries" : level) + "/" + number + (isFull() ? "" : ".p/" + width);
    }

    @Override
    public String toString() {
        return path();
    }
}
