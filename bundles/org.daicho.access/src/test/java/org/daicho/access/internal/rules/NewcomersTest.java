package org.daicho.access.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.access.internal.CouncilChapter;
import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewcomersTest {

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        council.person("boss", Role.MANAGER);
        council.add(new CouncilChapter());
    }

    @Test
    @DisplayName("1-2(1) Who is entered on the register by name is a person at once, also after a restart")
    void newcomersAreKnownAtOnce() throws Exception {
        Person member = enter("新井 花", Map.of()).fields().person("person");
        assertEquals(Optional.of(member), council.directory().find(member.id()));
        assertEquals(Role.MANAGER, council.ledger().get(council.admin(), AccessLedgers.PERSONS, member.id()).as());
        council.accounts().create(council.admin(), "arai", "arai", member.id());
        council.restart(null);
        assertEquals(Optional.of(member), council.directory().find("arai"));
    }

    @Test
    @DisplayName("1-2(1) A namesake is told, by the account or the id that means them, and another person is confirmed")
    void namesakesAreTold() {
        Person first = enter("新井 花", Map.of()).fields().person("person");
        Violation namesake = namesake("新井　花");
        assertEquals("namesake", namesake.confirm());
        assertTrue(namesake.message().ja().contains("「" + first.id() + "」と書いてください"), namesake.message().ja());
        council.accounts().create(council.admin(), "arai", "arai", first.id());
        assertTrue(namesake("新井花").message().ja().contains("「arai」と書いてください"));
        assertEquals(first, enter("arai", Map.of()).fields().person("person"));
        Person other = enter("新井花", Map.of("namesake", "姪にあたる別の人")).fields().person("person");
        assertEquals(2, council.directory().persons().stream().map(p -> p.id())
                .filter(List.of(first.id(), other.id())::contains).count());
    }

    @Test
    @DisplayName("1-2(1) The operator, who sees the list, registers a namesake unasked; others register through the register alone")
    void onlyThroughTheRegister() {
        enter("新井 花", Map.of());
        council.persons().register(council.admin(), "新井 花");
        LedgerException refusal = assertThrows(LedgerException.class, () -> council.ledger().enter(
                council.caller("boss"), AccessLedgers.PERSONS, TestCouncil.submission(Map.of("name", "新井 実"))));
        assertEquals(Kind.FORBIDDEN, refusal.kind());
    }

    private Violation namesake(String name) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> enter(name, Map.of()));
        assertEquals(Kind.INVALID, refusal.kind());
        return refusal.violations().get(0);
    }

    private Entry enter(String person, Map<String, String> confirmations) {
        return council.ledger().enter(council.caller("boss"), AccessLedgers.MEMBERS,
                new Submission(Map.of("person", person, "termFrom", "2026-04-01"), null, confirmations, null));
    }
}
