package org.daicho.chapter.media;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is wrong in 様式2 as it stands; a gap of its month's check from the start (3-5).
 */
final class TakeoutGaps {

    private final Texts texts;

    TakeoutGaps(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(unregistered("2-3(1)", "asset", Takeouts.ASSET, Register::has),
                unregistered("4-1", "medium", Takeouts.MEDIUM,
                        (register, name) -> register.has(name, Disposals.Category.MEDIUM)),
                each("3-2(1)", "unapproved", "gap.unapproved", (t, view) -> t.isUnapproved()),
                each("8-2(6)③", "specific", "gap.specific",
                        (t, view) -> t.isAway() && new Register(view).holdsSpecific(t.asset())));
    }

    /** Lists each name once a month that the inventory does not have, or that has no inventory to be found in. */
    private DutySource unregistered(String clause, String key, String column, BiPredicate<Register, String> known) {
        Dues dues = dues(clause);
        return dues.source(view -> {
            Register register = new Register(view);
            String message = "gap." + key + (register.isLive() ? "" : ".noInventory");
            Map<String, Duty> gaps = new LinkedHashMap<>();
            Takeout.all(view).filter(t -> !t.isEnded() && t.entry().fields().has(column)).forEach(t -> {
                String name = t.entry().fields().text(column);
                String once = key + ":" + Names.key(name) + ":" + YearMonth.from(t.entry().day());
                if (!gaps.containsKey(once) && (!register.isLive() || !known.test(register, name))) {
                    gaps.put(once, dues.duty(once, Days.before(t.entry().day()), message, name));
                }
            });
            return gaps.values().stream();
        });
    }

    private DutySource each(String clause, String key, String message, BiPredicate<Takeout, LedgerView> wrong) {
        Dues dues = dues(clause);
        return dues.source(view -> Takeout.all(view).filter(t -> wrong.test(t, view))
                .map(t -> dues.duty(key + ":" + t.entry().id(), Days.before(t.takenOn()), t.carrier(), message,
                        t.asset(), t.takenOn().toString())));
    }

    private Dues dues(String clause) {
        return new Dues(Takeouts.LEDGER, clause, texts);
    }
}
