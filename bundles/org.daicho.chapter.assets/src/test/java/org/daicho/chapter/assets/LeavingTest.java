package org.daicho.chapter.assets;

import static org.daicho.chapter.assets.Assets.answered;
import static org.daicho.chapter.assets.Assets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.OpenItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("2-4 B社: what a person uses is open until it is returned or has left the register")
    void assetsInUseAreOpen() {
        AssetsChapter assets = new AssetsChapter(6);
        try (TestLedger ledger = TestLedger.open(folder, assets)) {
            Person member = ledger.people().person("member");
            Map<String, Object> lent = with(answered("ハードウェア"), "inUseBy", "member");
            Entry returned = enter(ledger, lent);
            Entry removed = enter(ledger, lent);
            Entry kept = enter(ledger, lent);
            enter(ledger, with(lent, "inUseBy", "staff"));
            ledger.correct(Role.STAFF, returned, answered("ハードウェア"));
            ledger.act(Role.MANAGER, removed, "remove", Assets.disposal(DisposalMethod.WIPED.label()));
            List<OpenItem> items = ledger.look(view -> assets.openItems(member, view));
            assertEquals(List.of(kept.id()), items.stream().map(OpenItem::entry).toList());
            assertEquals("「令和8年度事業報告書」（資産番号3）を返却又は廃棄し、目録の使用者を訂正してください。", items.get(0).text().ja());
        }
    }

    private static Entry enter(TestLedger ledger, Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Inventory.LEDGER, fields);
    }
}
