package org.daicho.chapter.media;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is wrong in 様式2 as it stands; a gap of its month's check from the start (3-5).
 */
final class TakeoutGaps {

    private static final String REPORTS = "incidents.reports";

    private final Texts texts;

    TakeoutGaps(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(
                new DutySource("2-3(1)", Takeouts.LEDGER,
                        (from, to, view) -> unregistered("asset", "2-3(1)", Takeouts.ASSET, to, view,
                                name -> new Register(view).has(name))),
                new DutySource("4-1", Takeouts.LEDGER,
                        (from, to, view) -> unregistered("medium", "4-1", Takeouts.MEDIUM, to, view,
                                name -> new Register(view).has(name, Disposals.Category.MEDIUM))),
                each("3-2(1)", "unapproved", "gap.unapproved", (t, view) -> t.isUnapproved()),
                each("8-2(6)③", "specific", "gap.specific",
                        (t, view) -> t.isAway() && new Register(view).holdsSpecific(t.asset())),
                new DutySource("6-2(2)", Takeouts.LEDGER, this::losses));
    }

    /** Lists each name once a month that the inventory does not have, or that has no inventory to be found in. */
    private List<Duty> unregistered(String key, String clause, String column, LocalDate to, LedgerView view,
            Function<String, Boolean> known) {
        String message = "gap." + key + (new Register(view).isLive() ? "" : ".noInventory");
        Map<String, Duty> gaps = new LinkedHashMap<>();
        Takeout.all(view).filter(t -> !t.isEnded() && t.entry().fields().has(column)).forEach(t -> {
            String name = t.entry().fields().text(column);
            String once = key + ":" + Locations.key(name) + ":" + YearMonth.from(t.entry().day());
            if (!gaps.containsKey(once) && (!new Register(view).isLive() || !known.apply(name))) {
                gaps.put(once, new Duty(once, Takeouts.LEDGER, clause, texts.text(message, name),
                        Days.before(t.entry().day()), null));
            }
        });
        return gaps.values().stream().filter(d -> !d.due().isAfter(to)).toList();
    }

    private DutySource each(String clause, String key, String message, BiPredicate<Takeout, LedgerView> wrong) {
        return new DutySource(clause, Takeouts.LEDGER, (from, to, view) -> Takeout.all(view)
                .filter(t -> wrong.test(t, view))
                .map(t -> new Duty(key + ":" + t.entry().id(), Takeouts.LEDGER, clause,
                        texts.text(message, t.asset(), t.takenOn().toString()), Days.before(t.takenOn()), t.carrier()))
                .filter(d -> !d.due().isAfter(to)).toList());
    }

    /** A loss is reported under chapter 6, whether the asset is found again or not. */
    private List<Duty> losses(LocalDate from, LocalDate to, LedgerView view) {
        boolean live = view.isActive(REPORTS);
        return Takeout.all(view)
                .filter(t -> t.entry().fields().has(Takeouts.LOST_ON) && !isReported(t, live, view))
                .map(t -> {
                    LocalDate lostOn = t.entry().fields().date(Takeouts.LOST_ON);
                    return new Duty("lost:" + t.entry().id(), Takeouts.LEDGER, "6-2(2)",
                            texts.text(live ? "duty.lost" : "duty.lost.noReports", t.asset(), lostOn.toString()),
                            Days.before(lostOn), t.carrier());
                }).filter(d -> !d.due().isAfter(to)).toList();
    }

    private static boolean isReported(Takeout takeout, boolean live, LedgerView view) {
        String report = takeout.entry().fields().text(Takeouts.INCIDENT_REPORT);
        return report != null && (!live || view.entry(REPORTS, report).isPresent());
    }
}
