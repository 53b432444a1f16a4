package org.daicho.chapter.mynumber;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Where My Number information may be carried (8-2(6)③) and how (8-2(6)④). Nothing confirms 8-2(6)③ away.
 */
final class TransportRules {

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts;
    private final LawData law;

    TransportRules(Texts texts, LawData law) {
        this.texts = texts;
        this.law = law;
    }

    List<Rule> rules() {
        return List.of(new Rule("8-2(6)③", Copies.LEDGER, CONTENT, this::destination),
                new Rule("8-2(6)④", Copies.LEDGER, CONTENT, this::sameFacility),
                new Rule("8-2(6)④", Copies.LEDGER, CONTENT, this::confirmations),
                new Rule("8-2(6)④", Copies.LEDGER, CONTENT, this::times));
    }

    private List<Violation> destination(Change change, LedgerView view) {
        String to = change.fields().text(Copies.DESTINATION);
        return to == null || CopyRules.isCopy(change.fields()) || Zones.isZone(to, view)
                || isAddressee(change, view)
                        ? List.of()
                        : List.of(new Violation(Copies.DESTINATION, "8-2(6)③", texts.text("transport.outside", to)));
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
            return List.of(new Violation(Copies.SAME_FACILITY, "8-2(6)④", texts.text("transport.apart",
                    row.text(Copies.SOURCE), row.text(Copies.DESTINATION))));
        }
        return !CopyRules.isCopy(change.fields()) && change.fields().isTrue(Copies.SAME_FACILITY)
                && isAddressee(change, view) && !Zones.isZone(change.fields().text(Copies.DESTINATION), view)
                        ? List.of(new Violation(Copies.SAME_FACILITY, "8-2(6)④", texts.text("transport.facility")))
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
                    violations.add(new Violation(column, "8-2(6)④", texts.text("transport." + column)));
                }
            }
        }
        return violations;
    }

    private List<Violation> times(Change change, LedgerView view) {
        OffsetDateTime from = change.fields().dateTime(Copies.DEPARTED_AT);
        OffsetDateTime to = change.fields().dateTime(Copies.ARRIVED_AT);
        List<Violation> violations = new ArrayList<>();
        if (!isWithin(change, view)) {
            if (from == null) {
                violations.add(new Violation(Copies.DEPARTED_AT, "8-2(6)④", texts.text("transport.departed")));
            }
            if (to == null) {
                violations.add(new Violation(Copies.ARRIVED_AT, "8-2(6)④", texts.text("transport.arrived")));
            }
        }
        if (from != null && to != null && to.isBefore(from)
                || Days.isAfter(Days.of(to), change.today())) {
            violations.add(new Violation(Copies.ARRIVED_AT, "8-2(6)④", texts.text("transport.order")));
        }
        return violations;
    }
}
