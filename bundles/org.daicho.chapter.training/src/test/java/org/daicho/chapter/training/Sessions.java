package org.daicho.chapter.training;

import java.util.HashMap;
import java.util.Map;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Role;

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
        return ledger.enter(Role.STAFF, Reliances.Members.LEDGER, Map.of("person", account, "termFrom", from)).id();
    }

    /** The part of chapters 0 and 1 that training reads. */
    static Neighbour council() {
        return Neighbour.keeping(Reliances.Members.LEDGER, "person:person", "termFrom:date", "termTo:date")
                .step("leave", "left")
                .and(Neighbour.keeping("council.documents", "kind:text", "version:text", "effectiveOn:date"))
                .and(Neighbour.keeping(Reliances.Reviews.LEDGER, "document:text", "workChange:boolean"));
    }

    /** The part of chapter 6 that training reads. */
    static Neighbour incidents() {
        return Neighbour.keeping(Reliances.REPORTS, "discoveredAt:datetime").datedBy("discoveredAt");
    }
}
