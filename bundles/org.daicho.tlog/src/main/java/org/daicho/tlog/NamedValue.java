package org.daicho.tlog;

import java.util.Objects;

/**
 * A value that a leaf commits to, with the name that its salt is made from.
 *
 * @param name not empty; not beginning with {@code ~}, which is kept for padding
 * @param value a value that {@link CanonicalJson} can write, may be null
 */
public record NamedValue(String name, Object value) {

    /** Checks the name. */
    public NamedValue {
        Objects.requireNonNull(name, "name");
        if (name.isEmpty() || name.startsWith(EntryLeaf.PADDING) || !Utf8.isWellFormed(name)) {
            throw new IllegalArgumentException("not a name for a value: \"" + name + "\"");
        }
    }
}
