package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The storage media that the manager permits to be connected (4-1): which, to which device, from when to when. That the
 * manager alone permits stands in the definition.
 */
final class Permits {

    static final String LEDGER = "systems.media-permits";
    static final String PERMITTED = "permitted";
    static final String PERMIT = "permit";

    static final String MEDIUM = "medium";
    static final String MEDIUM_NUMBER = "mediumNumber";
    static final String DEVICE = "device";
    static final String PERMITTED_FROM = "permittedFrom";
    static final String PERMITTED_TO = "permittedTo";
    static final String PERMITTED_ON = "permittedOn";
    static final String USED_BY = "usedBy";
    static final String ENDED_ON = "endedOn";

    private static final String CLAUSE = "4-1";
    private static final Set<String> NAMING = Set.of(Ledger.ENTER, Ledger.CORRECT, PERMIT);

    private final Rules rules;
    private final Dues dues;

    Permits(Texts texts) {
        rules = new Rules(LEDGER, texts);
        dues = new Dues(LEDGER, CLAUSE, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.rule(CLAUSE, Set.of(PERMIT), PERMITTED_TO, "permit.over",
                        (change, view) -> Days.isAfter(change.today(), change.fields().date(PERMITTED_TO))),
                rules.rule(CLAUSE, NAMING, MEDIUM_NUMBER, "permit.several", Permits::meansSeveral),
                rules.rule(CLAUSE, NAMING, MEDIUM_NUMBER, "permit.number", Permits::meansOther));
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::ending), dues.source(this::unknownMedia), dues.source(this::unknownDevices));
    }

    /** A permission means one medium, so a name that several bear does not do. */
    private static boolean meansSeveral(Change change, LedgerView view) {
        return !change.fields().has(MEDIUM_NUMBER)
                && new Inventory(view).media(change.fields().text(MEDIUM)).count() > 1;
    }

    private static boolean meansOther(Change change, LedgerView view) {
        Inventory inventory = new Inventory(view);
        Long number = change.fields().integer(MEDIUM_NUMBER);
        return number != null && inventory.isLive() && !inventory.hasMedium(change.fields().text(MEDIUM), number);
    }

    /**
     * Tells whether a medium was permitted on a device on a day. What was permitted later does not count.
     *
     * @param medium its name
     * @param number its number in the inventory, or {@code null}; where several bear the name, none is permitted then
     * @param device the device's name
     * @param day    the day
     * @param view   what the ledgers hold
     */
    static boolean cover(String medium, Long number, String device, LocalDate day, LedgerView view) {
        Set<String> onDevice = view.find(LEDGER, DEVICE, device).stream().map(Entry::id).collect(Collectors.toSet());
        boolean single = new Inventory(view).media(medium).count() <= 1;
        return view.find(LEDGER, MEDIUM, medium).stream().filter(e -> onDevice.contains(e.id())).map(Entry::fields)
                .filter(p -> number == null
                        ? single
                        : number.equals(p.integer(MEDIUM_NUMBER))
                                || single && !p.has(MEDIUM_NUMBER))
                .anyMatch(p -> Days.isWithin(day, p.date(PERMITTED_ON), p.date(ENDED_ON))
                        && Days.isWithin(day, p.date(PERMITTED_FROM), p.date(PERMITTED_TO)));
    }

    private Stream<Duty> ending(LedgerView view) {
        return view.standing(LEDGER, PERMITTED).stream().map(e -> dues.duty(
                "end:" + e.id() + ":" + e.fields().text(PERMITTED_TO), e.fields().date(PERMITTED_TO), "duty.permitEnd",
                e.fields().text(MEDIUM), e.fields().text(DEVICE), e.fields().text(PERMITTED_TO)));
    }

    private Stream<Duty> unknownMedia(LedgerView view) {
        Inventory inventory = new Inventory(view);
        String message = inventory.isLive() ? "gap.permitMedium" : "gap.permitMedium.noInventory";
        return view.standing(LEDGER, PERMITTED).stream()
                .filter(e -> !inventory.isLive()
                        || !inventory.hasMedium(e.fields().text(MEDIUM), e.fields().integer(MEDIUM_NUMBER)))
                .map(e -> dues.duty("medium:" + e.id(), e.day(), message, e.fields().text(MEDIUM)));
    }

    private Stream<Duty> unknownDevices(LedgerView view) {
        return view.standing(LEDGER, PERMITTED).stream().filter(e -> !Devices.has(e.fields().text(DEVICE), view))
                .map(e -> dues.duty("device:" + e.id(), e.day(), "gap.permitDevice", e.fields().text(DEVICE)));
    }
}
