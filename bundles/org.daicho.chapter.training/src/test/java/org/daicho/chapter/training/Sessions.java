package org.daicho.chapter.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.Role;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;

/**
 * Sessions to test with, and the ledgers of other chapters with the columns that training reads of them.
 */
final class Sessions {

    private Sessions() {
    }

    /** Returns a periodic session for all about the procedure. */
    static Map<String, Object> session(String day) {
        return new HashMap<>(Map.of("heldOn", day, "kind", "定期研修", "audience", Session.EVERYONE, "lawTopic", false,
                "procedureTopic", true, "procedureVersion", "第1版", "incidentTopic", Session.NO_INCIDENTS));
    }

    /** Returns the fields with another value; {@code null} takes it out. */
    static Map<String, Object> with(Map<String, Object> fields, String column, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(column, value);
        return changed;
    }

    static String join(TestLedger ledger, String account, String from) {
        return ledger.enter(Role.STAFF, Neighbours.MEMBERS, Map.of("person", account, "termFrom", from)).id();
    }

    /** The part of chapters 0 and 1 that training reads. */
    static LedgerModule council() {
        return module(ledger(Neighbours.MEMBERS, 1, column("person", "person") + "," + column("termFrom", "date") + ","
                + column("termTo", "date"), null),
                ledger("council.documents", 1, column("kind", "text") + "," + column("version", "text") + ","
                        + column("effectiveOn", "date"), null),
                ledger(Neighbours.REVIEWS, 1, column("document", "text") + "," + column("workChange", "boolean"),
                        null));
    }

    /** The part of chapter 6 that training reads. */
    static LedgerModule incidents() {
        return module(ledger(Neighbours.REPORTS, 6, column("discoveredAt", "datetime"), "discoveredAt"));
    }

    private static LedgerModule module(String... definitions) {
        return new LedgerModule() {

            @Override
            public List<String> definitions() {
                return List.of(definitions);
            }

            @Override
            public List<Rule> rules() {
                return List.of();
            }
        };
    }

    private static String column(String name, String type) {
        return """
                {"name": "%s", "type": "%s", "label": {"ja": "欄", "en": "Column"}}""".formatted(name, type);
    }

    private static String ledger(String id, int chapter, String columns, String periodField) {
        return """
                {"id": "%s", "module": "%s", "chapter": %d, "revision": 1, "period": "open", %s
                 "title": {"ja": "台帳", "en": "Ledger"}, "read": ["manager", "deputy", "staff", "member"],
                 "columns": [%s], "states": [{"name": "active", "label": {"ja": "有効", "en": "Active"}},
                  {"name": "left", "label": {"ja": "退会", "en": "Left"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active",
                   "roles": ["staff"]},
                  {"name": "leave", "label": {"ja": "退会", "en": "Leave"}, "from": ["active"], "to": "left",
                   "roles": ["staff"]}]}
                """.formatted(id, id.substring(0, id.indexOf('.')), chapter,
                periodField == null ? "" : "\"periodField\": \"" + periodField + "\",", columns);
    }
}
