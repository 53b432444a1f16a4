package org.daicho.ledger.engine.module;

import java.util.List;
import java.util.Optional;

import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * The ledgers that the provider itself keeps: the record of each erasure, of each signed check, of each
 * improvement that was done and of who read what. Like all others they are versions in the log.
 */
public final class SystemLedgers implements LedgerModule {

    /** The module's id. */
    public static final String MODULE = "log";

    /** The records of erasures: {@code ledger}, {@code entry}, {@code reason}, {@code method}, {@code witness}. */
    public static final String ERASURES = "log.erasures";

    /** The records of signed checks, by {@code subject}, which is {@code ledger/period}. */
    public static final String CHECKS = "log.checks";

    /** The records of improvements that are done, by {@code improvement}, each with its {@code ledger}. */
    public static final String IMPROVEMENTS = "log.improvements";

    /** The records of who read what of the ledgers of specific personal information (8-2(5)①). */
    public static final String VIEWS = "log.views";

    /** All of them. */
    public static final List<String> IDS = List.of(ERASURES, CHECKS, IMPROVEMENTS, VIEWS);

    @Override
    public List<String> definitions() {
        return Definitions.of(SystemLedgers.class, IDS);
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    /** Finds the checks of a ledger's period, oldest first. */
    public static List<Entry> checks(LedgerView view, String ledger, SheetPeriod period) {
        return view.find(CHECKS, "subject", ledger + "/" + period);
    }

    /** Finds the newest check of a ledger's period. */
    public static Optional<Entry> newestCheck(LedgerView view, String ledger, SheetPeriod period) {
        List<Entry> checks = checks(view, ledger, period);
        return checks.isEmpty() ? Optional.empty() : Optional.of(checks.get(checks.size() - 1));
    }
}
