package org.daicho.ledger.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;

/** A module that does what a test tells it, in the ledger {@code MODULE.things} with one column. */
public class Neighbour implements LedgerModule {

    private final String module;
    private final List<String> ledgers = new ArrayList<>();
    private BiFunction<Person, LedgerView, List<OpenItem>> items = (person, view) -> List.of();
    public Function<LedgerView, List<Place>> places = view -> List.of();
    public Supplier<List<String>> definitions;
    public Supplier<List<Rule>> rules = List::of;
    public Supplier<List<DutySource>> duties = List::of;
    public Function<Fields, Fields> upcast = fields -> fields;
    public int revision = 1;
    public String period = "month";

    public Neighbour(String module) {
        this.module = module;
        ledgers.add(module + ".things");
        definitions = () -> ledgers.stream().map(this::definition).toList();
    }

    public Neighbour and(String ledger) {
        ledgers.add(ledger);
        return this;
    }

    public Neighbour holding(BiFunction<Person, LedgerView, List<OpenItem>> what) {
        items = what;
        return this;
    }

    public Neighbour rule(Rule.Check check) {
        rules = () -> List.of(new Rule("3-2(1)", ledgers.get(0), java.util.Set.of(), check));
        return this;
    }

    public Neighbour duty(DutySource.Compute compute) {
        duties = () -> List.of(new DutySource("5-5", ledgers.get(0), compute));
        return this;
    }

    public String definition(String ledger) {
        return """
                {"id": "%s", "module": "%s", "chapter": 5, "revision": %d, "period": "%s", "monthlyCheck": "5-5",
                 "title": {"ja": "物", "en": "Things"}, "read": ["manager", "deputy", "staff"], "erase": ["manager"],
                 "columns": [{"name": "name", "label": {"ja": "名", "en": "Name"}, "type": "text", "printed": true}],
                 "states": [{"name": "there", "label": {"ja": "有", "en": "There"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "there", "roles": ["staff"]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["there"], "roles": ["staff"]}]}
                """.formatted(ledger, module, revision, period);
    }

    @Override
    public List<String> definitions() {
        return definitions.get();
    }

    @Override
    public List<Rule> rules() {
        return rules.get();
    }

    @Override
    public List<DutySource> duties() {
        return duties.get();
    }

    @Override
    public List<Place> places(LedgerView view) {
        return places.apply(view);
    }

    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        return items.apply(leaving, view);
    }

    @Override
    public Fields upcast(String ledger, int from, Fields fields) {
        return upcast.apply(fields);
    }
}
