package org.daicho.chapter.systems;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What a device, its check and its going out of use must fulfil (4-6, 4-8) beside the definition. What a check
 * finds wrong is written down, never refused; it stays due until it is mended ({@link DeviceDuties}).
 */
final class DeviceRules {

    /** The confirmation code to take a device out of use that was not erased: lost, or entered by mistake. */
    static final String NOT_ERASED = "not-erased";

    private final Rules rules;

    DeviceRules(Texts texts) {
        rules = new Rules(Devices.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.content("4-6(1)", Devices.PLACE, "device.cabinet", DeviceRules::isUncabined),
                rules.rule("4-6(2)", Set.of(Devices.CHECK), Devices.SECURING, "check.wire",
                        (change, view) -> isUnfastened(change.fields())),
                rules.confirmable("4-8", Set.of(Devices.RETIRE), Devices.ERASURE_RECORD, "device.unerased",
                        (change, view) -> !Erasures.cover(change.before(), change.fields(), view),
                        change -> NOT_ERASED));
    }

    /** Where no module registers places, there is nothing to hold it against: {@link DeviceDuties} says so. */
    private static boolean isUncabined(Change change, LedgerView view) {
        return Devices.isPortable(change.fields()) && !view.places().isEmpty()
                && Cabinets.lockable(change.fields().text(Devices.PLACE), view).isEmpty();
    }

    private static boolean isUnfastened(Fields device) {
        return !Devices.isPortable(device) && device.isTrue(Devices.SECURED) && !device.has(Devices.SECURING);
    }
}
