package org.daicho.ledger.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;

/** A module of a test's own making. */
public final class TestModule implements LedgerModule {

    private final List<String> definitions;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Consequence> consequences = new ArrayList<>();
    private BiFunction<Integer, Fields, Fields> upcast = (revision, fields) -> fields;

    public TestModule(String... definitions) {
        this.definitions = List.of(definitions);
    }

    public TestModule rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    public TestModule consequence(Consequence consequence) {
        consequences.add(consequence);
        return this;
    }

    public TestModule upcast(BiFunction<Integer, Fields, Fields> reading) {
        upcast = reading;
        return this;
    }

    @Override
    public List<String> definitions() {
        return definitions;
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public List<Consequence> consequences() {
        return consequences;
    }

    @Override
    public Fields upcast(String ledger, int revision, Fields fields) {
        return upcast.apply(revision, fields);
    }

    /** A definition without states but one; the columns as JSON. */
    public static String definition(String id, int revision, String... columns) {
        return """
                {"id": "%s", "module": "%s", "chapter": 3, "revision": %d, "title": {"ja": "試", "en": "Test"},
                 "period": "month", "read": ["manager", "staff"], "erase": ["manager"], "columns": [%s],
                 "states": [{"name": "open", "label": {"ja": "記入", "en": "Open"}}],
                 "actions": [
                  {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "open", "roles": ["staff"]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["open"], "roles": ["staff"]}]}
                """.formatted(id, id.substring(0, id.indexOf('.')), revision, String.join(",", columns));
    }

    /** A column as JSON; {@code more} are further members, each with a comma before it. */
    public static String column(String name, String type, String more) {
        return "{\"name\": \"%s\", \"label\": {\"ja\": \"%s\", \"en\": \"%s\"}, \"type\": \"%s\"%s}".formatted(name,
                name,
                name, type, more);
    }
}
