package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What somebody saw at the terminals and vouches for, as the system can't see it: that the operating system locks the
 * screen when the place is left (8-2(13)②). Each registered terminal is looked at so often; one that does not lock stays
 * due until it is seen to.
 */
final class TerminalChecks {

    static final String LEDGER = "mynumber.terminal-checks";
    static final String TERMINAL = "terminal";
    static final String CHECKED_ON = "checkedOn";
    static final String SCREEN_LOCK = "screenLock";
    static final String LOCK_MINUTES = "lockMinutes";
    static final String FINDINGS = "findings";

    private static final String CLAUSE = "8-2(13)②";
    private static final String TERMINALS = "access.terminals";
    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts;
    private final int months;

    /**
     * Makes the rules and duties.
     *
     * @param months the months between two looks at a terminal
     */
    TerminalChecks(Texts texts, int months) {
        this.texts = texts;
        this.months = Math.max(1, months);
    }

    List<Rule> rules() {
        return List.of(new Rule(CLAUSE, LEDGER, CONTENT, this::wrong));
    }

    private List<Violation> wrong(Change change, LedgerView view) {
        Fields check = change.fields();
        List<Violation> violations = new ArrayList<>();
        if (Days.isAfter(check.date(CHECKED_ON), change.today())) {
            violations.add(new Violation(CHECKED_ON, CLAUSE, texts.text("day.future")));
        }
        if (check.isFalse(SCREEN_LOCK) && !check.has(FINDINGS)) {
            violations.add(new Violation(FINDINGS, CLAUSE, texts.text("terminalCheck.findings")));
        }
        if (check.has(LOCK_MINUTES) && check.integer(LOCK_MINUTES) < 1) {
            violations.add(new Violation(LOCK_MINUTES, CLAUSE, texts.text("terminalCheck.minutes")));
        }
        return violations;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, LEDGER, this::due));
    }

    private List<Duty> due(LocalDate from, LocalDate to, LedgerView view) {
        Map<String, Entry> newest = new LinkedHashMap<>();
        view.all(LEDGER).stream().filter(e -> e.erased() == null)
                .sorted(Comparator.comparing(Entry::day).thenComparing(Entry::createdAt))
                .forEach(e -> newest.put(Storage.key(e.fields().text(TERMINAL)), e));
        Map<Boolean, List<Entry>> terminals = view.all(TERMINALS).stream().filter(e -> e.erased() == null)
                .collect(Collectors.partitioningBy(e -> "active".equals(e.state())));
        List<Duty> duties = new ArrayList<>();
        for (Entry terminal : terminals.get(true)) {
            Entry check = newest.remove(key(terminal));
            duties.add(check == null
                    ? duty(terminal, terminal.day(),
                            texts.text("duty.terminalUnseen", terminal.fields().text("name")))
                    : looked(check));
        }
        terminals.get(false).forEach(gone -> newest.remove(key(gone)));
        newest.values().stream().filter(e -> e.fields().isFalse(SCREEN_LOCK)).map(this::looked).forEach(duties::add);
        return duties.stream().filter(d -> !d.due().isAfter(to)).toList();
    }

    private static String key(Entry terminal) {
        return Storage.key(terminal.fields().text("name"));
    }

    private Duty looked(Entry check) {
        String name = check.fields().text(TERMINAL);
        return check.fields().isFalse(SCREEN_LOCK)
                ? duty(check, check.day(), texts.text("duty.terminalOpen", name, check.day().toString()))
                : duty(check, check.day().plusMonths(months),
                        texts.text("duty.terminalAgain", name, check.day().toString(), months));
    }

    private static Duty duty(Entry of, LocalDate due, Text title) {
        return new Duty("terminal:" + of.id(), LEDGER, CLAUSE, title, due, null);
    }
}
