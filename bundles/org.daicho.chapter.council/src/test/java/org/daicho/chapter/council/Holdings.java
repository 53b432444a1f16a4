package org.daicho.chapter.council;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;

/**
 * Chapter 2 as far as leaving goes: what is lent to whom.
 */
final class Holdings implements LedgerModule {

    private static final String LEDGER = "assets.inventory";

    Entry lend(TestLedger ledger, String name, String account) {
        return ledger.enter(Role.STAFF, LEDGER, new HashMap<>(Map.of("name", name, "inUseBy", account)));
    }

    void giveBack(TestLedger ledger, Entry asset) {
        ledger.correct(Role.STAFF, asset, Map.of("name", asset.fields().text("name")));
    }

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "assets.inventory", "module": "assets", "chapter": 2, "revision": 1, "clauses": ["0-1", "2-2"],
                 "title": {"ja": "目録", "en": "Inventory"}, "period": "asof", "inspection": "2-3(2)",
                 "read": ["manager", "deputy", "staff"],
                 "columns": [{"name": "name", "label": {"ja": "名称", "en": "Name"}, "type": "text"},
                  {"name": "inUseBy", "label": {"ja": "使用者", "en": "In use by"}, "type": "person"}],
                 "states": [{"name": "active", "label": {"ja": "使用中", "en": "In use"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active",
                   "roles": ["staff"]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["active"],
                   "roles": ["staff"]}]}
                """);
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        return view.find(LEDGER, "inUseBy", leaving.id()).stream().map(e -> new OpenItem(LEDGER, e.id(),
                new Text(e.fields().text("name") + "を返却してください。", "Return " + e.fields().text("name")))).toList();
    }
}
