package org.daicho.chapter.assets;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Software enters the register after its installation was approved (0-7(2)③), where chapter 4 keeps the approvals.
 * <p>
 * The procedure promises the approval, but 様式1 has to show what is there: a council that begins with its old list, or
 * has not begun to keep approvals, would otherwise have to leave software out. So until the first request is made, software
 * is taken and shown by the inspection until it is approved; from then on, software without an approval is refused. The
 * manager, who approves, may enter it all the same with a reason under {@link #UNAPPROVED}, which the sheet lists.
 */
final class SoftwareApproval {

    /** The confirmation code under which the manager registers software without an approval. */
    static final String UNAPPROVED = "unapproved-software";

    private static final String CLAUSE = "0-7(2)③";
    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);
    private static final Set<String> APPROVED = Set.of("approved", "installed");
    private static final String SOFTWARE = "software";

    private final Texts texts;

    SoftwareApproval(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(new Rule(CLAUSE, Inventory.LEDGER, CONTENT, this::unapproved));
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Inventory.LEDGER, (from, to, view) -> view.isActive(Inventory.INSTALLS)
                ? AssetGaps.active(view)
                        .filter(e -> isUnapproved(e.fields(), view) && !isConfirmed(e, view) && !e.day().isAfter(to))
                        .map(e -> new Duty("unapproved:" + e.id(), Inventory.LEDGER, CLAUSE,
                                texts.text("gap.unapproved", e.fields().text(Inventory.NAME), AssetGaps.number(e)),
                                e.day(), null))
                        .toList()
                : List.of()));
    }

    private List<Violation> unapproved(Change change, LedgerView view) {
        boolean adds = change.before() == null || !isSame(change.before().fields(), change.fields());
        boolean manages = change.as() == Role.MANAGER || change.as() == Role.DEPUTY;
        return adds && view.isActive(Inventory.INSTALLS) && isUnapproved(change.fields(), view) && isBegun(view)
                ? List.of(new Violation(Inventory.NAME, CLAUSE, texts.text("rule.unapproved"),
                        manages ? UNAPPROVED : null))
                : List.of();
    }

    /** Correcting what the register says about software that it has is no addition. */
    private static boolean isSame(Fields before, Fields after) {
        return new Asset(before).isSoftware() && Locations.key(before.text(Inventory.NAME))
                .equals(Locations.key(after.text(Inventory.NAME)));
    }

    private static boolean isUnapproved(Fields asset, LedgerView view) {
        String name = asset.text(Inventory.NAME);
        return new Asset(asset).isSoftware() && name != null
                && view.find(Inventory.INSTALLS, SOFTWARE, name).stream()
                        .noneMatch(e -> e.erased() == null && APPROVED.contains(e.state()));
    }

    private static boolean isBegun(LedgerView view) {
        return !view.all(Inventory.INSTALLS).isEmpty();
    }

    private static boolean isConfirmed(Entry asset, LedgerView view) {
        return view.versions(Inventory.LEDGER, asset.id()).stream()
                .anyMatch(e -> e.confirmations().containsKey(UNAPPROVED));
    }
}
