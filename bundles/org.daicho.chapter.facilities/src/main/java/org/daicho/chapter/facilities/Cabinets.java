package org.daicho.chapter.facilities;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.daicho.ledger.rules.Names;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * The cabinets by 書庫No.: those that a live module registers, else the rows of 様式4 by their No.
 *
 * @param byNumber   the cabinets; empty where none is known
 * @param registered whether a module registers them
 */
record Cabinets(Map<Integer, Place> byNumber, boolean registered) {

    static Cabinets read(LedgerView view) {
        Map<Integer, Place> registered = view.places().stream().filter(p -> p.number() != null)
                .collect(Collectors.toMap(Place::number, p -> p, (a, b) -> a, TreeMap::new));
        return registered.isEmpty() ? new Cabinets(ofKeys(view), false) : new Cabinets(registered, true);
    }

    /** A cabinet with several keys has the number of the first. */
    private static Map<Integer, Place> ofKeys(LedgerView view) {
        Map<String, Place> byName = new LinkedHashMap<>();
        Keys.kept(view).map(Entry::fields).filter(key -> key.has(Keys.NUMBER) && key.has(Keys.CABINET))
                .sorted(Comparator.comparing(key -> key.integer(Keys.NUMBER)))
                .map(key -> new Place(key.text(Keys.CABINET), true, false,
                        Math.toIntExact(key.integer(Keys.NUMBER)), key.text(Keys.ROOM)))
                .forEach(cabinet -> byName.putIfAbsent(Names.key(cabinet.name()), cabinet));
        return byName.values().stream()
                .collect(Collectors.toMap(Place::number, p -> p, (a, b) -> a, TreeMap::new));
    }

    Optional<Place> numbered(String number) {
        return Optional.ofNullable(byNumber.get(Integer.valueOf(number)));
    }

    Collection<Place> all() {
        return byNumber.values();
    }

    /** Finds the place of a name. */
    static Optional<Place> place(String name, LedgerView view) {
        List<Place> named = view.places().stream().filter(p -> Names.areSame(p.name(), name)).toList();
        return named.stream().filter(Place::lockable).findFirst().or(() -> named.stream().findFirst());
    }
}
