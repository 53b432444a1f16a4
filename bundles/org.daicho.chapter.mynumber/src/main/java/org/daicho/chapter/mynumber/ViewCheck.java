package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Entry;
import org.daicho.ledger.Person;
import org.daicho.ledger.Role;
import org.daicho.ledger.form.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Texts;

/**
 * The days on which a handler looked at the ledgers of chapter 8 and wrote nothing of any work there: the month's check
 * asks what for (8-2(5)①, 8-3). Who looks as the manager or a deputy does so for the check, and is not asked.
 */
final class ViewCheck {

    private static final String CLAUSE = "8-2(5)①";
    private static final String VIEWS = "log.views";
    private static final String PREFIX = "mynumber.";
    /** Those that a handler writes, and whose readings are recorded. */
    private static final List<String> WORK = List.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER, Files.LEDGER,
            Access.LEDGER, Requests.LEDGER);

    private final Texts texts;

    ViewCheck(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Uses.LEDGER, this::unexplained));
    }

    private List<Duty> unexplained(LocalDate from, LocalDate to, LedgerView view) {
        Map<PersonDay, Integer> readings = new LinkedHashMap<>();
        view.between(VIEWS, from, to).stream()
                .filter(e -> e.as() == Role.HANDLER && e.fields().text("ledger").startsWith(PREFIX))
                .forEach(e -> readings.merge(new PersonDay(e.by().id(), e.by().name(), e.day()), 1, Integer::sum));
        if (readings.isEmpty()) {
            return List.of();
        }
        Set<String> worked = worked(view);
        List<Duty> gaps = new ArrayList<>();
        readings.forEach((who, count) -> {
            if (!worked.contains(key(who.id(), who.day()))) {
                gaps.add(new Duty("viewed:" + who.id() + ":" + who.day(), Uses.LEDGER, CLAUSE,
                        texts.text("gap.viewed", who.name(), who.day().toString(), String.valueOf(count)), who.day(),
                        null));
            }
        });
        return gaps;
    }

    /** Who worked on which day: used something by 様式9, or wrote a version of any entry. */
    private static Set<String> worked(LedgerView view) {
        Set<String> worked = new HashSet<>();
        for (String ledger : WORK) {
            for (Entry entry : view.all(ledger)) {
                view.versions(ledger, entry.id()).forEach(v -> worked.add(key(v.by().id(), Days.of(v.at()))));
            }
        }
        view.all(Uses.LEDGER).stream().filter(e -> e.fields().has(Uses.USED_BY)).forEach(e -> {
            Person user = e.fields().person(Uses.USED_BY);
            worked.add(key(user.id(), e.day()));
        });
        return worked;
    }

    private static String key(String person, LocalDate day) {
        return person + " " + day;
    }

    /** A person on a day. */
    private record PersonDay(String id, String name, LocalDate day) {
    }
}
