package org.daicho.ledger.spi;

import java.util.Objects;

/**
 * A place or cabinet where assets are kept.
 *
 * @param name     its name, as a location column names it
 * @param lockable whether it can be locked
 * @param office   whether it is, or stands in, an office that outsiders don't easily enter (3-1(2), 5-2)
 */
public record Place(String name, boolean lockable, boolean office) {

    public Place {
        Objects.requireNonNull(name, "name");
    }
}
