package org.daicho.ledger.engine.month;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.write.Commits;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.OpenImprovement;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * The improvements (改善) that signed checks ask for. Each is due until the manager, or a deputy whose instruction covers
 * the ledger, marks it as done, which is a record of its own: the check itself never changes.
 */
public final class Improvements {

    private final Commits commits;
    private final LedgerViews views;

    /** Records by {@code commits} what its rules see in {@code views}. */
    public Improvements(Commits commits, LedgerViews views) {
        this.commits = commits;
        this.views = views;
    }

    /** Returns what is not done yet, the oldest first. */
    static List<OpenImprovement> open(NotingView view, String ledger) {
        List<CheckRecord> asking = CheckRecord.asking(view, ledger);
        if (asking.isEmpty()) {
            return List.of();
        }
        Set<String> done = view.find(SystemLedgers.IMPROVEMENTS, "ledger", ledger).stream()
                .map(entry -> entry.fields().text("improvement")).collect(Collectors.toSet());
        return asking.stream().flatMap(check -> check.asked().stream()).filter(asked -> !done.contains(asked.id()))
                .toList();
    }

    /** Returns what is not done yet as duties. */
    static List<Duty> duties(NotingView view, Definition definition) {
        String clause = definition.monthlyCheck() == null ? definition.inspection() : definition.monthlyCheck();
        return open(view, definition.id()).stream().map(open -> {
            Person who = view.person(open.who()).orElse(null);
            return new Duty("improvement/" + open.id(), definition.id(), clause, Messages.text("duty.improvement",
                    open.text(), who == null ? open.who() : who.name()), open.due(), who);
        }).toList();
    }

    void complete(Permissions permissions, SheetPeriod period, String id, String result) {
        String ledger = permissions.definition().id();
        Role as = permissions.check();
        List<Violation> violations = CheckSigning.textViolations("result", result);
        if (result == null || result.isBlank()) {
            violations = List.of(new Violation("result", null, Messages.text("check.result")));
        }
        if (!violations.isEmpty()) {
            throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
        }
        commits.record(SystemLedgers.IMPROVEMENTS, permissions.caller().person(), as, reads -> {
            NotingView view = views.noting(reads);
            OpenImprovement asked = CheckRecord.asking(view, ledger).stream()
                    .flatMap(check -> check.asked().stream())
                    .filter(a -> a.id().equals(id) && a.period().equals(period)).findFirst()
                    .orElseThrow(() -> Messages.refusal(Kind.NOT_FOUND, "check.improvement.unknown"));
            if (!view.find(SystemLedgers.IMPROVEMENTS, "improvement", id).isEmpty()) {
                throw Messages.refusal(Kind.CONFLICT, "check.improvement.done");
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("ledger", ledger);
            fields.put("improvement", id);
            fields.put("text", asked.text());
            fields.put("result", result.strip());
            return fields;
        });
    }
}
