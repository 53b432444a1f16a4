package org.daicho.chapter.assets;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.assets.Reliances.Installs;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;
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
    private static final Set<Role> MANAGING = Set.of(Role.MANAGER, Role.DEPUTY);

    private final Rules rules;
    private final Dues dues;

    SoftwareApproval(Texts texts) {
        rules = new Rules(Inventory.LEDGER, texts);
        dues = new Dues(Inventory.LEDGER, CLAUSE, texts);
    }

    List<Rule> rules() {
        return List.of(rules.confirmable(CLAUSE, Rules.CONTENT, Inventory.NAME, "rule.unapproved",
                SoftwareApproval::addsUnapproved, change -> MANAGING.contains(change.as()) ? UNAPPROVED : null));
    }

    List<DutySource> sources() {
        return List.of(dues.source(view -> view.isActive(Installs.LEDGER)
                ? AssetGaps.active(view).filter(e -> isUnapproved(e.fields(), view) && !isConfirmed(e, view))
                        .map(e -> dues.duty("unapproved:" + e.id(), e.day(), "gap.unapproved",
                                e.fields().text(Inventory.NAME), AssetGaps.number(e)))
                : Stream.empty()));
    }

    private static boolean addsUnapproved(Change change, LedgerView view) {
        boolean adds = change.before() == null || !isSame(change.before().fields(), change.fields());
        return adds && view.isActive(Installs.LEDGER) && isUnapproved(change.fields(), view)
                && !view.all(Installs.LEDGER).isEmpty();
    }

    /** Correcting what the register says about software that it has is no addition. */
    private static boolean isSame(Fields before, Fields after) {
        return new Asset(before).isSoftware()
                && Names.areSame(before.text(Inventory.NAME), after.text(Inventory.NAME));
    }

    private static boolean isUnapproved(Fields asset, LedgerView view) {
        return new Asset(asset).isSoftware() && asset.has(Inventory.NAME) && view.find(Installs.LEDGER,
                Installs.SOFTWARE, asset.text(Inventory.NAME), Installs.APPROVED, Installs.INSTALLED).isEmpty();
    }

    private static boolean isConfirmed(Entry asset, LedgerView view) {
        return view.versions(Inventory.LEDGER, asset.id()).stream()
                .anyMatch(e -> e.confirmations().containsKey(UNAPPROVED));
    }
}
