package org.daicho.chapter.council;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What the council is called and where it belongs (1-1): the row with the latest first day that has come.
 */
final class Profile {

    static final String LEDGER = "council.profile";

    private static final String VALID_FROM = "validFrom";

    private final Texts texts;
    private final Clock clock;

    Profile(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    List<Rule> rules() {
        return List.of(new Rules(LEDGER, texts).rule("1-1", Rules.CONTENT, VALID_FROM, "profile.twice",
                Profile::isThereTwice));
    }

    List<DutySource> sources() {
        return List.of(new DutySource("1-1", LEDGER, this::missing));
    }

    private static boolean isThereTwice(Change change, LedgerView view) {
        LocalDate from = change.fields().date(VALID_FROM);
        String own = change.before() == null ? null : change.before().id();
        return from != null && view.find(LEDGER, VALID_FROM, from.toString()).stream()
                .anyMatch(e -> !e.id().equals(own));
    }

    private List<Duty> missing(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate today = LocalDate.now(clock);
        boolean there = view.all(LEDGER).stream().map(e -> e.fields().date(VALID_FROM))
                .anyMatch(day -> day != null && !day.isAfter(today));
        return there
                ? List.of()
                : List.of(new Duty("profile", LEDGER, "1-1", texts.text("gap.profile"), Days.begun(view, today),
                        null));
    }
}
