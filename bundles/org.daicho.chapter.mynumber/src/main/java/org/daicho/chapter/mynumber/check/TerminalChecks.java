package org.daicho.chapter.mynumber.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.neighbour.Reliances.Terminals;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What somebody saw at the terminals and vouches for, as the system can't see it: that the operating system locks the
 * screen when the place is left (8-2(13)②). Each registered terminal is looked at so often; one that does not lock stays
 * due until it is seen to.
 */
public final class TerminalChecks {

    public static final String LEDGER = "mynumber.terminal-checks";
    static final String TERMINAL = "terminal";
    static final String SCREEN_LOCK = "screenLock";

    private static final String CLAUSE = "8-2(13)②";

    private final Dues dues;
    private final int months;

    /**
     * Makes the duties.
     *
     * @param months the months between two looks at a terminal
     */
    public TerminalChecks(Texts texts, int months) {
        dues = new Dues(LEDGER, CLAUSE, texts);
        this.months = Math.max(1, months);
    }

    public List<DutySource> sources() {
        return List.of(dues.source(this::due));
    }

    private Stream<Duty> due(LedgerView view) {
        Map<String, Entry> newest = new LinkedHashMap<>();
        view.standing(LEDGER).stream().sorted(Comparator.comparing(Entry::day).thenComparing(Entry::createdAt))
                .forEach(e -> newest.put(Names.key(e.fields().text(TERMINAL)), e));
        Map<Boolean, List<Entry>> terminals = view.standing(Terminals.LEDGER).stream()
                .collect(Collectors.partitioningBy(e -> Terminals.ACTIVE.equals(e.state())));
        List<Duty> duties = new ArrayList<>();
        for (Entry terminal : terminals.get(true)) {
            Entry check = newest.remove(key(terminal));
            duties.add(check == null
                    ? dues.duty("terminal:" + terminal.id(), terminal.day(), "duty.terminalUnseen",
                            terminal.fields().text(Terminals.NAME))
                    : looked(check));
        }
        terminals.get(false).forEach(gone -> newest.remove(key(gone)));
        newest.values().stream().filter(e -> e.fields().isFalse(SCREEN_LOCK)).map(this::looked).forEach(duties::add);
        return duties.stream();
    }

    private static String key(Entry terminal) {
        return Names.key(terminal.fields().text(Terminals.NAME));
    }

    private Duty looked(Entry check) {
        String key = "terminal:" + check.id();
        String name = check.fields().text(TERMINAL);
        return check.fields().isFalse(SCREEN_LOCK)
                ? dues.duty(key, check.day(), "duty.terminalOpen", name, check.day().toString())
                : dues.duty(key, check.day().plusMonths(months), "duty.terminalAgain", name, check.day().toString(),
                        months);
    }
}
