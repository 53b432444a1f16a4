package org.daicho.ledger.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * A ledger, described as data. A module gives it as JSON (see {@code LedgerModule}); the provider validates it and
 * stores it in the log, so that entries stay readable without the module.
 *
 * @param id           {@code module.name}
 * @param module       the module's id
 * @param chapter      the chapter of the procedure, 0 to 8; -1 for ledgers of the system itself
 * @param form         the number of the paper form (様式), or {@code null}
 * @param title        the form's title
 * @param revision     counts up with each change of the definition, from 1
 * @param period       how one sheet is bounded
 * @param periodField  the date or datetime column that puts an entry in a period, or {@code null} for the day it was
 *                     created
 * @param monthlyCheck the clause that asks for a monthly check, or {@code null}
 * @param inspection   the clause that asks for an inspection of the living list, or {@code null}
 * @param closed       whether only the module's own code writes
 * @param read         the roles that read every entry
 * @param readOwn      the roles that read the entries they wrote
 * @param erase        the roles that may destroy an entry's content
 * @param printed      the states that the sheet prints; empty for all
 * @param clauses      the clauses that the ledger serves
 * @param columns      the columns, the printed ones in the paper's order
 * @param states       the states
 * @param actions      the actions, {@code enter} and {@code correct} among them
 * @param sections     the parts of a form that has several tables on one sheet; empty for one table
 * @param hiddenFrom   the person column whose person does not read the entry, unless they wrote it (8-1(2)①), or
 *                     {@code null}
 * @param grants       the roles on the module's ledgers that follow from entries (8-1(1))
 * @param terminal     whether entries are written from a registered terminal only, once the council has one, a session
 *                     that was left opens the ledger only to who gives their password again (8-2(13)), and each reading
 *                     is recorded in {@code log.views} (8-2(5)①)
 * @param examples     values of columns as somebody might hand them in, where what the column's type and heading make
 *                     would be refused or say too little; {@value Condition#TODAY} is the day on which it is shown
 */
public record Definition(String id, String module, int chapter, Integer form, Text title, int revision, Period period,
        String periodField, String monthlyCheck, String inspection, boolean closed, Set<Role> read, Set<Role> readOwn,
        Set<Role> erase, Set<String> printed, List<String> clauses, List<Column> columns, List<State> states,
        List<Action> actions, List<Section> sections, String hiddenFrom, List<EntryGrant> grants, boolean terminal,
        Map<String, Object> examples) {

    public Definition {
        read = Set.copyOf(read);
        readOwn = Set.copyOf(readOwn);
        erase = Set.copyOf(erase);
        printed = Set.copyOf(printed);
        clauses = List.copyOf(clauses);
        columns = List.copyOf(columns);
        states = List.copyOf(states);
        actions = List.copyOf(actions);
        sections = List.copyOf(sections);
        grants = List.copyOf(grants);
        examples = Map.copyOf(examples);
    }

    /** Makes a definition whose form is one table, that hides no entry from who may read the ledger, and gives no role. */
    public Definition(String id, String module, int chapter, Integer form, Text title, int revision, Period period,
            String periodField, String monthlyCheck, String inspection, boolean closed, Set<Role> read,
            Set<Role> readOwn, Set<Role> erase, Set<String> printed, List<String> clauses, List<Column> columns,
            List<State> states, List<Action> actions) {
        this(id, module, chapter, form, title, revision, period, periodField, monthlyCheck, inspection, closed, read,
                readOwn, erase, printed, clauses, columns, states, actions, List.of(), null, List.of(), false,
                Map.of());
    }

    /** Returns the column of a name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Returns the action of a name. */
    public Optional<Action> action(String name) {
        return actions.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** Returns the state of a name. */
    public Optional<State> state(String name) {
        return states.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /**
     * Tells what keeps a definition from following this one: columns are added or retired, never removed, retyped or no
     * longer secret; states are added.
     *
     * @param next the definition that is to follow
     * @return the obstacle, or {@code null} where there is none
     */
    public String obstacleTo(Definition next) {
        if (next.revision() <= revision) {
            return "revision " + next.revision() + " does not count up from " + revision;
        }
        for (Column column : columns) {
            Column kept = next.column(column.name()).orElse(null);
            if (kept == null || kept.type() != column.type()) {
                return "column " + column.name() + " was removed or retyped; retire it instead";
            }
            if (column.secret() && !kept.secret()) {
                return "column " + column.name() + " was secret, and what it holds has to stay so";
            }
        }
        for (State state : states) {
            if (next.state(state.name()).isEmpty()) {
                return "state " + state.name() + " was removed, and entries may be in it";
            }
        }
        return null;
    }
}
