package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * What is due or wrong with the devices in use: checks, what a check found, licences of anti-malware software that end,
 * notebooks that no locked cabinet holds (4-2, 4-3, 4-5, 4-6).
 */
final class DeviceDuties {

    private final Texts texts;
    private final int months;
    private final int updateDays;

    /**
     * Makes the duties.
     *
     * @param months     the months between two checks of a device
     * @param updateDays for how many days an update of the anti-malware software counts as new
     */
    DeviceDuties(Texts texts, int months, int updateDays) {
        this.texts = texts;
        this.months = months;
        this.updateDays = updateDays;
    }

    List<DutySource> sources() {
        return List.of(dues("4-2(1)").source(this::checks), dues("4-2(1)").source(this::unregistered),
                dues("2-3(1)").source(this::outsideInventory),
                found("4-2(1)", "password", "gap.password", f -> f.isFalse(Devices.LOGIN_PASSWORD)),
                found("4-2(2)", "kept", "gap.kept", f -> !f.isTrue(Devices.PASSWORD_KEPT)),
                found("4-3", "malware", "gap.malware", f -> f.isFalse(Devices.ANTI_MALWARE)),
                found("4-3", "stale", "gap.stale", this::isStale),
                dues("4-3").source(this::licenceEnds),
                found("4-5", "cable", "gap.cable", f -> f.isFalse(Devices.CABLING_SAFE)),
                found("4-6(1)", "unlocked", "gap.unlocked",
                        f -> Devices.isPortable(f) && f.isFalse(Devices.SECURED)),
                found("4-6(2)", "unwired", "gap.unwired", f -> !Devices.isPortable(f) && f.isFalse(Devices.SECURED)),
                dues("4-6(1)").source(this::outsideCabinets));
    }

    private Stream<Duty> checks(LedgerView view) {
        return Devices.active(view).map(e -> {
            LocalDate last = e.fields().date(Devices.CHECKED_ON);
            return last == null
                    ? dues("4-2(1)").duty("unchecked:" + e.id(), e.day(), "duty.check.first", name(e))
                    : dues("4-2(1)").duty("check:" + e.id() + ":" + last, last.plusMonths(months), "duty.check",
                            name(e), last.toString());
        });
    }

    /** A computer of the inventory that the register does not have was never checked. */
    private Stream<Duty> unregistered(LedgerView view) {
        return new Inventory(view).computers().filter(e -> !Devices.hasAsset(e, view))
                .map(e -> dues("4-2(1)").duty("register:" + e.id(), e.day(), "duty.register", Inventory.name(e)));
    }

    /** 様式1 has to have every device; where chapter 2 is absent, there is nothing to hold it against. */
    private Stream<Duty> outsideInventory(LedgerView view) {
        Inventory inventory = new Inventory(view);
        return Devices.active(view)
                .filter(e -> inventory.isLive()
                        && !inventory.hasHardware(name(e), e.fields().integer(Devices.ASSET_NUMBER)))
                .map(e -> dues("2-3(1)").duty("inventory:" + e.id(), e.day(), "gap.inventory", name(e)));
    }

    private boolean isStale(Fields device) {
        LocalDate updated = device.date(Devices.UPDATED_ON);
        return device.isTrue(Devices.ANTI_MALWARE) && updated != null
                && Days.isAfter(device.date(Devices.CHECKED_ON), updated.plusDays(updateDays));
    }

    private Stream<Duty> licenceEnds(LedgerView view) {
        return Devices.active(view).filter(e -> e.fields().has(Devices.LICENCE_END))
                .map(e -> dues("4-3").duty("licence:" + e.id() + ":" + e.fields().text(Devices.LICENCE_END),
                        e.fields().date(Devices.LICENCE_END), "duty.malwareLicence", name(e),
                        String.valueOf(e.fields().text(Devices.PRODUCT)), e.fields().text(Devices.LICENCE_END)));
    }

    /** A cabinet without a 書庫No. is in no row of 様式5, so nobody looks in the evening whether it is locked. */
    private Stream<Duty> outsideCabinets(LedgerView view) {
        boolean known = !view.places().isEmpty();
        return Devices.active(view).filter(e -> Devices.isPortable(e.fields())).flatMap(e -> {
            String place = e.fields().text(Devices.PLACE);
            Optional<Place> cabinet = Cabinets.lockable(place, view);
            String message = !known
                    ? "gap.noPlaces"
                    : cabinet.isEmpty() ? "gap.cabinet" : cabinet.get().number() == null ? "gap.night" : null;
            return message == null
                    ? Stream.empty()
                    : Stream.of(dues("4-6(1)").duty("cabinet:" + e.id(), e.day(), message, name(e), place));
        });
    }

    /** Makes a source of what the last check found wrong. */
    private DutySource found(String clause, String key, String message, Predicate<Fields> wrong) {
        return dues(clause).source(view -> Devices.active(view)
                .filter(e -> e.fields().has(Devices.CHECKED_ON) && wrong.test(e.fields()))
                .map(e -> dues(clause).duty(key + ":" + e.id(), e.fields().date(Devices.CHECKED_ON), message,
                        name(e))));
    }

    private Dues dues(String clause) {
        return new Dues(Devices.LEDGER, clause, texts);
    }

    private static String name(Entry device) {
        return device.fields().text(Devices.DEVICE);
    }
}
