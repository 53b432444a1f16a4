package org.daicho.chapter.systems;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What a device, its check and its going out of use must fulfil (4-2, 4-3, 4-6, 4-8). What a check finds wrong is
 * written down, never refused; it stays due until it is mended ({@link DeviceDuties}).
 */
final class DeviceRules {

    /** The confirmation code to take a device out of use that was not erased: lost, or entered by mistake. */
    static final String NOT_ERASED = "not-erased";

    private static final Set<String> CHECK = Set.of(Devices.CHECK);

    private final Rules rules;

    DeviceRules(Texts texts) {
        rules = new Rules(Devices.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.content("4-6(1)", Devices.PLACE, "device.cabinet", DeviceRules::isUncabined),
                check("4-3", Devices.PRODUCT, "check.product", f -> f.isTrue(Devices.ANTI_MALWARE)
                        && !f.has(Devices.PRODUCT)),
                check("4-3", Devices.UPDATED_ON, "check.updated", f -> f.isTrue(Devices.ANTI_MALWARE)
                        && !f.has(Devices.UPDATED_ON)),
                check("4-6(2)", Devices.SECURING, "check.wire", f -> !Devices.isPortable(f)
                        && f.isTrue(Devices.SECURED) && !f.has(Devices.SECURING)),
                rules.confirmable("4-8", Set.of(Devices.RETIRE), Devices.ERASURE_RECORD, "device.unerased",
                        (change, view) -> !Erasures.cover(change.before(), change.fields(), view),
                        change -> NOT_ERASED));
    }

    /** Where no module registers places, there is nothing to hold it against: {@link DeviceDuties} says so. */
    private static boolean isUncabined(Change change, LedgerView view) {
        return Devices.isPortable(change.fields()) && !view.places().isEmpty()
                && Cabinets.lockable(change.fields().text(Devices.PLACE), view).isEmpty();
    }

    private Rule check(String clause, String field, String message, Predicate<Fields> broken) {
        return rules.rule(clause, CHECK, field, message, (change, view) -> broken.test(change.fields()));
    }
}
