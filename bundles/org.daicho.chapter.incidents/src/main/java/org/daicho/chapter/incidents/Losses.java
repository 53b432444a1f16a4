package org.daicho.chapter.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.daicho.chapter.incidents.Reliances.Keys;
import org.daicho.chapter.incidents.Reliances.Takeouts;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Act;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.LedgerView;

/**
 * A loss is reported once (6-2(2)①): the report that names a take-out (様式2) or a key (様式4) makes it lost there too. The
 * other way, those ledgers enter the report themselves.
 * <p>
 * A report against a person changes nothing elsewhere, as that would tell them of it (8-1(2)①). Members move only the
 * take-outs that they carry or asked for, and no keys, whose list is not theirs to read.
 */
final class Losses {

    private static final String LOST = "report-lost";
    private static final String LOST_ON = "lostOn";
    private static final String LOSS = "紛失";

    private Losses() {
    }

    static List<Consequence> consequences() {
        return List.of(new Consequence("6-2(2)①", Report.LEDGER, Rules.CONTENT, Losses::acts));
    }

    private static List<Act> acts(Change change, LedgerView view) {
        List<Act> acts = new ArrayList<>();
        String kind = change.fields().text(Report.KIND);
        if (!change.fields().has(Report.REPORTED_PERSON) && (kind == null || LOSS.equals(kind))) {
            named(change, view, Report.TAKEOUT, Takeouts.LEDGER)
                    .filter(e -> change.as() != Role.MEMBER || isOwn(e, change.caller().person()))
                    .map(e -> lose(e, change)).ifPresent(acts::add);
            named(change, view, Report.KEY, Keys.LEDGER).filter(e -> change.as() != Role.MEMBER)
                    .map(e -> lose(e, change)).ifPresent(acts::add);
        }
        return acts;
    }

    /** Finds what the change names for the first time and what may still be reported lost. */
    private static Optional<Entry> named(Change change, LedgerView view, String column, String ledger) {
        String id = change.fields().text(column);
        String before = change.before() == null ? null : change.before().fields().text(column);
        return id == null || Objects.equals(id, before)
                ? Optional.empty()
                : view.entry(ledger, id).filter(e -> e.erased() == null).filter(e -> view.definition(ledger)
                        .flatMap(d -> d.action(LOST)).filter(a -> a.from().contains(e.state())).isPresent());
    }

    private static boolean isOwn(Entry takeout, Person person) {
        return person.isSameAs(takeout.createdBy()) || person.isSameAs(takeout.fields().person(Takeouts.TAKEN_BY));
    }

    private static Act lose(Entry entry, Change report) {
        return Act.on(entry.ledger(), entry.id(), LOST,
                Map.of(LOST_ON, Days.of(report.fields().dateTime(Report.DISCOVERED_AT)).toString()));
    }
}
