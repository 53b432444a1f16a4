package org.daicho.chapter.media;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

import org.daicho.ledger.view.Place;

/**
 * Finds the registered place that a text names (3-1).
 */
final class Locations {

    private Locations() {
    }

    /** Finds the place of a name but for width and spaces; where several bear it, one that can be locked. */
    static Optional<Place> find(String location, List<Place> places) {
        String wanted = key(location);
        return places.stream().filter(p -> key(p.name()).equals(wanted))
                .max((a, b) -> Boolean.compare(isLocked(a), isLocked(b)));
    }

    /** Tells whether 3-1(2) is content with a place. */
    static boolean isLocked(Place place) {
        return place.lockable() && place.office();
    }

    /** Returns what spellings of one text have in common: full-width and half-width forms (NFKC), without spaces. */
    static String key(String text) {
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
