package org.daicho.chapter.media;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What was disposed of has to leave the inventory (3-4, 2-3(2)).
 */
final class DisposalGaps {

    private final Texts texts;

    DisposalGaps(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(dues("3-4").source(this::stillRegistered));
    }

    private Stream<Duty> stillRegistered(LedgerView view) {
        return view.standing(Disposals.LEDGER).stream().filter(e -> isRegistered(e.fields(), new Register(view)))
                .map(e -> dues(DisposalRules.clause(e.fields())).duty("registered:" + e.id(), e.day(),
                        "duty.unregister", e.fields().text(Disposals.ASSET), e.id()));
    }

    /** By its number; by its name only where the record gives no number, and one asset alone bears the name. */
    private static boolean isRegistered(Fields disposal, Register register) {
        List<Entry> meant = register.meant(disposal.integer(Disposals.ASSET_NUMBER), disposal.text(Disposals.ASSET));
        return meant.size() == 1 && Register.isActive(meant.get(0));
    }

    private Dues dues(String clause) {
        return new Dues(Disposals.LEDGER, clause, texts);
    }
}
