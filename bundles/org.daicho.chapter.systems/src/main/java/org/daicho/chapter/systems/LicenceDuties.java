package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.systems.Licences.Seat;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Links;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is due or wrong with the licences (4-7): more in use than held, counts that are missing or differ from what is
 * assigned, licences that end, seats on devices that are gone.
 */
final class LicenceDuties {

    private final Dues registered;
    private final Dues licences;
    private final Dues seats;
    private final int months;

    /**
     * Makes the duties.
     *
     * @param months the months between two counts of what is installed
     */
    LicenceDuties(Texts texts, int months) {
        registered = new Dues(Licences.LEDGER, "2-3(1)", texts);
        licences = new Dues(Licences.LEDGER, "4-7", texts);
        seats = new Dues(Seat.LEDGER, "4-7", texts);
        this.months = months;
    }

    List<DutySource> sources() {
        return List.of(registered.source(this::outsideInventory),
                licences.source(this::unregistered), licences.source(this::over),
                licences.source(this::differing), licences.source(this::counts),
                licences.source(this::ends), seats.source(this::withoutDevice));
    }

    /** 様式1 has to have the software too; where chapter 2 is absent, there is nothing to hold it against. */
    private Stream<Duty> outsideInventory(LedgerView view) {
        Inventory inventory = new Inventory(view);
        return active(view).filter(e -> inventory.isLive() && !inventory.hasSoftware(name(e)))
                .map(e -> registered.duty("inventory:" + e.id(), e.day(), "gap.inventory", name(e)));
    }

    /** Of software in the inventory that this register does not have, nobody counts the licences. */
    private Stream<Duty> unregistered(LedgerView view) {
        return new Inventory(view).software()
                .filter(e -> view.find(Licences.LEDGER, Licences.SOFTWARE, Inventory.name(e)).stream()
                        .noneMatch(l -> Licences.ACTIVE.equals(l.state())))
                .map(e -> licences.duty("register:" + e.id(), e.day(), "duty.licenceRegister", Inventory.name(e)));
    }

    private Stream<Duty> over(LedgerView view) {
        return active(view).filter(e -> Math.max(assigned(e, view), counted(e)) > owned(e))
                .map(e -> licences.duty("over:" + e.id(), e.day(), "gap.over", name(e), owned(e), assigned(e, view),
                        e.fields().has(Licences.IN_USE) ? String.valueOf(counted(e)) : "—"));
    }

    private Stream<Duty> differing(LedgerView view) {
        return active(view).filter(e -> e.fields().has(Licences.IN_USE) && counted(e) != assigned(e, view))
                .map(e -> licences.duty("differs:" + e.id(), e.fields().date(Licences.COUNTED_ON), "gap.differs",
                        name(e), counted(e), assigned(e, view)));
    }

    private Stream<Duty> counts(LedgerView view) {
        return active(view).map(e -> {
            LocalDate last = e.fields().date(Licences.COUNTED_ON);
            return last == null
                    ? licences.duty("count:" + e.id(), e.day().plusMonths(months), "duty.count.first", name(e))
                    : licences.duty("count:" + e.id() + ":" + last, last.plusMonths(months), "duty.count", name(e),
                            last.toString());
        });
    }

    private Stream<Duty> ends(LedgerView view) {
        return active(view).filter(e -> e.fields().has(Licences.VALID_TO))
                .map(e -> licences.duty("end:" + e.id() + ":" + e.fields().text(Licences.VALID_TO),
                        e.fields().date(Licences.VALID_TO), "duty.licenceEnd", name(e),
                        e.fields().text(Licences.VALID_TO)));
    }

    private Stream<Duty> withoutDevice(LedgerView view) {
        return view.standing(Seat.LEDGER, Seat.ASSIGNED).stream()
                .filter(e -> !Devices.has(e.fields().text(Seat.DEVICE), view))
                .map(e -> seats.duty("device:" + e.id(), e.day(), "gap.seatDevice", e.fields().text(Seat.DEVICE),
                        Licences.held(Links.id(e, Seat.LICENCE), view).map(LicenceDuties::name).orElse("—")));
    }

    private static Stream<Entry> active(LedgerView view) {
        return view.standing(Licences.LEDGER, Licences.ACTIVE).stream();
    }

    private static long assigned(Entry licence, LedgerView view) {
        return Licences.seats(licence.id(), view).count();
    }

    private static long owned(Entry licence) {
        return licence.fields().integer(Licences.OWNED);
    }

    private static long counted(Entry licence) {
        Long counted = licence.fields().integer(Licences.IN_USE);
        return counted == null ? 0 : counted;
    }

    private static String name(Entry licence) {
        return licence.fields().text(Licences.SOFTWARE);
    }
}
