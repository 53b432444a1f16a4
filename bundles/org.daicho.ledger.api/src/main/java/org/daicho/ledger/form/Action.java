package org.daicho.ledger.form;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * A step that a caller takes on an entry.
 *
 * @param name   the name in REST; {@code enter} makes an entry, {@code correct} corrects one
 * @param label  the name for people
 * @param from   the states it starts from; empty for {@code enter}
 * @param to     the state after it, or {@code null} where the state stays
 * @param roles  the roles that may take it
 * @param own    the roles that may take it on an entry they wrote
 * @param fields the columns that it sets
 * @param covers the columns that it vouches for: correcting one takes the entry back to the first of {@code from} and
 *               empties what the action set
 */
public record Action(String name, Text label, Set<String> from, String to, Set<Role> roles, Set<Role> own,
        List<String> fields, List<String> covers) {

    /** The name of the action that makes an entry's first version. */
    public static final String ENTER = "enter";

    /** The name of the action that corrects an entry. */
    public static final String CORRECT = "correct";

    /** The name of the action that destroys an entry's content. It is the system's own: no definition has it. */
    public static final String ERASE = "erase";

    public Action {
        from = Set.copyOf(from);
        roles = Set.copyOf(roles);
        own = Set.copyOf(own);
        fields = List.copyOf(fields);
        covers = List.copyOf(covers);
    }

    /** Tells whether it makes an entry's first version. */
    public boolean enters() {
        return name.equals(ENTER);
    }

    /** Tells whether it corrects an entry. */
    public boolean corrects() {
        return name.equals(CORRECT);
    }

    /**
     * Tells what the action does with a column that a caller hands in. This is the one place that decides it: the ledger
     * that reads what is handed in asks here, and so does whoever describes it.
     *
     * @param column a column of the action's ledger
     * @return what the action does with it; a secret column is never taken
     */
    public Intake intake(Column column) {
        return column.secret() ? Intake.NONE : ownIntake(column);
    }

    /**
     * Tells what the action does with a column that the module's own code hands in, which sees secret columns too.
     *
     * @param column a column of the action's ledger
     * @return what the action does with it
     */
    public Intake ownIntake(Column column) {
        boolean writesAll = enters() || corrects();
        boolean written = !column.fill().isSystems() && (writesAll && column.setBy() == null
                || name.equals(column.setBy()) || fields.contains(column.name()));
        if (!written) {
            return corrects() ? Intake.UNCHANGED : Intake.NONE;
        }
        return column.required() && !column.retired() && column.fill() == Fill.NONE ? Intake.REQUIRED : Intake.OPTIONAL;
    }
}
