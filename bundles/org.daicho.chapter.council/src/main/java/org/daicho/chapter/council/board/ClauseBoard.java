package org.daicho.chapter.council.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.daicho.ledger.Duties;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Caller;

/**
 * The clause board (0-6(2)②): how each clause of the procedure stands, and of the documents that other chapters bring along,
 * as far as the caller may see. Safe for use by many threads.
 */
final class ClauseBoard {

    private final Ledger ledger;
    private final Sheets sheets;
    private final Duties duties;
    private final ClauseBooks books;
    private final Clock clock;
    private final Map<String, List<String>> procedure = Procedure.modulesByClause();

    ClauseBoard(Ledger ledger, Sheets sheets, Duties duties, ClauseBooks books, Clock clock) {
        this.ledger = ledger;
        this.sheets = sheets;
        this.duties = duties;
        this.books = books;
        this.clock = clock;
    }

    /**
     * Shows every clause in the procedure's order, then those of other documents by module.
     *
     * @param caller who asks; FORBIDDEN where that one may not read the council's ledgers
     * @return the rows
     */
    List<Row> rows(Caller caller) {
        ledger.list(caller, "council.profile", new EntryQuery(1, null, null, null, null, Map.of()));
        LocalDate today = LocalDate.now(clock);
        List<Definition> live = ledger.ledgers(caller).stream().filter(LedgerInfo::active)
                .map(LedgerInfo::definition).filter(d -> d.chapter() >= 0).toList();
        List<Duty> overdue = duties.duties(caller, today).stream().filter(d -> d.due().isBefore(today)).toList();
        Map<String, Optional<Evidence>> newest = new HashMap<>();
        live.forEach(d -> newest.put(d.id(), readable(() -> Evidence.entry(ledger, caller, d.id(), today))));
        List<Row> rows = new ArrayList<>();
        clauses().forEach((id, modules) -> rows.add(row(caller, id, modules, live, overdue, newest)));
        return rows;
    }

    private Map<String, List<String>> clauses() {
        Map<String, List<String>> clauses = new LinkedHashMap<>(procedure);
        books.clauses().forEach(clause -> clauses.putIfAbsent(clause.id(), List.of(clause.module())));
        return clauses;
    }

    private Row row(Caller caller, String id, List<String> modules, List<Definition> live, List<Duty> overdue,
            Map<String, Optional<Evidence>> newest) {
        List<String> absent = modules.stream().filter(m -> !books.modules().contains(m)).toList();
        Clause clause = books.find(id).stream()
                .min(Comparator.comparingInt(c -> modules.contains(c.module()) ? modules.indexOf(c.module()) : 99))
                .orElse(null);
        List<Definition> serving = live.stream().filter(d -> serves(d, id)).toList();
        List<Duty> gaps = overdue.stream().filter(d -> isOf(d.clause(), id)).toList();
        Evidence evidence = serving.stream()
                .flatMap(d -> isCheck(d, id)
                        ? readable(() -> Evidence.check(sheets, caller, d, id)).stream()
                        : newest.get(d.id()).stream())
                .max(Comparator.comparing(Evidence::day)).orElse(null);
        Row.State state = state(modules, absent, serving, gaps, evidence);
        return new Row(id, modules, absent, clause == null ? null : clause.heading(),
                clause == null ? null : clause.text(), clause == null ? null : clause.scan(),
                clause == null ? null : clause.system(), serving.stream().map(Definition::id).toList(), state,
                evidence, gaps);
    }

    private static Row.State state(List<String> modules, List<String> absent, List<Definition> serving,
            List<Duty> gaps, Evidence evidence) {
        if (!gaps.isEmpty()) {
            return Row.State.GAP;
        }
        if (evidence != null) {
            return Row.State.KEPT;
        }
        if (absent.containsAll(modules)) {
            return Row.State.ABSENT;
        }
        return serving.isEmpty() ? Row.State.ATTEST : Row.State.EMPTY;
    }

    private static boolean serves(Definition definition, String clause) {
        return isCheck(definition, clause) || definition.clauses().stream().anyMatch(c -> isOf(c, clause));
    }

    private static boolean isCheck(Definition definition, String clause) {
        return clause.equals(definition.monthlyCheck()) || clause.equals(definition.inspection());
    }

    /** Tells whether what is named is the clause itself, or the paragraph that it is an item of. */
    private static boolean isOf(String named, String clause) {
        return named.equals(clause)
                || clause.startsWith(named) && "①②③④⑤⑥⑦⑧⑨※(".indexOf(clause.charAt(named.length())) >= 0;
    }

    /** What the caller may not read shows nothing, and hides nothing else. */
    private static Optional<Evidence> readable(Supplier<Optional<Evidence>> evidence) {
        try {
            return evidence.get();
        } catch (LedgerException e) {
            if (e.kind() == LedgerException.Kind.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
