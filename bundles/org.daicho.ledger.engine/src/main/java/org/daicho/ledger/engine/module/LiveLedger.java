package org.daicho.ledger.engine.module;

import java.util.List;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;

/**
 * A ledger whose module is there.
 *
 * @param definition   the module's definition
 * @param digest       the SHA-256 of its canonical JSON, in hex
 * @param module       the module
 * @param rules        the module's rules about this ledger
 * @param duties       the module's sources of duties of this ledger
 * @param consequences what changes of this ledger bring about in others
 */
public record LiveLedger(Definition definition, String digest, LedgerModule module, List<Rule> rules,
        List<DutySource> duties, List<Consequence> consequences) {
}
