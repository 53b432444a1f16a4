package org.daicho.ledger.view;

import java.util.Objects;

/**
 * A place or cabinet where assets are kept.
 *
 * @param name     its name, as a location column names it
 * @param lockable whether it can be locked
 * @param office   whether it is, or stands in, an office that outsiders don't easily enter (3-1(2), 5-2)
 * @param number   書庫No., by which 様式5 names a cabinet (5-4(3)); {@code null} for what is no cabinet or has none
 * @param room     the name of the place that a cabinet stands in, or {@code null}
 */
public record Place(String name, boolean lockable, boolean office, Integer number, String room) {

    public Place {
        Objects.requireNonNull(name, "name");
    }

    /** Makes a place that is no cabinet. */
    public Place(String name, boolean lockable, boolean office) {
        this(name, lockable, office, null, null);
    }

    /** Tells whether it is a cabinet: it has a 書庫No., or stands in a place. */
    public boolean isCabinet() {
        return number != null || room != null;
    }
}
