package org.daicho.ledger.system;

import java.util.Optional;

import org.daicho.ledger.value.Person;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows the persons behind accounts. Access registers it; called by many threads, answers from memory.
 */
@ConsumerType
public interface PersonDirectory {

    /**
     * Finds a person.
     *
     * @param accountOrId an account's name or a person's id
     * @return the person with today's name, or empty
     */
    Optional<Person> find(String accountOrId);
}
