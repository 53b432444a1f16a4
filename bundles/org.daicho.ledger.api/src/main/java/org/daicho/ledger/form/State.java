package org.daicho.ledger.form;

import org.daicho.ledger.value.Text;

/**
 * A state of an entry.
 *
 * @param name  the name in REST
 * @param label the name for people
 */
public record State(String name, Text label) {
}
