package org.daicho.chapter.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Locations;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is missing or wrong in the register as it stands; each becomes a gap of the inspection (2-3(2)), from the day on
 * which the asset was entered. What is still open stays due, however long ago that was.
 */
final class AssetGaps {

    private final Texts texts;

    AssetGaps(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(
                each("0-1", "personal", "gap.personal", (a, view) -> a.isPersonalUnanswered()),
                each("0-6(2)①", "purpose", "gap.purpose",
                        (a, view) -> a.isPersonal() && !a.fields().has(Inventory.PURPOSE)),
                each("2-2", "managed", "gap.managed",
                        (a, view) -> a.isSoftware() && !a.fields().has(Inventory.LICENCE_MANAGED)),
                dues("3-1(1)").source(this::unregistered),
                each("3-1(2)", "unlocked", "gap.unlocked", (a, view) -> a.isToBeLocked() && !a.isLocked(view)),
                each("4-6(1)", "portable", "gap.portable", (a, view) -> a.isPortable() && !a.isInCabinet(view)),
                each("4-7", "over", "gap.over", (a, view) -> a.isOverLicensed()),
                each("4-7", "count", "gap.count", AssetGaps::isUncounted),
                each("3-4(3)", "undated", "gap.undated",
                        (a, view) -> a.isData() && a.isPersonal() && !a.fields().has(Inventory.REVIEW_ON)),
                dues("3-4(3)").source(this::reviews));
    }

    /** Without chapter 4 the register itself has to hold the licence counts, as the paper's 特記事項 does. */
    private static boolean isUncounted(Asset asset, LedgerView view) {
        return asset.isSoftware() && !view.isActive(Reliances.LICENCES)
                && !(asset.fields().has(Inventory.LICENCES_OWNED) && asset.fields().has(Inventory.LICENCES_IN_USE));
    }

    private DutySource each(String clause, String key, String message, BiPredicate<Asset, LedgerView> missing) {
        Dues dues = dues(clause);
        return dues.source(view -> active(view).filter(e -> missing.test(new Asset(e.fields()), view))
                .map(e -> dues.duty(key + ":" + e.id(), e.day(), message, e.fields().text(Inventory.NAME),
                        number(e))));
    }

    /**
     * Lists the locations that no live module registers, each once however many assets name it. Where no module
     * registers any place, the text says that paper has to do.
     */
    private Stream<Duty> unregistered(LedgerView view) {
        Map<String, Entry> first = new LinkedHashMap<>();
        active(view).filter(e -> Locations.named(e.fields().text(Inventory.LOCATION), view).isEmpty())
                .forEach(e -> first.putIfAbsent(Names.key(e.fields().text(Inventory.LOCATION)), e));
        String message = view.places().isEmpty() ? "gap.noPlaces" : "gap.place";
        return first.entrySet().stream()
                .map(p -> dues("3-1(1)").duty("place:" + p.getKey(), p.getValue().day(), message,
                        p.getValue().fields().text(Inventory.LOCATION)));
    }

    private Stream<Duty> reviews(LedgerView view) {
        return active(view).filter(e -> e.fields().has(Inventory.REVIEW_ON))
                .map(e -> dues("3-4(3)").duty("review:" + e.id() + ":" + e.fields().text(Inventory.REVIEW_ON),
                        e.fields().date(Inventory.REVIEW_ON), "duty.review", e.fields().text(Inventory.NAME),
                        number(e)));
    }

    /** Returns the assets in the register. */
    static Stream<Entry> active(LedgerView view) {
        return view.standing(Inventory.LEDGER, Inventory.ACTIVE).stream();
    }

    /** Returns an asset's number as people read it. */
    static String number(Entry entry) {
        Long number = entry.fields().integer(Inventory.ASSET_NUMBER);
        return number == null ? "" : number.toString();
    }

    private Dues dues(String clause) {
        return new Dues(Inventory.LEDGER, clause, texts);
    }
}
