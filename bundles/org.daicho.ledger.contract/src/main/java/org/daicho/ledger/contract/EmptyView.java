package org.daicho.ledger.contract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;

/**
 * The view of a system in which nothing was written yet and no other module is there. Rules are probed against it.
 */
final class EmptyView implements LedgerView {

    @Override
    public LocalDate today() {
        return TestClock.START;
    }

    @Override
    public OffsetDateTime now() {
        return new TestClock().instant().atZone(TestClock.TOKYO).toOffsetDateTime();
    }

    @Override
    public Optional<Definition> definition(String ledger) {
        return Optional.empty();
    }

    @Override
    public boolean isActive(String ledger) {
        return false;
    }

    @Override
    public Optional<Entry> entry(String ledger, String id) {
        return Optional.empty();
    }

    @Override
    public List<Entry> versions(String ledger, String id) {
        return List.of();
    }

    @Override
    public List<Entry> find(String ledger, String column, String value, String... states) {
        return List.of();
    }

    @Override
    public List<Entry> between(String ledger, LocalDate from, LocalDate to, String... states) {
        return List.of();
    }

    @Override
    public List<Entry> standing(String ledger, String... states) {
        return List.of();
    }

    @Override
    public List<Entry> all(String ledger) {
        return List.of();
    }

    @Override
    public List<Place> places() {
        return List.of();
    }

    @Override
    public List<OpenItem> openItems(Person leaving) {
        return List.of();
    }

    @Override
    public Optional<Person> person(String accountOrId) {
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> checkedOn(String ledger, SheetPeriod period) {
        return Optional.empty();
    }
}
