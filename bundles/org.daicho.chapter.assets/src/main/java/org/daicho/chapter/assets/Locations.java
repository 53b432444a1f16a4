package org.daicho.chapter.assets;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

import org.daicho.ledger.view.Place;

/**
 * Finds the registered place that a location names (3-1(1)).
 */
final class Locations {

    private Locations() {
    }

    /**
     * Finds the place of a location.
     *
     * @param location what an asset's location says, or {@code null}
     * @param places   the places that live modules register
     * @return the place with the same name but for width and spaces; where several bear the name, one that can be
     *         locked
     */
    static Optional<Place> find(String location, List<Place> places) {
        String wanted = key(location);
        return places.stream().filter(p -> key(p.name()).equals(wanted))
                .max((a, b) -> Boolean.compare(a.lockable() && a.office(), b.lockable() && b.office()));
    }

    /**
     * Returns what two spellings of one location have in common: full-width and half-width forms (NFKC) and spaces make
     * no difference.
     */
    static String key(String location) {
        return location == null ? "" : Normalizer.normalize(location, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
