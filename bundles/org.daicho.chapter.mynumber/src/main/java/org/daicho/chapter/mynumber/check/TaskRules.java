package org.daicho.chapter.mynumber.check;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.daicho.chapter.mynumber.ending.Files;
import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;

/**
 * My Numbers are used for the tasks of 2-1(2) only (8-2(1)): the definitions offer no other, and these rules refuse one
 * on a day on which the law does not have it.
 */
public final class TaskRules {

    private final Texts texts;
    private final LawData law;

    public TaskRules(Texts texts, LawData law) {
        this.texts = texts;
        this.law = law;
    }

    public List<Rule> rules() {
        return List.of(
                rule("2-1(2)", Receipts.LEDGER, Receipts.PURPOSE, f -> f.date(Receipts.RECEIVED_ON)),
                rule("8-2(1)", Uses.LEDGER, Uses.PURPOSE, f -> Days.of(f.dateTime(Uses.USED_AT))),
                rule("8-2(3)", Files.LEDGER, Files.TASK, f -> null),
                rule("8-2(2)", Requests.LEDGER, Requests.TASK, f -> f.date(Requests.REQUESTED_ON)));
    }

    /** Without a day of its own, an entry's task has to be one of today. */
    private Rule rule(String clause, String ledger, String column, Function<Fields, LocalDate> on) {
        Rules rules = new Rules(ledger, texts);
        return rules.check(clause, Rules.CONTENT, (change, view) -> {
            LocalDate day = on.apply(change.fields());
            String task = change.fields().text(column);
            return law.task(task).filter(t -> !t.span().covers(day == null ? change.today() : day)).stream()
                    .map(t -> rules.violation(column, clause, "task.ended", task)).toList();
        });
    }
}
