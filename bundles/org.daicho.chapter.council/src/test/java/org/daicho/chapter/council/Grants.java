package org.daicho.chapter.council;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.chapter.council.neighbour.Reliances;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;

/**
 * The record of granted roles that access keeps, with the columns and states that it has there.
 */
final class Grants implements LedgerModule {

    /** Grants a role as it comes about: requested, then activated. */
    static Entry grant(TestLedger ledger, String account, String role, String from, String to, String scope) {
        Map<String, Object> fields = new HashMap<>(Map.of("person", account, "role", role));
        fields.put("from", from);
        fields.put("to", to);
        fields.put("scope", scope);
        return ledger.act(Role.OPERATOR, ledger.enter(Role.OPERATOR, Reliances.Grants.LEDGER, fields), "activate",
                Map.of());
    }

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "access.grants", "module": "access", "chapter": -1, "revision": 1,
                 "title": {"ja": "役割", "en": "Roles"}, "period": "month", "read": ["operator"],
                 "columns": [
                  {"name": "person", "label": {"ja": "利用者", "en": "Person"}, "type": "person"},
                  {"name": "role", "label": {"ja": "役割", "en": "Role"}, "type": "text"},
                  {"name": "from", "label": {"ja": "開始日", "en": "From"}, "type": "date"},
                  {"name": "to", "label": {"ja": "終了日", "en": "To"}, "type": "date"},
                  {"name": "scope", "label": {"ja": "範囲", "en": "Scope"}, "type": "text"}],
                 "states": [{"name": "requested", "label": {"ja": "確認待ち", "en": "Waits"}},
                  {"name": "active", "label": {"ja": "有効", "en": "Active"}},
                  {"name": "ended", "label": {"ja": "終了", "en": "Ended"}}],
                 "actions": [{"name": "enter", "label": {"ja": "申請", "en": "Request"}, "to": "requested",
                   "roles": ["operator"]},
                  {"name": "activate", "label": {"ja": "付与", "en": "Grant"}, "from": ["requested"], "to": "active",
                   "roles": ["operator"]},
                  {"name": "end", "label": {"ja": "終了", "en": "End"}, "from": ["active"], "to": "ended",
                   "roles": ["operator"]}]}
                """);
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }
}
