package org.daicho.chapter.council;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.chapter.council.document.Intervals;
import org.daicho.chapter.council.member.Member;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;

/**
 * A council to test with. The test clock starts on 2026-11-23.
 */
final class People {

    private People() {
    }

    /** Makes the chapter as it is configured where a council changes nothing. */
    static CouncilChapter chapter() {
        return new CouncilChapter(new Intervals(14, 12, 12));
    }

    /** Opens a ledger with the chapter on its clock. */
    static TestLedger open(Path folder) {
        TestLedger ledger = TestLedger.open(folder);
        ledger.add(chapter());
        return ledger;
    }

    /** Returns a term without an end. */
    static Map<String, Object> term(String account, String position, String from) {
        return new HashMap<>(Map.of("person", account, "kind", Member.KIND_OF.get(position), "position", position,
                "termFrom", from));
    }

    /** Returns the fields with another value; {@code null} takes it out. */
    static Map<String, Object> with(Map<String, Object> fields, String column, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(column, value);
        return changed;
    }

    /** Enters the chair, the director, a member and an employee, each as the person of that role. */
    static List<Entry> seat(TestLedger ledger) {
        return List.of(term("manager", "会長", "2026-04-01"), term("deputy", "事務局長", "2026-04-01"),
                term("member", "委員", "2026-04-01"), term("staff", "職員", "2026-04-01")).stream()
                .map(fields -> ledger.enter(Role.STAFF, Member.LEDGER, fields)).toList();
    }

    /** Returns a version of a document. */
    static Map<String, Object> document(String kind, String version, String effectiveOn) {
        return new HashMap<>(Map.of("kind", kind, "title", kind, "version", version, "effectiveOn", effectiveOn));
    }

    /** Returns an instruction to the director. */
    static Map<String, Object> instruction(String from, String to) {
        return new HashMap<>(Map.of("deputy", "deputy", "validFrom", from, "validTo", to, "instruction", "不在中の承認"));
    }

    /** Returns the duties of a ledger of the chapter, of one clause. */
    static List<Duty> duties(TestLedger ledger, String id, String clause) {
        return ledger.dutiesOf("council").stream().filter(d -> d.ledger().equals(id) && d.clause().equals(clause))
                .toList();
    }
}
