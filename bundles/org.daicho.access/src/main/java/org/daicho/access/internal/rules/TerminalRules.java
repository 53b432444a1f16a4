package org.daicho.access.internal.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Binds terminals to the hardware in 様式1 (8-2(13)①): only what the council has there becomes one, and what left it is
 * one no more. Without chapter 2 the name has to do; with it, the entry is asked for.
 */
public final class TerminalRules {

    static final String CLAUSE = "8-2(13)①";

    private static final String HARDWARE = "ハードウェア";

    private TerminalRules() {
    }

    /** Returns the rules of the terminals. */
    public static List<Rule> all() {
        return List.of(
                new Rule(CLAUSE, AccessLedgers.TERMINALS, Set.of(), (change, view) -> Authority.operator(change)),
                new Rule(CLAUSE, AccessLedgers.TERMINALS, Set.of("enter"), TerminalRules::bound));
    }

    /** Returns what is due where a terminal is left of a thing that is gone. */
    public static DutySource duties() {
        return new DutySource(CLAUSE, AccessLedgers.TERMINALS, TerminalRules::left);
    }

    private static List<Violation> bound(Change change, LedgerView view) {
        String asset = change.fields().text("asset");
        if (asset == null) {
            return view.isActive(AccessLedgers.INVENTORY) ? wrong("terminal.asset") : List.of();
        }
        return view.entry(AccessLedgers.INVENTORY, asset).filter(TerminalRules::isThere).isPresent()
                ? List.of()
                : wrong("terminal.hardware");
    }

    private static List<Duty> left(LocalDate from, LocalDate to, LedgerView view) {
        return view.standing(AccessLedgers.TERMINALS, "active").stream()
                .filter(terminal -> terminal.fields().has("asset"))
                .flatMap(terminal -> view.entry(AccessLedgers.INVENTORY, terminal.fields().text("asset")).stream()
                        .filter(row -> !isThere(row)).map(row -> duty(terminal, row)))
                .toList();
    }

    private static Duty duty(Entry terminal, Entry row) {
        return new Duty("terminal:" + terminal.id(), AccessLedgers.TERMINALS, CLAUSE,
                Messages.text("duty.terminal", terminal.fields().text("name")), Days.of(row.at()), null);
    }

    /** Tells whether a thing still stands in 様式1, as hardware. */
    public static boolean isThere(Entry row) {
        return row.erased() == null && row.state().equals("active")
                && HARDWARE.equals(row.fields().text("category"));
    }

    private static List<Violation> wrong(String key) {
        return List.of(new Violation("asset", CLAUSE, Messages.text(key)));
    }
}
