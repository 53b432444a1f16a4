package org.daicho.chapter.mynumber.place;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.neighbour.Reliances.Keys;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * A place or cabinet by its name, with the keys that 様式4 (chapter 5) has for it.
 *
 * @param name the name
 * @param view what the ledgers hold
 */
public record Storage(String name, LedgerView view) {

    /** Tells whether a live module registers it as lockable, inside an office. */
    public boolean isLocked() {
        return places().anyMatch(p -> p.lockable() && p.office());
    }

    /** Tells whether every place of that name is known to be open. */
    public boolean isKnownOpen() {
        return places().findAny().isPresent() && !isLocked();
    }

    /** Tells whether it is a place inside an office, which outsiders don't easily enter. */
    boolean isOffice() {
        return places().anyMatch(Place::office);
    }

    private Stream<Place> places() {
        return view.places().stream().filter(p -> Names.areSame(p.name(), name));
    }

    /** Finds the rows of 様式4 for it. */
    public List<Entry> keys() {
        return view.standing(Keys.LEDGER).stream().filter(e -> !Keys.RETIRED.equals(e.state()))
                .filter(e -> locks(Names.key(e.fields().text(Keys.CABINET)))).toList();
    }

    private boolean locks(String cabinets) {
        String number = places().map(Place::number).filter(Objects::nonNull).map(String::valueOf).findFirst()
                .orElse("");
        return cabinets.equals(Names.key(name)) || Arrays.stream(cabinets.split("[、,，・/]|及び"))
                .anyMatch(one -> one.equals(Names.key(name))
                        || !number.isEmpty() && one.replaceFirst("^(書庫)?(No\\.?)?", "").equals(number));
    }

    /** Returns who holds its keys and spare keys, as far as 様式4 says. */
    public List<Person> holders() {
        return keys().stream()
                .flatMap(e -> Stream.of(e.fields().person(Keys.HOLDER), e.fields().person(Keys.SPARE_HOLDER)))
                .filter(Objects::nonNull).distinct().toList();
    }
}
