package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.Entry;
import org.daicho.ledger.form.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.spi.Texts;

/**
 * The storage media that the manager permits to be connected (4-1): which, to which device, from when to when. That the
 * manager alone permits stands in the definition.
 */
final class Permits {

    static final String LEDGER = "systems.media-permits";
    static final String PERMITTED = "permitted";
    static final String PERMIT = "permit";
    static final String END = "end";

    static final String MEDIUM = "medium";
    static final String DEVICE = "device";
    static final String PERMITTED_FROM = "permittedFrom";
    static final String PERMITTED_TO = "permittedTo";
    static final String PERMITTED_ON = "permittedOn";
    static final String USED_BY = "usedBy";
    static final String ENDED_ON = "endedOn";

    private static final String CLAUSE = "4-1";
    private static final Set<String> PERMITTING = Set.of(PERMIT);

    private final Rules rules;
    private final Dues dues;

    Permits(Texts texts) {
        rules = new Rules(LEDGER, texts);
        dues = new Dues(LEDGER, CLAUSE, texts);
    }

    List<Rule> rules() {
        return List.of(rules.inOrder(CLAUSE, Rules.CONTENT, PERMITTED_FROM, PERMITTED_TO),
                rules.rule(CLAUSE, PERMITTING, PERMITTED_TO, "permit.over",
                        (change, view) -> Days.isAfter(change.today(), change.fields().date(PERMITTED_TO))),
                rules.rule(CLAUSE, PERMITTING, PERMITTED_ON, "permit.today",
                        (change, view) -> change.fields().has(PERMITTED_ON)
                                && !change.today().equals(change.fields().date(PERMITTED_ON))),
                rules.notInFuture(CLAUSE, Set.of(END), ENDED_ON));
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::ending), dues.source(this::unknownMedia), dues.source(this::unknownDevices));
    }

    /** Tells whether a medium was permitted on a device on a day. What was permitted later does not count. */
    static boolean cover(String medium, String device, LocalDate day, LedgerView view) {
        Set<String> onDevice = Days.found(view, LEDGER, DEVICE, device).map(Entry::id).collect(Collectors.toSet());
        return Days.found(view, LEDGER, MEDIUM, medium).filter(e -> onDevice.contains(e.id())).map(Entry::fields)
                .anyMatch(p -> Days.isWithin(day, p.date(PERMITTED_ON), p.date(ENDED_ON))
                        && Days.isWithin(day, p.date(PERMITTED_FROM), p.date(PERMITTED_TO)));
    }

    private Stream<Duty> ending(LedgerView view) {
        return Days.standing(view, LEDGER, PERMITTED).map(e -> dues.duty(
                "end:" + e.id() + ":" + e.fields().text(PERMITTED_TO), e.fields().date(PERMITTED_TO), "duty.permitEnd",
                e.fields().text(MEDIUM), e.fields().text(DEVICE), e.fields().text(PERMITTED_TO)));
    }

    private Stream<Duty> unknownMedia(LedgerView view) {
        Inventory inventory = new Inventory(view);
        String message = inventory.isLive() ? "gap.permitMedium" : "gap.permitMedium.noInventory";
        return Days.standing(view, LEDGER, PERMITTED)
                .filter(e -> !inventory.isLive() || !inventory.hasMedium(e.fields().text(MEDIUM)))
                .map(e -> dues.duty("medium:" + e.id(), e.day(), message, e.fields().text(MEDIUM)));
    }

    private Stream<Duty> unknownDevices(LedgerView view) {
        return Days.standing(view, LEDGER, PERMITTED).filter(e -> !Devices.has(e.fields().text(DEVICE), view))
                .map(e -> dues.duty("device:" + e.id(), e.day(), "gap.permitDevice", e.fields().text(DEVICE)));
    }
}
