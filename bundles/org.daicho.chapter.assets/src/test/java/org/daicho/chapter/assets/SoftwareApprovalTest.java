package org.daicho.chapter.assets;

import static org.daicho.chapter.assets.Assets.plain;
import static org.daicho.chapter.assets.Assets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftwareApprovalTest {

    private static final String NAME = "ワープロソフト";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new AssetsChapter(6));
    }

    @Test
    @DisplayName("0-7(2)③ Without chapter 4 software is taken, and nothing is said of approvals")
    void worksAlone() {
        add(NAME);
        assertEquals(List.of(), gaps());
    }

    @Test
    @DisplayName("0-7(2)③ Before the first request software is taken, and a gap until it is approved")
    void oldSoftwareIsAGap() {
        ledger.add(Neighbours.installs());
        Entry old = add(NAME);
        assertEquals(List.of("unapproved:" + old.id()), gaps());
        Entry request = request("ワープロ ソフト");
        assertEquals(List.of("unapproved:" + old.id()), gaps());
        ledger.act(Role.MANAGER, request, "approve", Map.of());
        assertEquals(List.of(), gaps());
    }

    @Test
    @DisplayName("0-7(2)③ From the first request on software without an approval is refused, also one that was refused")
    void approvalComesFirst() {
        ledger.add(Neighbours.installs());
        Entry request = request(NAME);
        assertRefused(NAME);
        assertRefused("別のソフト");
        ledger.act(Role.MANAGER, request, "reject", Map.of());
        assertRefused(NAME);
        ledger.act(Role.MANAGER, request(NAME), "approve", Map.of());
        add(NAME);
        add("ワープロ　ソフト");
        assertEquals(List.of(), gaps());
        ledger.enter(Role.STAFF, Inventory.LEDGER, plain("ハードウェア"));
    }

    @Test
    @DisplayName("0-7(2)③ A correction is none of an addition, unless it makes the asset other software")
    void correctionsGoOn() {
        ledger.add(Neighbours.installs());
        Entry old = add(NAME);
        Entry paper = ledger.enter(Role.STAFF, Inventory.LEDGER, plain("紙媒体"));
        request("会計ソフト");
        ledger.correct(Role.STAFF, old, with(software(NAME), "licencesInUse", 2L));
        assertEquals("name", broken(() -> ledger.correct(Role.STAFF, old, software("会計ソフト"))).field());
        assertEquals("name", broken(() -> ledger.correct(Role.STAFF, paper, plain("ソフトウェア"))).field());
    }

    @Test
    @DisplayName("0-7(2)③ The manager may add unapproved software with a reason, which is kept and is no gap")
    void managerMayConfirm() {
        ledger.add(Neighbours.installs());
        request("会計ソフト");
        String code = broken(() -> ledger.enter(Role.MANAGER, Inventory.LEDGER, software(NAME))).confirm();
        Caller manager = ledger.people().caller(Role.MANAGER);
        Entry added = ledger.ledger().enter(manager, Inventory.LEDGER,
                new Submission(software(NAME), null, Map.of(code, "以前から使っている"), null));
        assertEquals(Map.of(SoftwareApproval.UNAPPROVED, "以前から使っている"), added.confirmations());
        assertEquals(List.of(), gaps());
        ledger.correct(Role.STAFF, added, with(software(NAME), "licencesInUse", 2L));
        assertEquals(List.of(), gaps());
    }

    private void assertRefused(String name) {
        Violation violation = broken(() -> add(name));
        assertEquals("name", violation.field());
        assertNull(violation.confirm(), "staff don't pass it");
    }

    private Violation broken(Supplier<?> call) {
        List<Violation> violations = ledger.violations(call);
        assertEquals(List.of("0-7(2)③"), violations.stream().map(Violation::clause).toList());
        return violations.get(0);
    }

    private Entry add(String name) {
        return ledger.enter(Role.STAFF, Inventory.LEDGER, software(name));
    }

    private Entry request(String name) {
        return ledger.enter(Role.STAFF, Reliances.Installs.LEDGER, Map.of("software", name));
    }

    private static Map<String, Object> software(String name) {
        return with(plain("ソフトウェア"), "name", name);
    }

    private List<String> gaps() {
        return ledger.dutiesOf("assets").stream().map(d -> d.key()).filter(k -> k.startsWith("unapproved:")).toList();
    }
}
