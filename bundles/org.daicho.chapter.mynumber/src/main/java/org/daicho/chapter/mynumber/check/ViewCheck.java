package org.daicho.chapter.mynumber.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.ending.Files;
import org.daicho.chapter.mynumber.neighbour.Reliances.Views;
import org.daicho.chapter.mynumber.receipt.Access;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The days on which a handler looked at the ledgers of chapter 8 and wrote nothing of any work there: the month's check
 * asks what for (8-2(5)①, 8-3). Who looks as the manager or a deputy does so for the check, and is not asked.
 */
public final class ViewCheck {

    private static final String CLAUSE = "8-2(5)①";
    private static final String PREFIX = "mynumber.";
    /** Those that a handler writes, and whose readings are recorded. */
    private static final List<String> WORK = List.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER, Files.LEDGER,
            Access.LEDGER, Requests.LEDGER);

    private final Texts texts;

    public ViewCheck(Texts texts) {
        this.texts = texts;
    }

    public List<DutySource> sources() {
        return List.of(dues(Uses.LEDGER, CLAUSE).source(this::unexplained));
    }

    private List<Duty> unexplained(LocalDate from, LocalDate to, LedgerView view) {
        Map<PersonDay, List<Entry>> readings = view.between(Views.LEDGER, from, to).stream()
                .filter(e -> e.as() == Role.HANDLER && e.fields().text(Views.OF).startsWith(PREFIX))
                .collect(Collectors.groupingBy(e -> new PersonDay(e.by().id(), e.day()), LinkedHashMap::new,
                        Collectors.toList()));
        if (!readings.isEmpty()) {
            readings.keySet().removeAll(worked(view));
        }
        List<Duty> gaps = new ArrayList<>();
        readings.forEach((who, of) -> gaps
                .add(dues(Uses.LEDGER, CLAUSE).duty("viewed:" + who.person() + ":" + who.day(), who.day(), "gap.viewed",
                        of.get(0).by().name(), who.day().toString(), String.valueOf(of.size()))));
        return gaps;
    }

    /** Who worked on which day: used something by 様式9, or wrote a version of any entry. */
    private static Set<PersonDay> worked(LedgerView view) {
        Set<PersonDay> worked = new HashSet<>();
        for (String ledger : WORK) {
            for (Entry entry : view.all(ledger)) {
                view.versions(ledger, entry.id()).forEach(v -> worked.add(new PersonDay(v.by().id(), Days.of(v.at()))));
            }
        }
        view.all(Uses.LEDGER).stream().filter(e -> e.fields().has(Uses.USED_BY))
                .forEach(e -> worked.add(new PersonDay(e.fields().person(Uses.USED_BY).id(), e.day())));
        return worked;
    }

    private record PersonDay(String person, LocalDate day) {
    }

    private Dues dues(String ledger, String clause) {
        return new Dues(ledger, clause, texts);
    }
}
