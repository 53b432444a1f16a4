package org.daicho.chapter.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * 特定個人情報 never leaves the office this way (8-2(6)③), and its copies belong in 様式10 (8-2(6)①), whether chapter 8 is
 * installed or not. Nothing confirms it away.
 */
final class SpecificInformation {

    private static final String CLAUSE = "8-2(6)③";
    /** What in a name makes the question one that has to be answered. */
    private static final List<String> SIGNS = List.of("特定個人情報", "個人番号", "マイナンバー", "源泉徴収票", "支払調書");
    private static final Set<String> UNTIL_OUT = Set.of(Ledger.ENTER, Ledger.CORRECT, Takeouts.Step.APPROVE,
            Takeouts.Step.TAKE_OUT);

    private final Rules takeouts;
    private final Rules transmissions;
    private final Rules copies;

    SpecificInformation(Texts texts) {
        takeouts = new Rules(Takeouts.LEDGER, texts);
        transmissions = new Rules(Transmissions.LEDGER, texts);
        copies = new Rules(Copies.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(takeouts.check(CLAUSE, UNTIL_OUT, this::takeout),
                transmissions.check(CLAUSE, Rules.CONTENT,
                        (change, view) -> found(change, view, transmissions, CLAUSE, "send")),
                copies.check("8-2(6)①", Rules.CONTENT,
                        (change, view) -> found(change, view, copies, "8-2(6)①", "copy")));
    }

    /** A row that already went out is not held to what the inventory says now: its gap tells ({@link TakeoutGaps}). */
    private List<Violation> takeout(Change change, LedgerView view) {
        boolean past = Ledger.CORRECT.equals(change.action()) && change.fields().has(Takeouts.TAKEN_ON)
                && !Takeouts.State.REQUESTED.equals(change.state());
        return past
                ? stated(change.fields(), takeouts, CLAUSE, "take")
                : found(change, view, takeouts, CLAUSE, "take");
    }

    private static List<Violation> found(Change change, LedgerView view, Rules rules, String clause, String how) {
        Fields fields = change.fields();
        List<Violation> violations = new ArrayList<>(stated(fields, rules, clause, how));
        Register register = new Register(view);
        String asset = fields.text(Takeouts.ASSET);
        if (register.holdsSpecific(asset)) {
            violations.add(rules.violation(Takeouts.ASSET, clause, "specific." + how + ".registered", asset));
        } else if (Rules.CONTENT.contains(change.action()) && !fields.has(Takeouts.SPECIFIC_PERSONAL_INFORMATION)
                && !register.has(asset) && (isSuspect(asset) || isSuspect(fields.text(Takeouts.CONTENTS)))) {
            violations.add(rules.violation(Takeouts.SPECIFIC_PERSONAL_INFORMATION, clause, "specific.answer"));
        }
        return violations;
    }

    private static List<Violation> stated(Fields fields, Rules rules, String clause, String how) {
        return fields.isTrue(Takeouts.SPECIFIC_PERSONAL_INFORMATION)
                ? List.of(rules.violation(Takeouts.SPECIFIC_PERSONAL_INFORMATION, clause,
                        "specific." + how + ".stated"))
                : List.of();
    }

    private static boolean isSuspect(String text) {
        String key = Names.key(text);
        return SIGNS.stream().anyMatch(key::contains);
    }
}
