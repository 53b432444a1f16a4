package org.daicho.ledger.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * Shows a rule many entries, from an empty one to a full one, to hear what it says about them.
 */
final class RuleProbe {

    private static final List<Object> TEXTS = List.of("試験", "　");
    private static final List<Object> DATES = List.of(TestClock.START.toString(),
            TestClock.START.plusYears(1).toString(),
            TestClock.START.minusYears(1).toString());
    private static final List<Object> TIMES = List.of("09:00", "08:00");
    private static final List<Object> DATETIMES = List.of("2026-11-23T09:00:00+09:00", "2026-11-23T08:00:00+09:00");
    private static final List<Object> CHECKS = List.of(Map.of("1", "locked"), Map.of("1", "unlocked"));

    private final Definition definition;
    private final TestPeople people;

    RuleProbe(Definition definition, TestPeople people) {
        this.definition = definition;
        this.people = people;
    }

    /**
     * Asks a rule about every probe, for each action it looks at.
     *
     * @param rule a rule of the definition's ledger
     * @param each takes the change and each violation; what the rule throws goes through
     */
    void ask(Rule rule, BiConsumer<Change, Violation> each) {
        for (Action action : definition.actions()) {
            if (rule.actions().isEmpty() || rule.actions().contains(action.name())) {
                for (Fields fields : probes()) {
                    Change change = change(action, fields);
                    rule.check().violations(change, new EmptyView()).forEach(v -> each.accept(change, v));
                }
            }
        }
    }

    private Change change(Action action, Fields fields) {
        boolean enters = action.name().equals(Ledger.ENTER);
        String from = action.from().stream().findFirst().orElse(definition.states().get(0).name());
        List<Entry> history = enters ? List.of() : List.of(entry(from, fields));
        Role as = action.roles().stream().findFirst().orElse(Role.STAFF);
        Caller caller = people.caller(as);
        return new Change("probe", definition, action.name(), caller, as, TestClock.START, history,
                action.to() == null ? from : action.to(), fields, Map.of(), enters ? null : "試験");
    }

    private Entry entry(String state, Fields fields) {
        Instant at = new TestClock().instant();
        return new Entry("probe", definition.id(), 1, state, Ledger.ENTER, fields, Map.of(),
                people.person(Role.STAFF.id()),
                Role.STAFF, at, people.person(Role.STAFF.id()), at, TestClock.START, 0, null, Map.of(), "", null);
    }

    /** Returns the empty entry, and for each value of each choice, answered and unanswered, entries of every colour. */
    private List<Fields> probes() {
        List<Fields> probes = new ArrayList<>();
        probes.add(new Fields(Map.of()));
        for (Map<String, Object> choices : choices()) {
            probes.add(new Fields(choices));
            for (int kind = 0; kind < 6; kind++) {
                Map<String, Object> values = new LinkedHashMap<>(choices);
                for (Column column : definition.columns()) {
                    Object value = value(column, kind);
                    if (value != null) {
                        values.putIfAbsent(column.name(), value);
                    }
                }
                probes.add(new Fields(values));
            }
        }
        return probes;
    }

    private List<Map<String, Object>> choices() {
        List<Map<String, Object>> choices = new ArrayList<>();
        choices.add(Map.of());
        definition.columns().forEach(c -> c.values().forEach(v -> choices.add(Map.of(c.name(), v))));
        return choices;
    }

    private Object value(Column column, int kind) {
        return switch (column.type()) {
        case TEXT, LONGTEXT -> kind == 5 ? null : TEXTS.get(kind % 2);
        case CHOICE -> kind == 5 ? null : column.values().get(kind % column.values().size());
        case BOOLEAN -> kind % 3 == 2 ? null : (Object) (kind % 3 == 0);
        case INTEGER -> (long) (kind - 1);
        case DATE -> kind == 5 ? null : DATES.get(kind % DATES.size());
        case TIME -> TIMES.get(kind % 2);
        case DATETIME -> DATETIMES.get(kind % 2);
        case PERSON -> kind == 5 ? null : person(kind);
        case CHECKS -> CHECKS.get(kind % 2);
        };
    }

    private Map<String, Object> person(int kind) {
        var person = people.person(kind % 2 == 0 ? Role.STAFF.id() : Role.MEMBER.id());
        return Map.of("id", person.id(), "name", person.name());
    }
}
