package org.daicho.access.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Submission;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/** 様式1 as chapter 2 keeps it, as far as access is concerned. */
public final class Inventory implements LedgerModule {

    public static final Caller MANAGER = new Caller("kaicho", new Person("p-kaicho", "会長"),
            List.of(new RoleGrant(Role.MANAGER, null, null, Set.of())), null, null);

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "assets.inventory", "module": "assets", "chapter": 2, "revision": 1,
                 "title": {"ja": "目録", "en": "Inventory"}, "period": "asof", "read": ["manager"],
                 "erase": ["manager"],
                 "columns": [{"name": "category", "label": {"ja": "カテゴリー", "en": "Category"}, "type": "text"}],
                 "states": [{"name": "active", "label": {"ja": "有", "en": "Active"}},
                  {"name": "removed", "label": {"ja": "削除", "en": "Removed"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active",
                  "roles": ["manager"]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["active"],
                   "roles": ["manager"]},
                  {"name": "remove", "label": {"ja": "削除", "en": "Remove"}, "from": ["active"], "to": "removed",
                   "roles": ["manager"]}]}
                """);
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    /** Enters a thing. */
    public static Entry enter(TestCouncil council, String category) {
        return council.ledger().enter(MANAGER, "assets.inventory",
                new Submission(Map.of("category", category), null, Map.of(), null));
    }

    /** Corrects what a thing is said to be. */
    public static void correct(TestCouncil council, Entry thing, String category) {
        council.ledger().correct(MANAGER, "assets.inventory", thing.id(), 1,
                new Submission(Map.of("category", category), "書き誤り", Map.of(), null));
    }

    /** Removes a thing. */
    public static void remove(TestCouncil council, Entry thing) {
        council.ledger().act(MANAGER, "assets.inventory", thing.id(), "remove", null,
                new Submission(Map.of(), null, Map.of(), null));
    }
}
