package org.daicho.chapter.incidents;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * The chapter on a ledger of its own, with the ledger's clock, for tests.
 */
final class Incidents implements AutoCloseable {

    static final Limits LIMITS = new Limits(6, 120, 30);

    private final Path law;
    private TestLedger ledger;

    /** Makes the chapter with a council's folder of legal duties, or none. */
    Incidents(Path law) {
        this.law = law;
    }

    static Incidents open(Path folder, Neighbour... neighbours) {
        return open(folder, null, neighbours);
    }

    static Incidents open(Path folder, Path law, Neighbour... neighbours) {
        Incidents incidents = new Incidents(law);
        incidents.ledger = TestLedger.open(folder, incidents.chapter());
        for (Neighbour neighbour : neighbours) {
            incidents.ledger.add(neighbour);
        }
        return incidents;
    }

    IncidentsChapter chapter() {
        return new IncidentsChapter(LIMITS, LawBook.open(law));
    }

    TestLedger ledger() {
        return ledger;
    }

    /** A first report: what happened, the damage, when it was discovered. */
    static Map<String, Object> first() {
        return new HashMap<>(Map.of("contents", "鍵が見当たらない", "damage", "調査中", "discoveredAt",
                "2026-11-23T08:30:00+09:00"));
    }

    /** A report of data that unauthorised access altered. */
    static Map<String, Object> altered() {
        return with(first(), Map.of("object", "電子データ", "kind", "改竄", "assets", "講座申込者名簿", "confidentiality", false,
                "integrity", true, "availability", false));
    }

    /** A report of lost paper. */
    static Map<String, Object> lost() {
        return with(first(), Map.of("object", "紙媒体・記録媒体", "kind", "紛失", "assets", "講座申込者名簿", "confidentiality",
                true, "integrity", false, "availability", true));
    }

    static Map<String, Object> internal(long order, String name, String person) {
        return new HashMap<>(Map.of("section", "internal", "order", order, "name", name, "position", "役員", "contact",
                "03-0000-000" + order % 10, "person", person));
    }

    static Map<String, Object> party(String section, String party, String role) {
        return new HashMap<>(Map.of("section", section, "party", party, "role", role, "contact", "03-1111-1111"));
    }

    static Map<String, Object> with(Map<String, Object> fields, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(fields);
        all.putAll(more);
        return all;
    }

    static Map<String, Object> without(Map<String, Object> fields, String column) {
        Map<String, Object> left = new HashMap<>(fields);
        left.remove(column);
        return left;
    }

    Entry report(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Report.LEDGER, fields);
    }

    Entry contact(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Contacts.LEDGER, fields);
    }

    Entry manage(Entry report, String action, Map<String, Object> fields) {
        return ledger.act(Role.MANAGER, report, action, fields);
    }

    /** Takes every step before closing, but for those left out. */
    Entry responded(Map<String, Object> fields, String... leftOut) {
        Entry report = report(fields);
        manage(report, "respond", Map.of());
        Map<String, Map<String, Object>> steps = new HashMap<>(Map.of("consult", Map.of("agreedResponse", "探す"),
                "ask-contractor", Map.of("contractor", "保守社", "contractorRequest", "ログの調査"), "contractor-result",
                Map.of("contractorResult", "侵入の跡なし"), "inform", Map.of("informedTo", "全委員"), "report-ward",
                Map.of("wardReportedVia", "事務局長 次郎", "wardReportedTo", "杉並区地域課長")));
        List.of(leftOut).forEach(steps::remove);
        steps.forEach((action, values) -> manage(report, action, values));
        return report;
    }

    static Map<String, Object> closing() {
        return new HashMap<>(Map.of("finding", "置き忘れ", "measure", "保管場所を改めた", "trainingDecision", "不要"));
    }

    /** Returns the clauses and fields that closing breaks. */
    Set<String> brokenByClosing(Entry report, Map<String, Object> closing) {
        return ledger.violations(() -> manage(report, "close", closing)).stream().map(Incidents::name)
                .collect(Collectors.toSet());
    }

    /** Returns the clauses and fields that a report breaks. */
    Set<String> brokenByReport(Map<String, Object> fields) {
        return ledger.violations(() -> report(fields)).stream().map(Incidents::name).collect(Collectors.toSet());
    }

    private static String name(Violation violation) {
        return violation.clause() + " " + violation.field();
    }

    List<Duty> duties(String clause) {
        return ledger.dutiesOf("incidents").stream().filter(d -> d.clause().equals(clause)).toList();
    }

    List<Duty> duties(String clause, String key) {
        return duties(clause).stream().filter(d -> d.key().startsWith(key)).toList();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
