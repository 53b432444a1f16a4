package org.daicho.chapter.systems;

import static org.daicho.chapter.systems.Systems.broken;
import static org.daicho.chapter.systems.Systems.due;
import static org.daicho.chapter.systems.Systems.install;
import static org.daicho.chapter.systems.Systems.only;
import static org.daicho.chapter.systems.Systems.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstallsTest extends LedgerOfSystems {

    @ParameterizedTest(name = "0-7(2)③ {0} approves no software")
    @EnumSource(value = Role.class, names = {"STAFF", "MEMBER", "HANDLER", "OPERATOR"})
    void onlyTheManagerApproves(Role role) {
        Entry request = request(install());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.act(role, request, "approve", Map.of())).kind());
    }

    @Test
    @DisplayName("0-7(2)③ Software is installed after its approval, and a request waits to be decided")
    void approvalComesFirst() {
        Entry request = request(install());
        assertEquals(List.of("0-7(2)③ 2026-11-23"), due(ledger, Installs.LEDGER, "decide"));
        assertEquals(Kind.CONFLICT, ledger.refusal(() -> installed(request, Map.of())).kind());
        ledger.act(Role.MANAGER, request, "approve", Map.of());
        assertEquals(List.of(), due(ledger, Installs.LEDGER, "decide"));
        assertEquals(Set.of("0-7(2)③ installedOn"),
                broken(ledger, () -> installed(request, Map.of("installedOn", "2026-11-22"))));
        assertEquals(Set.of("0-7(2)③ installedOn"),
                broken(ledger, () -> installed(request, Map.of("installedOn", "2026-11-24"))));
        assertEquals("installed", installed(request, Map.of()).state());
    }

    @Test
    @DisplayName("0-7(2)③ An approval is not dated back, nor a revocation ahead")
    void approvalIsOfToday() {
        Entry request = request(install());
        ledger.clock().goTo(TestClock.START.plusDays(1));
        assertEquals(Set.of("0-7(2)③ approvedOn"), broken(ledger,
                () -> ledger.act(Role.MANAGER, request, "approve", Map.of("approvedOn", "2026-11-23"))));
        ledger.act(Role.MANAGER, request, "approve", Map.of("approvedOn", "2026-11-24"));
        assertEquals(Set.of("0-7(2)③ revokedOn"), broken(ledger,
                () -> ledger.act(Role.MANAGER, request, "revoke", Map.of("revokedOn", "2026-11-25"))));
    }

    @Test
    @DisplayName("0-7(2)③ An approved request that is corrected has to be approved anew")
    void correctionAsksAnew() {
        Entry request = request(install());
        ledger.act(Role.MANAGER, request, "approve", Map.of());
        Entry corrected = ledger.correct(Role.STAFF, request, with(install(), "software", "別のソフト"));
        assertEquals("requested", corrected.state());
        assertTrue(!corrected.fields().has("approvedOn"));
    }

    @Test
    @DisplayName("0-7(2)③ Nobody approves their own request; the manager may with a reason, which is kept")
    void approverIsAnother() {
        Entry request = request(with(install(), "requestedBy", "manager"));
        Violation violation = only(ledger, () -> ledger.act(Role.MANAGER, request, "approve", Map.of()));
        assertEquals("approvedBy", violation.field());
        Entry approved = ledger.actConfirming(Role.MANAGER, request, "approve", Map.of(), violation.confirm(), "代行が不在");
        assertEquals("代行が不在", approved.confirmations().get("same-person"));
        Entry deputys = request(with(install(), "requestedBy", "deputy"));
        assertNull(only(ledger, () -> ledger.act(Role.DEPUTY, deputys, "approve", Map.of())).confirm());
        ledger.act(Role.DEPUTY, request(install()), "approve", Map.of());
    }

    private Entry request(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Installs.LEDGER, fields);
    }

    private Entry installed(Entry request, Map<String, Object> fields) {
        return ledger.act(Role.STAFF, request, "install", fields);
    }
}
