package org.daicho.chapter.media;

import java.time.LocalDate;
import java.util.List;

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
        return List.of(new DutySource("3-4", Disposals.LEDGER, this::stillRegistered));
    }

    private List<Duty> stillRegistered(LocalDate from, LocalDate to, LedgerView view) {
        return view.all(Disposals.LEDGER).stream()
                .filter(e -> e.erased() == null && isRegistered(e.fields(), new Register(view)))
                .map(e -> new Duty("registered:" + e.id(), Disposals.LEDGER, DisposalRules.clause(e.fields()),
                        texts.text("duty.unregister", e.fields().text(Disposals.ASSET), e.id()), e.day(), null))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    /** By its number; by its name only where the record gives no number, and one asset alone bears the name. */
    private static boolean isRegistered(Fields disposal, Register register) {
        Long number = disposal.integer(Disposals.ASSET_NUMBER);
        List<Entry> meant = number == null
                ? register.everNamed(disposal.text(Disposals.ASSET))
                : register.numbered(number);
        return meant.size() == 1 && Register.isActive(meant.get(0));
    }
}
