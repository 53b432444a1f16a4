package org.daicho.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.access.internal.directory.Account;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingAccountsTest {

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        council.person("sato", Role.STAFF);
        council.person("boss", Role.MANAGER);
    }

    @Test
    @DisplayName("2-4 The operator is told to disable the account of who leaves, on the day that the leaving sheet says")
    void operatorIsTold() {
        assertEquals(List.of(), duties());
        council.add(new CouncilChapter());
        enter("council.leaving", Map.of("person", "sato", "leavingOn", "2026-11-30"));
        assertEquals(List.of("アカウント「sato」の利用者は2026-11-30に退会します。その日の終わりに停止してください。"),
                duties().stream().map(d -> d.title().ja()).toList());
        assertEquals("2026-11-30", duties().get(0).due().toString());
        Account account = council.directory().account("sato").orElseThrow();
        council.accounts().disable(council.admin(), account, true);
        assertEquals(List.of(), duties());
    }

    @Test
    @DisplayName("2-4 Who came back after leaving keeps the account")
    void whoCameBackKeepsIt() {
        council.add(new CouncilChapter());
        enter("council.leaving", Map.of("person", "sato", "leavingOn", "2026-11-20"));
        assertEquals(1, duties().size());
        enter("council.members", Map.of("person", "sato", "termFrom", "2026-11-21"));
        assertEquals(List.of(), duties());
    }

    private List<Duty> duties() {
        return council.duties(council.admin()).stream().filter(d -> d.clause().equals("2-4")).toList();
    }

    private void enter(String ledger, Map<String, Object> fields) {
        council.ledger().enter(council.caller("boss"), ledger, TestCouncil.submission(fields));
    }
}
