package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.request;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeoutPersonsTest {

    @TempDir
    static Path folder;

    @AutoClose
    private static TestLedger ledger;

    @BeforeAll
    static void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter());
    }

    @Test
    @DisplayName("3-2(1) A deputy does not approve what the deputy carries, and no reason passes it")
    void deputyDoesNotApproveOwn() {
        Entry entry = carriedBy("deputy");
        Violation violation = broken(() -> ledger.act(Role.DEPUTY, entry, "approve", Map.of()), "approvedBy");
        assertNull(violation.confirm());
        broken(() -> ledger.actConfirming(Role.DEPUTY, entry, "approve", Map.of(), "same-person", "ほかにいない"),
                "approvedBy");
        assertEquals("approved", ledger.act(Role.MANAGER, entry, "approve", Map.of()).state());
    }

    @Test
    @DisplayName("3-2(1) The manager approves what the manager carries only as an exception with a reason, which is kept")
    void managerMakesAnException() {
        Entry entry = carriedBy("manager");
        Violation violation = broken(() -> ledger.act(Role.MANAGER, entry, "approve", Map.of()), "approvedBy");
        assertEquals("same-person", violation.confirm());
        Entry approved = ledger.actConfirming(Role.MANAGER, entry, "approve", Map.of(), "same-person", "代行が入院中");
        assertEquals(Map.of("same-person", "代行が入院中"), approved.confirmations());
    }

    @Test
    @DisplayName("3-2(1) Persons are compared, not accounts: a second account of the carrier does not approve")
    void secondAccountIsTheSamePerson() {
        Entry entry = carriedBy("staff");
        Caller second = new Caller("mitsuko-kaicho", ledger.people().person("staff"),
                List.of(new RoleGrant(Role.DEPUTY, null, null, Set.of())), null, null);
        broken(() -> ledger.ledger().act(second, Takeouts.LEDGER, entry.id(), "approve", null,
                new Submission(Map.of(), null, Map.of(), null)), "approvedBy");
    }

    @Test
    @DisplayName("3-2(1) A request that was approved names no other carrier without a new approval by someone else")
    void approverDoesNotBecomeCarrier() {
        Entry approved = ledger.act(Role.DEPUTY, carriedBy("member"), "approve", Map.of());
        Entry corrected = ledger.correct(Role.STAFF, approved, with(request(), "takenBy", "deputy"));
        assertEquals("requested", corrected.state());
        broken(() -> ledger.act(Role.DEPUTY, corrected, "approve", Map.of()), "approvedBy");
    }

    @Test
    @DisplayName("3-2(1) The carrier does not confirm the return; the manager may by exception, staff may not")
    void carrierDoesNotConfirm() {
        Entry byStaff = returned("staff");
        Violation violation = broken(() -> ledger.act(Role.STAFF, byStaff, "confirm-return", Map.of()),
                "returnConfirmedBy");
        assertNull(violation.confirm());
        assertEquals("confirmed", ledger.act(Role.MANAGER, byStaff, "confirm-return", Map.of()).state());
        Entry byManager = returned("manager");
        assertEquals("same-person", broken(() -> ledger.act(Role.MANAGER, byManager, "confirm-return", Map.of()),
                "returnConfirmedBy").confirm());
        assertEquals(Map.of("same-person", "事務局は休み"), ledger.actConfirming(Role.MANAGER, byManager,
                "confirm-return", Map.of(), "same-person", "事務局は休み").confirmations());
    }

    private static Entry carriedBy(String account) {
        return ledger.enter(Role.STAFF, Takeouts.LEDGER, with(request(), "takenBy", account));
    }

    private static Entry returned(String account) {
        Entry approved = ledger.actConfirming(Role.MANAGER, carriedBy(account), "approve", Map.of(), "same-person",
                "代行が不在");
        return ledger.act(Role.STAFF, ledger.act(Role.STAFF, approved, "take-out", Map.of()), "return", Map.of());
    }

    private static Violation broken(java.util.function.Supplier<?> call, String field) {
        List<Violation> violations = ledger.violations(call);
        assertEquals(1, violations.size());
        assertEquals("3-2(1)", violations.get(0).clause());
        assertEquals(field, violations.get(0).field());
        return violations.get(0);
    }
}
