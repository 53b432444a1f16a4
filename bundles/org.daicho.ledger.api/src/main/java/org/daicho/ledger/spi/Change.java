package org.daicho.ledger.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Link;
import org.daicho.ledger.value.Role;

/**
 * A change that a caller wants to write.
 *
 * @param id         the id of the entry; a new one has it already
 * @param definition the ledger's definition
 * @param action     {@code enter}, {@code correct} or an action of the definition
 * @param caller     who wants it
 * @param as         the role in which the caller does it
 * @param today      the day in Asia/Tokyo
 * @param history    the versions before, oldest first; empty for a new entry
 * @param state      the state after the change
 * @param fields     the whole entry to be, with what the system fills in but for numbers given at commit
 * @param links      what its columns refer to, by column; a column that refers to nothing known has none
 * @param reason     the reason given, or {@code null}
 */
public record Change(String id, Definition definition, String action, Caller caller, Role as, LocalDate today,
        List<Entry> history, String state, Fields fields, Map<String, Link> links, String reason) {

    public Change {
        history = List.copyOf(history);
        links = Map.copyOf(links);
    }

    /**
     * Returns the entry as it stands before the change.
     *
     * @return the newest version, or {@code null} for a new entry
     */
    public Entry before() {
        return history.isEmpty() ? null : history.get(history.size() - 1);
    }
}
