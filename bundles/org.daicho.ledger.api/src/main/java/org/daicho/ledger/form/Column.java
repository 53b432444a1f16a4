package org.daicho.ledger.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.daicho.ledger.value.Text;

/**
 * A column of a ledger.
 *
 * @param name       the field's name in REST
 * @param label      the heading on the paper
 * @param help       what to write here, or {@code null}
 * @param type       the type of its values
 * @param required   whether an entry must fill it
 * @param printed    whether the paper form has it
 * @param values     the choices as they are written, for {@link ColumnType#CHOICE}; else empty
 * @param setBy      the action that sets it, alone or with others that name it among their fields; {@code null} where
 *                   entering and correcting do; they do too where they name it among their fields
 * @param fill       what the system writes by itself when its action (or entering) leaves it empty
 * @param personal   whether it holds personal data
 * @param searchable whether filters and search find it
 * @param secret     whether only the module's own code reads it
 * @param maxLength  the greatest length of a text, in characters
 * @param retired    whether new entries no longer have it
 * @param clause     the clause that asks for it, or {@code null}
 * @param conditions what its values must fulfil, each kind once
 * @param refersTo   to the entries of which ledger it refers, or {@code null}
 * @param offered    whether its values are shown to who may choose an entry by them but not read the ledger
 * @param registers  the ledger of persons in which a name that is nobody's, handed in when entering, registers a person;
 *                   {@code null} where only who is registered is taken
 */
public record Column(String name, Text label, Text help, ColumnType type, boolean required, boolean printed,
        List<String> values, String setBy, Fill fill, boolean personal, boolean searchable, boolean secret,
        int maxLength, boolean retired, String clause, List<Condition> conditions, Reference refersTo,
        boolean offered, String registers) {

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        values = List.copyOf(values);
        conditions = List.copyOf(conditions);
    }

    /** Makes a column without conditions, that refers to nothing. */
    public Column(String name, Text label, Text help, ColumnType type, boolean required, boolean printed,
            List<String> values, String setBy, Fill fill, boolean personal, boolean searchable, boolean secret,
            int maxLength, boolean retired, String clause) {
        this(name, label, help, type, required, printed, values, setBy, fill, personal, searchable, secret, maxLength,
                retired, clause, List.of(), null, false, null);
    }

    /** Returns the condition of a kind. */
    public Optional<Condition> condition(Condition.Kind kind) {
        return conditions.stream().filter(c -> c.kind() == kind).findFirst();
    }
}
