package org.daicho.chapter.assets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.daicho.ledger.Sheets;
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

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Texts texts;

    RemovalGaps(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(new DutySource("3-4", Inventory.LEDGER, this::unlinked));
    }

    private List<Duty> unlinked(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate inspected = view.checkedOn(Inventory.LEDGER, Sheets.CURRENT).orElse(LocalDate.MIN);
        return view.all(Inventory.LEDGER).stream()
                .filter(e -> Inventory.REMOVED.equals(e.state()) && e.erased() == null)
                .filter(e -> !day(e.at()).isBefore(inspected))
                .filter(e -> isUnlinked(e, view))
                .map(e -> new Duty("disposal:" + e.id(), Inventory.LEDGER, new Asset(e.fields()).disposalClause(),
                        texts.text("gap.disposal", e.fields().text(Inventory.NAME), AssetGaps.number(e)),
                        day(e.at()), null))
                .filter(d -> !d.due().isAfter(to)).toList();
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

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, TOKYO);
    }
}
