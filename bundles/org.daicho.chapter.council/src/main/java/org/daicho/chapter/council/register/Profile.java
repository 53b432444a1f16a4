package org.daicho.chapter.council.register;

import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What the council is called and where it belongs (1-1): the row with the latest first day that has come.
 */
public final class Profile {

    public static final String LEDGER = Registers.PROFILE;

    private static final String VALID_FROM = "validFrom";

    private final Texts texts;

    public Profile(Texts texts) {
        this.texts = texts;
    }

    public List<Rule> rules() {
        return List.of(new Rules(LEDGER, texts).rule("1-1", Rules.CONTENT, VALID_FROM, "profile.twice",
                Profile::isThereTwice));
    }

    public List<DutySource> sources() {
        return List.of(dues("1-1").source(this::missing));
    }

    private static boolean isThereTwice(Change change, LedgerView view) {
        LocalDate from = change.fields().date(VALID_FROM);
        String own = change.before() == null ? null : change.before().id();
        return from != null && view.find(LEDGER, VALID_FROM, from.toString()).stream()
                .anyMatch(e -> !e.id().equals(own));
    }

    private List<Duty> missing(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate today = view.today();
        boolean there = view.all(LEDGER).stream().map(e -> e.fields().date(VALID_FROM))
                .anyMatch(day -> day != null && !day.isAfter(today));
        return there
                ? List.of()
                : List.of(dues("1-1").duty("profile", Registers.begun(view), "gap.profile"));
    }

    private Dues dues(String clause) {
        return new Dues(LEDGER, clause, texts);
    }
}
