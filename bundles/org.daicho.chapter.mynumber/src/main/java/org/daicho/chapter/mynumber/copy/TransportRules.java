package org.daicho.chapter.mynumber.copy;

import java.util.ArrayList;
import java.util.List;

import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.chapter.mynumber.place.Zones;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Where My Number information may be carried (8-2(6)③) and how (8-2(6)④). Nothing confirms 8-2(6)③ away.
 */
public final class TransportRules {

    private final Rules rules;
    private final LawData law;

    public TransportRules(Texts texts, LawData law) {
        rules = new Rules(Copies.LEDGER, texts);
        this.law = law;
    }

    public List<Rule> rules() {
        return List.of(rules.check("8-2(6)③", Rules.CONTENT, this::destination),
                rules.check("8-2(6)④", Rules.CONTENT, this::sameFacility),
                rules.check("8-2(6)④", Rules.CONTENT, this::confirmations),
                rules.check("8-2(6)④", Rules.CONTENT, this::times));
    }

    private List<Violation> destination(Change change, LedgerView view) {
        String to = change.fields().text(Copies.DESTINATION);
        return to == null || CopyRules.isCopy(change.fields()) || Zones.isZone(to, view)
                || isAddressee(change, view)
                        ? List.of()
                        : List.of(rules.violation(Copies.DESTINATION, "8-2(6)③", "transport.outside", to));
    }

    private boolean isAddressee(Change change, LedgerView view) {
        return change.fields().has(Copies.DESTINATION)
                && Zones.isAddressee(change.fields().text(Copies.DESTINATION), change.today(), law, view);
    }

    /** What is filed elsewhere leaves the facility; so does what goes to a zone that is registered in another one. */
    private List<Violation> sameFacility(Change change, LedgerView view) {
        Fields row = change.fields();
        if (!CopyRules.isCopy(row) && row.isTrue(Copies.SAME_FACILITY)
                && Zones.areApart(row.text(Copies.SOURCE), row.text(Copies.DESTINATION), view)) {
            return List.of(rules.violation(Copies.SAME_FACILITY, "8-2(6)④", "transport.apart", row.text(Copies.SOURCE),
                    row.text(Copies.DESTINATION)));
        }
        return !CopyRules.isCopy(change.fields()) && change.fields().isTrue(Copies.SAME_FACILITY)
                && isAddressee(change, view) && !Zones.isZone(change.fields().text(Copies.DESTINATION), view)
                        ? List.of(rules.violation(Copies.SAME_FACILITY, "8-2(6)④", "transport.facility"))
                        : List.of();
    }

    private boolean isWithin(Change change, LedgerView view) {
        Fields row = change.fields();
        return CopyRules.isCopy(row) || row.isTrue(Copies.SAME_FACILITY)
                || !row.isFalse(Copies.SAME_FACILITY)
                        && Zones.isOneFacility(row.text(Copies.SOURCE), row.text(Copies.DESTINATION), view);
    }

    private List<Violation> confirmations(Change change, LedgerView view) {
        List<Violation> violations = new ArrayList<>();
        if (!isWithin(change, view)) {
            for (String column : List.of(Copies.CASE_LOCKED, Copies.CARRIED_THROUGHOUT, Copies.NO_DETOUR)) {
                if (!change.fields().isTrue(column)) {
                    violations.add(rules.violation(column, "8-2(6)④", "transport." + column));
                }
            }
        }
        return violations;
    }

    private List<Violation> times(Change change, LedgerView view) {
        List<Violation> violations = new ArrayList<>();
        if (!isWithin(change, view)) {
            if (!change.fields().has(Copies.DEPARTED_AT)) {
                violations.add(rules.violation(Copies.DEPARTED_AT, "8-2(6)④", "transport.departed"));
            }
            if (!change.fields().has(Copies.ARRIVED_AT)) {
                violations.add(rules.violation(Copies.ARRIVED_AT, "8-2(6)④", "transport.arrived"));
            }
        }
        return violations;
    }
}
