package org.daicho.ledger.sheet;

import java.time.LocalDate;

import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;

/**
 * Something that the procedure makes due on a day. Once that day has passed it is a gap, which a check must explain.
 *
 * @param key    names the duty within its ledger as long as it stays the same, such as a day or an entry's id
 * @param ledger the ledger's id
 * @param clause the clause that asks for it
 * @param title  what is due
 * @param due    the day by which it is due; it counts as missing after that day
 * @param who    whose duty it is, or {@code null} where it is everybody's
 */
public record Duty(String key, String ledger, String clause, Text title, LocalDate due, Person who) {
}
