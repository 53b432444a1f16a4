package org.daicho.chapter.mynumber.receipt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.chapter.mynumber.handler.HandlerCheck;
import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Which documents show a number and an identity (8-2(9)), and an agent's authority (8-2(10)), on the day of the check:
 * those of the table, while the law takes them, issued lately where that matters, not expired, two different ones where
 * they bear no photo. Who looks at them is a handler.
 */
public final class IdentityRules {

    private static final String CLAUSE = "8-2(9)";

    private final Rules rules;
    private final LawData law;

    public IdentityRules(Texts texts, LawData law) {
        rules = new Rules(Receipts.LEDGER, texts);
        this.law = law;
    }

    public List<Rule> rules() {
        Set<String> content = Set.of(Ledger.ENTER, Ledger.CORRECT, Receipts.Step.COMPLETE);
        return List.of(rules.check(CLAUSE, content, this::documents),
                rules.check(CLAUSE, content, this::days),
                rules.rule(CLAUSE, content, Receipts.IDENTITY_CHECK_2, "identity.same", IdentityRules::isShownTwice),
                rules.check("8-2(10)", content, this::authority),
                HandlerCheck.rule(rules, "8-1(1)①", content, Receipts.IDENTITY_CHECKED_BY,
                        change -> day(change.fields())));
    }

    private List<Violation> documents(Change change, LedgerView view) {
        LocalDate day = day(change.fields());
        List<Violation> violations = new ArrayList<>();
        taken(change.fields(), Receipts.NUMBER_CHECK, law.number(), day, violations);
        taken(change.fields(), Receipts.IDENTITY_CHECK, law.identity(), day, violations);
        taken(change.fields(), Receipts.IDENTITY_CHECK_2, law.identity(), day, violations);
        return violations;
    }

    private void taken(Fields fields, String column, List<LawData.Document> table, LocalDate day,
            List<Violation> violations) {
        LawData.document(table, fields.text(column)).filter(d -> day != null && !d.span().covers(day))
                .ifPresent(d -> violations
                        .add(rules.violation(column, CLAUSE, "identity.ended", d.name(), day.toString())));
    }

    private List<Violation> authority(Change change, LedgerView view) {
        LocalDate day = day(change.fields());
        return LawData.document(law.authority(), change.fields().text(Receipts.AGENT_AUTHORITY))
                .filter(d -> day != null && !d.span().covers(day))
                .map(d -> List.of(rules.violation(Receipts.AGENT_AUTHORITY, "8-2(10)", "authority.ended", d.name(),
                        day.toString())))
                .orElse(List.of());
    }

    private List<Violation> days(Change change, LedgerView view) {
        Fields fields = change.fields();
        LocalDate day = day(fields);
        List<Violation> violations = new ArrayList<>();
        if (Days.isAfter(day, fields.date(Receipts.IDENTITY_VALID_UNTIL))) {
            violations.add(rules.violation(Receipts.IDENTITY_VALID_UNTIL, CLAUSE, "identity.expired",
                    fields.text(Receipts.IDENTITY_VALID_UNTIL)));
        }
        issued(fields, Receipts.IDENTITY_CHECK, Receipts.IDENTITY_ISSUED_ON, violations);
        issued(fields, Receipts.IDENTITY_CHECK_2, Receipts.IDENTITY_ISSUED_ON_2, violations);
        return violations;
    }

    private void issued(Fields fields, String column, String issuedOn, List<Violation> violations) {
        LocalDate issued = fields.date(issuedOn);
        LocalDate day = day(fields);
        if (issued == null || day == null) {
            return;
        }
        if (issued.isAfter(day)) {
            violations.add(rules.violation(issuedOn, CLAUSE, "identity.later", day.toString()));
            return;
        }
        LawData.document(law.identity(), fields.text(column))
                .filter(d -> d.months() != null && issued.plusMonths(d.months()).isBefore(day))
                .ifPresent(d -> violations.add(
                        rules.violation(issuedOn, CLAUSE, "identity.issued", d.name(), issued.toString(), d.months())));
    }

    private static boolean isShownTwice(Change change, LedgerView view) {
        String second = change.fields().text(Receipts.IDENTITY_CHECK_2);
        return second != null && second.equals(change.fields().text(Receipts.IDENTITY_CHECK));
    }

    private static LocalDate day(Fields fields) {
        LocalDate day = fields.date(Receipts.IDENTITY_CHECKED_ON);
        return day == null ? fields.date(Receipts.RECEIVED_ON) : day;
    }
}
