package org.daicho.ledger.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * A module beside the chapter under test: it keeps a ledger, or several, with the columns that the chapter looks for there,
 * and may register places. Its entries are {@code active} until a step takes them further; staff enter and correct them.
 */
public final class Neighbour implements LedgerModule {

    private static final String LABEL = "\"label\": {\"ja\": \"欄\", \"en\": \"Label\"}";

    private final String ledger;
    private final List<String> columns = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private final List<Neighbour> more = new ArrayList<>();
    private List<String> origins = List.of();
    private String periodField;
    private volatile List<Place> places = List.of();

    private Neighbour(String ledger) {
        this.ledger = ledger;
    }

    /**
     * Makes a module with one ledger.
     *
     * @param ledger  the ledger's id
     * @param columns each {@code name:type}, or {@code name:type:fill}; a {@code note} is there anyway
     * @return the module
     */
    public static Neighbour keeping(String ledger, String... columns) {
        Neighbour neighbour = new Neighbour(ledger);
        Stream.concat(Stream.of("note:text"), Stream.of(columns)).map(c -> column(c, null))
                .forEach(neighbour.columns::add);
        neighbour.states.add("{\"name\": \"active\", %s}".formatted(LABEL));
        return neighbour;
    }

    /**
     * Adds a step, which staff and the manager take.
     *
     * @param action its name
     * @param to     the state that it leads to, from {@code active}
     * @param set    the further columns that it alone sets, as in {@link #keeping}
     * @return this
     */
    public Neighbour step(String action, String to, String... set) {
        Stream.of(set).map(c -> column(c, action)).forEach(columns::add);
        states.add("{\"name\": \"%s\", %s}".formatted(to, LABEL));
        actions.add("""
                {"name": "%s", %s, "from": ["active"], "to": "%s", "roles": ["manager", "staff"], "fields": [%s],
                 "origins": [%%s]}""".formatted(action, LABEL, to,
                Stream.of(set).map(c -> "\"" + c.split(":")[0] + "\"")
                        .collect(Collectors.joining(","))));
        return this;
    }

    /** Lets actions of other ledgers, each {@code ledger/action}, bring about what it has; returns this. */
    public Neighbour origins(String... from) {
        origins = List.of(from);
        return this;
    }

    /** Files its entries under the day of a column, not under the day of writing; returns this. */
    public Neighbour datedBy(String column) {
        periodField = column;
        return this;
    }

    /** Adds the ledger of another one to the same module; returns this. */
    public Neighbour and(Neighbour other) {
        more.add(other);
        return this;
    }

    /** Changes the places that it registers; returns this. */
    public Neighbour register(Place... registered) {
        places = List.of(registered);
        return this;
    }

    /** Enters a row as staff. */
    public Entry enter(TestLedger to, Map<String, Object> fields) {
        return to.enter(Role.STAFF, ledger, fields);
    }

    private static String column(String column, String setBy) {
        String[] parts = column.split(":");
        return "{\"name\": \"%s\", \"type\": \"%s\", %s%s%s}".formatted(parts[0], parts[1], LABEL,
                parts.length > 2 ? ", \"fill\": \"" + parts[2] + "\"" : "",
                setBy == null ? "" : ", \"setBy\": \"" + setBy + "\"");
    }

    @Override
    public List<String> definitions() {
        return Stream.concat(Stream.of(definition()), more.stream().map(Neighbour::definition)).toList();
    }

    private String definition() {
        return """
                {"id": "%s", "module": "%s", "chapter": 1, "revision": 1, "period": "open", "periodField": %s,
                 "title": {"ja": "記録", "en": "Notes"},
                 "read": ["manager", "deputy", "staff", "member"], "erase": ["manager"],
                 "columns": [%s], "states": [%s],
                 "actions": [
                   {"name": "enter", %s, "to": "active", "roles": ["staff"], "origins": [%s]},
                   {"name": "correct", %s, "from": ["active"], "roles": ["staff"]}%s]}
                """.formatted(ledger, ledger.substring(0, ledger.indexOf('.')),
                periodField == null ? null : "\"" + periodField + "\"", String.join(",", columns),
                String.join(",", states), LABEL, from(), LABEL,
                actions.stream().map(a -> "," + a.formatted(from())).collect(Collectors.joining()));
    }

    private String from() {
        return origins.stream().map(o -> "\"" + o + "\"").collect(Collectors.joining(","));
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    @Override
    public List<Place> places(LedgerView view) {
        return places;
    }
}
