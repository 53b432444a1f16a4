package org.daicho.chapter.mynumber.ending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.chapter.mynumber.handler.HandlerCheck;
import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.chapter.mynumber.place.Zones;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What has to be clear before something is provided (8-2(11)): to whom the law has it filed, so that it lies within the
 * task (8-2(11)①, 8-2(6)③), and the five items or the document that states them (8-2(11)②).
 */
public final class ProvisionRules {

    private static final Set<String> SUBMIT = Set.of(Receipts.Step.SUBMIT);
    private static final Set<String> END = Set.of(Receipts.Step.SUBMIT, Receipts.Step.DISPOSE);
    private static final List<String> ITEMS = List.of("provisionPurpose", "provisionLaw", "provisionScope",
            "provisionItems", "provisionForm");

    private final Rules rules;
    private final LawData law;

    public ProvisionRules(Texts texts, LawData law) {
        rules = new Rules(Receipts.LEDGER, texts);
        this.law = law;
    }

    public List<Rule> rules() {
        return List.of(rules.check("8-2(11)①", SUBMIT, this::task),
                rules.check("8-2(6)③", SUBMIT, this::addressee),
                rules.check("8-2(11)②", SUBMIT, this::items),
                HandlerCheck.rule(rules, "8-1(1)①", END, Receipts.ENDED_BY,
                        change -> change.fields().date(Receipts.ENDED_ON)));
    }

    private List<Violation> task(Change change, LedgerView view) {
        Fields fields = change.fields();
        if (!fields.has(Receipts.ADDRESSEE)) {
            return List.of(rules.violation(Receipts.ADDRESSEE, "8-2(11)①", "submit.to"));
        }
        LocalDate day = fields.date(Receipts.ENDED_ON);
        return law.task(fields.text(Receipts.PURPOSE)).filter(t -> day == null || t.span().covers(day)).isEmpty()
                ? List.of(rules.violation(Receipts.ADDRESSEE, "8-2(11)①", "task.ended",
                        String.valueOf(fields.text(Receipts.PURPOSE))))
                : List.of();
    }

    private List<Violation> addressee(Change change, LedgerView view) {
        String to = change.fields().text(Receipts.ADDRESSEE);
        return to == null || Zones.isAddressee(to, change.today(), law, view)
                ? List.of()
                : List.of(rules.violation(Receipts.ADDRESSEE, "8-2(6)③", "submit.outside", to));
    }

    private List<Violation> items(Change change, LedgerView view) {
        List<Violation> violations = new ArrayList<>();
        if (!change.fields().has(Receipts.CITATION)) {
            ITEMS.stream().filter(item -> !change.fields().has(item)).forEach(
                    item -> violations.add(rules.violation(item, "8-2(11)②", "submit." + item)));
        }
        return violations;
    }
}
