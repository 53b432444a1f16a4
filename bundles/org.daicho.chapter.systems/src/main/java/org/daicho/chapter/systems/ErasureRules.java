package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.daicho.chapter.systems.Reliances.ErasureSoftware;
import org.daicho.disposal.DisposalMethod;
import org.daicho.disposal.MediumKind;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What an erasure must fulfil to be recorded (3-4(2), 4-8) beside what the definition asks for: a method after which
 * nothing can be restored, and erasure software that was approved. The approved software is chapter 3's list, where there
 * is one, and what was approved here for erasing.
 */
final class ErasureRules {

    private final Rules rules;

    ErasureRules(Texts texts) {
        rules = new Rules(Erasures.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.content("3-4(2)", Erasures.METHOD, "erase.unfit",
                        (change, view) -> isRestorable(change.fields())),
                rules.content("3-4(2)", Erasures.SOFTWARE, "erase.unapproved", ErasureRules::isUnapproved),
                rules.content("4-8", Erasures.ASSET_NUMBER, "erase.several",
                        (change, view) -> change.fields().has(Erasures.ASSET)
                                && !change.fields().has(Erasures.ASSET_NUMBER)
                                && Erasures.bearing(change.fields().text(Erasures.ASSET), view).size() > 1));
    }

    private static boolean isRestorable(Fields erasure) {
        Optional<DisposalMethod> method = DisposalMethod.of(erasure.text(Erasures.METHOD));
        Optional<MediumKind> kind = MediumKind.of(erasure.text(Erasures.MEDIUM_KIND));
        return method.isPresent() && kind.isPresent() && !kind.get().isErasedBy(method.get());
    }

    private static boolean isWiped(Change change) {
        return DisposalMethod.WIPED.label().equals(change.fields().text(Erasures.METHOD));
    }

    private static boolean isUnapproved(Change change, LedgerView view) {
        String software = change.fields().text(Erasures.SOFTWARE);
        LocalDate day = change.fields().date(Erasures.ERASED_ON);
        return isWiped(change) && software != null && !isListed(software, day, view)
                && !Installs.isApprovedEraser(software, day, view);
    }

    private static boolean isListed(String software, LocalDate day, LedgerView view) {
        return view.find(ErasureSoftware.LEDGER, ErasureSoftware.NAME, software).stream()
                .anyMatch(e -> Days.isWithin(day, e.fields().date(ErasureSoftware.APPROVED_ON),
                        e.fields().date(ErasureSoftware.WITHDRAWN_ON)));
    }
}
