package org.daicho.chapter.systems;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * What to enter into the chapter's ledgers, for tests.
 */
final class Systems {

    private Systems() {
    }

    /** Opens a ledger with the chapter, checks each year and updates of a month, and its neighbours. */
    static TestLedger open(Path folder, LedgerModule... neighbours) {
        return TestLedger.open(folder, Stream.concat(Stream.of(new SystemsChapter(12, 30)), Arrays.stream(neighbours))
                .toArray(LedgerModule[]::new));
    }

    static Map<String, Object> permit() {
        return new HashMap<>(Map.of("medium", "USBメモリ1号", "device", "受付PC", "permittedFrom", "2026-11-20",
                "permittedTo", "2026-12-31"));
    }

    static Map<String, Object> sighting() {
        return new HashMap<>(Map.of("medium", "USBメモリ1号", "device", "受付PC", "seenAt", "2026-11-23T08:30:00+09:00"));
    }

    static Map<String, Object> device(String kind) {
        return new HashMap<>(Map.of("device", "受付PC", "kind", kind, "place", "書庫1"));
    }

    /** Returns a check that finds all well. */
    static Map<String, Object> check() {
        return new HashMap<>(Map.of("loginPassword", true, "passwordKept", true, "antiMalware", true,
                "antiMalwareProduct", "ウイルス対策A", "antiMalwareUpdatedOn", "2026-11-22", "cablingSafe", true, "secured",
                true, "securing", "ワイヤー3"));
    }

    static Map<String, Object> licence(long owned) {
        return new HashMap<>(Map.of("software", "ワープロソフト", "licencesOwned", owned));
    }

    static Map<String, Object> seat(Entry licence, String device) {
        return new HashMap<>(Map.of("licence", licence.id(), "device", device));
    }

    static Map<String, Object> site(String url) {
        return new HashMap<>(Map.of("name", "講座申込フォーム", "url", url, "collectsPersonalInformation", true));
    }

    static Map<String, Object> install() {
        return new HashMap<>(Map.of("software", "会計ソフト", "devices", "受付PC", "purpose", "会計の事務"));
    }

    static Map<String, Object> erasure(String method) {
        return new HashMap<>(Map.of("asset", "受付PC", "method", method, "witness", "deputy"));
    }

    /** Returns the fields with another value; {@code null} takes it out. */
    static Map<String, Object> with(Map<String, Object> fields, String column, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(column, value);
        return changed;
    }

    /** Returns the rules that a call breaks, each {@code clause field}. */
    static Set<String> broken(TestLedger ledger, Supplier<?> call) {
        return ledger.violations(call).stream().map(v -> v.clause() + " " + v.field()).collect(Collectors.toSet());
    }

    /** Returns the one rule that a call breaks. */
    static Violation only(TestLedger ledger, Supplier<?> call) {
        List<Violation> violations = ledger.violations(call);
        if (violations.size() != 1) {
            throw new AssertionError(violations);
        }
        return violations.get(0);
    }

    /** Returns what is due in a ledger whose key begins so, each {@code clause due}. */
    static List<String> due(TestLedger ledger, String of, String key) {
        return duties(ledger, of, key).map(d -> d.clause() + " " + d.due()).toList();
    }

    static Stream<Duty> duties(TestLedger ledger, String of, String key) {
        return ledger.duties().duties(ledger.people().caller(Role.MANAGER), ledger.clock().today()).stream()
                .filter(d -> d.ledger().equals(of) && d.key().startsWith(key + ":"));
    }
}
