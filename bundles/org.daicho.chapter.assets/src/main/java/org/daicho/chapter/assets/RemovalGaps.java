package org.daicho.chapter.assets;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What left the register since the last inspection without an entry in the register of disposals (3-4) or of erasures
 * (4-8), where such a chapter is installed. An inspection that was signed has seen them; they are not listed again.
 */
final class RemovalGaps {

    private final Texts texts;

    RemovalGaps(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(dues("3-4").source(this::unlinked));
    }

    private Stream<Duty> unlinked(LedgerView view) {
        LocalDate inspected = view.checkedOn(Inventory.LEDGER, SheetPeriod.CURRENT).orElse(LocalDate.MIN);
        return view.standing(Inventory.LEDGER, Inventory.REMOVED).stream()
                .filter(e -> !Days.of(e.at()).isBefore(inspected)).filter(e -> isUnlinked(e, view))
                .map(e -> dues(new Asset(e.fields()).disposalClause()).duty("disposal:" + e.id(), Days.of(e.at()),
                        "gap.disposal", e.fields().text(Inventory.NAME), AssetGaps.number(e)));
    }

    private static boolean isUnlinked(Entry asset, LedgerView view) {
        String method = asset.fields().text(Inventory.DISPOSAL_METHOD);
        String clause = new Asset(asset.fields()).disposalClause();
        DisposalRecords records = new DisposalRecords(view);
        return clause != null && records.areKept(clause)
                && !asset.confirmations().containsKey(RemovalRules.NOT_DISPOSED)
                && !Inventory.HANDED_BACK.equals(method)
                && !records.has(asset.fields());
    }

    private Dues dues(String clause) {
        return new Dues(Inventory.LEDGER, clause, texts);
    }
}
