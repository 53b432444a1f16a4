package org.daicho.chapter.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * What to enter into the chapter's ledgers, and the steps of a take-out, for tests.
 */
final class Media {

    private Media() {
    }

    /** Returns a request with what the paper asks for. */
    static Map<String, Object> request() {
        return new HashMap<>(Map.of("asset", "講座申込者名簿", "takenBy", "member"));
    }

    static Map<String, Object> transmission() {
        return new HashMap<>(Map.of("sentAt", "2026-11-23T08:50:00+09:00", "asset", "講座申込者名簿", "channel", "メール",
                "recipient", "区民センター", "recipientCount", 1L, "reason", "当日の受付に要るため", "sentToManager", true,
                "sentToManagerAt", "2026-11-23T08:50:00+09:00"));
    }

    static Map<String, Object> copy() {
        return new HashMap<>(Map.of("asset", "講座申込者名簿", "kind", "複写", "copies", 2L, "reason", "会場での受付に使う",
                "masked", true, "place", "書庫1", "lockedStorage", true));
    }

    static Map<String, Object> disposal(String category, String method) {
        return new HashMap<>(Map.of("asset", "講座申込者名簿", "category", category, "method", method, "witness",
                "deputy"));
    }

    static Map<String, Object> software() {
        return new HashMap<>(Map.of("name", "完全消去くん", "softwareVersion", "3.1", "scheme", "乱数で上書き"));
    }

    /** Returns the fields with another value, or without one where it is {@code null}. */
    static Map<String, Object> with(Map<String, Object> fields, String column, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(column, value);
        return changed;
    }

    /** Takes an asset out: requested by staff, approved by the manager, taken out today. */
    static Entry out(TestLedger ledger, Map<String, Object> request) {
        Entry approved = ledger.act(Role.MANAGER, ledger.enter(Role.STAFF, Takeouts.LEDGER, request), "approve",
                Map.of());
        return ledger.act(Role.STAFF, approved, "take-out", Map.of());
    }

    static Set<String> clauses(List<Violation> violations) {
        return violations.stream().map(Violation::clause).collect(Collectors.toSet());
    }

    static Set<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).collect(Collectors.toSet());
    }
}
