package org.daicho.access.internal.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.directory.Grant;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Roles as the ledger keeps and enforces them (1-3, 8-2(5)②). */
class GrantBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
    }

    private static void assertRefused(Kind kind, Executable call) {
        LedgerException refused = assertThrows(LedgerException.class, call);
        assertEquals(kind, refused.kind(), () -> refused + " " + refused.violations());
    }

    private void assertManager(String account) {
        assertEquals(council.directory().account(account).orElseThrow().personId(),
                council.directory().manager().orElseThrow().personId());
    }

    private void set(String person, Wish... wishes) {
        council.grants().set(council.admin(), person, List.of(wishes));
    }

    private static Wish deputy(String... scope) {
        return new Wish(Role.DEPUTY, TODAY, TODAY.plusDays(30), Set.of(scope), false);
    }

    @Test
    void theFirstManagerNeedsNoOnesWord1_3() {
        council.person("kaicho", Role.MANAGER);
        assertEquals(List.of("manager active"), council.roles("kaicho"));
        assertManager("kaicho");
    }

    @Test
    void aSuccessorWaitsForThePresentManagerAndThenReplacesThem1_3() throws Exception {
        council.person("kaicho", Role.MANAGER);
        council.person("jiki", Role.MANAGER);
        assertEquals(List.of("manager requested"), council.roles("jiki"));
        assertTrue(council.caller("jiki").grants().isEmpty(), "what is only asked for gives nothing");
        council.act("kaicho", council.grant("jiki", Role.MANAGER), "confirm");
        assertEquals(List.of("manager ended"), council.roles("kaicho"));
        assertEquals(List.of("manager active"), council.roles("jiki"));
        assertManager("jiki");
        assertTrue(council.caller("kaicho").grants().isEmpty());
        council.restart(null);
        assertManager("jiki");
    }

    @Test
    void nobodyElseConfirmsAManager1_3() {
        council.person("kaicho", Role.MANAGER);
        council.person("jiki", Role.MANAGER);
        council.person("sato", Role.STAFF);
        String kyokucho = council.person("kyokucho");
        set(kyokucho, deputy());
        council.act("kaicho", council.grant("kyokucho", Role.DEPUTY), "confirm");
        Grant wanted = council.grant("jiki", Role.MANAGER);
        assertRefused(Kind.FORBIDDEN, () -> council.act("sato", wanted, "confirm"));
        assertRefused(Kind.FORBIDDEN, () -> council.act("jiki", wanted, "confirm"));
        assertRefused(Kind.FORBIDDEN, () -> council.act("admin", wanted, "confirm"));
        assertRefused(Kind.INVALID, () -> council.act("kyokucho", wanted, "confirm"));
        assertRefused(Kind.INVALID, () -> council.ledger().act(council.admin().through("access"),
                AccessLedgers.GRANTS, wanted.id(), "activate", null, TestCouncil.submission(Map.of())));
        assertManager("kaicho");
    }

    @Test
    void theManagerMayRejectASuccessor() {
        council.person("kaicho", Role.MANAGER);
        council.person("jiki", Role.MANAGER);
        council.act("kaicho", council.grant("jiki", Role.MANAGER), "reject");
        assertEquals(List.of("manager rejected"), council.roles("jiki"));
        assertManager("kaicho");
    }

    @Test
    void twoCallersAtOnceMakeOneManager1_3() throws Exception {
        String a = council.person("a");
        String b = council.person("b");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> both = List.of(a, b).stream().map(person -> (Callable<Void>) () -> {
                start.await();
                set(person, Wish.of(Role.MANAGER));
                return null;
            }).toList();
            for (Future<Void> done : threads.invokeAll(both)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        List<String> states = List.of(council.roles("a").get(0), council.roles("b").get(0)).stream().sorted().toList();
        assertEquals(List.of("manager active", "manager requested"), states);
    }

    @Test
    void aSuccessorOfALaterDayIsManagerFromThenOn1_3() {
        council.person("kaicho", Role.MANAGER);
        String jiki = council.person("jiki");
        set(jiki, new Wish(Role.MANAGER, TODAY.plusDays(8), null, Set.of(), false));
        council.act("kaicho", council.grant("jiki", Role.MANAGER), "confirm");
        assertManager("kaicho");
        council.clock.pass(Duration.ofDays(8));
        assertManager("jiki");
        assertTrue(council.caller("kaicho").grants().isEmpty());
    }

    @Test
    void theManagersRoleEndsByTheirOwnWordOnly1_3() {
        String kaicho = council.person("kaicho", Role.MANAGER);
        set(kaicho);
        assertEquals(List.of("manager ending"), council.roles("kaicho"));
        assertManager("kaicho");
        Grant grant = council.grant("kaicho", Role.MANAGER);
        assertRefused(Kind.INVALID, () -> council.ledger().act(council.admin().through("access"),
                AccessLedgers.GRANTS, grant.id(), "end", null, TestCouncil.submission(Map.of())));
        council.act("kaicho", grant, "keep");
        assertEquals(List.of("manager active"), council.roles("kaicho"));
        set(kaicho);
        council.act("kaicho", grant, "confirm-end");
        assertEquals(List.of("manager ended"), council.roles("kaicho"));
        assertTrue(council.directory().manager().isEmpty());
        council.person("jiki", Role.MANAGER);
        assertManager("jiki");
    }

    @Test
    void aManagersTermEndsOnItsLastDay1_3() {
        String kaicho = council.person("kaicho");
        set(kaicho, new Wish(Role.MANAGER, null, TODAY, Set.of(), false));
        assertManager("kaicho");
        council.clock.pass(Duration.ofHours(15));
        assertTrue(council.directory().manager().isEmpty());
        council.person("jiki", Role.MANAGER);
        assertManager("jiki");
    }

    @Test
    void aDeputyWaitsForTheManagerAndIsBoundToTheInstruction1_3() {
        council.person("kaicho", Role.MANAGER);
        String kyokucho = council.person("kyokucho");
        set(kyokucho, deputy("media"));
        assertEquals(List.of("deputy requested"), council.roles("kyokucho"));
        council.act("kaicho", council.grant("kyokucho", Role.DEPUTY), "confirm");
        var grants = council.caller("kyokucho").grants();
        assertEquals(List.of(new org.daicho.ledger.value.RoleGrant(Role.DEPUTY, TODAY, TODAY.plusDays(30),
                Set.of("media"))), grants);
    }

    @Test
    void aDeputyDoesNotProlongTheirOwnInstruction1_3() {
        council.person("kaicho", Role.MANAGER);
        String kyokucho = council.person("kyokucho");
        set(kyokucho, deputy());
        council.act("kaicho", council.grant("kyokucho", Role.DEPUTY), "confirm");
        Wish longer = new Wish(Role.DEPUTY, TODAY.plusDays(31), TODAY.plusDays(300), Set.of(), false);
        set(kyokucho, deputy(), longer);
        String other = council.person("jicho");
        set(other, deputy());
        Grant own = council.directory().grants(kyokucho).stream().filter(g -> g.state() == Grant.State.REQUESTED)
                .findFirst().orElseThrow();
        assertRefused(Kind.INVALID, () -> council.act("kyokucho", own, "confirm"));
        council.act("kyokucho", council.grant("jicho", Role.DEPUTY), "confirm");
        assertEquals(List.of("deputy active"), council.roles("jicho"));
    }

    @Test
    void aLongerPeriodMakesNoHoleWhileItWaits1_3() {
        council.person("kaicho", Role.MANAGER);
        String kyokucho = council.person("kyokucho");
        set(kyokucho, deputy("media"));
        council.act("kaicho", council.grant("kyokucho", Role.DEPUTY), "confirm");
        Wish longer = new Wish(Role.DEPUTY, TODAY, TODAY.plusDays(60), Set.of("media"), false);
        set(kyokucho, longer);
        assertEquals(Set.of("deputy active", "deputy requested"), Set.copyOf(council.roles("kyokucho")));
        assertEquals(1, council.caller("kyokucho").grants().size());
        Grant waiting = council.directory().grants(kyokucho).stream().filter(g -> g.state() == Grant.State.REQUESTED)
                .findFirst().orElseThrow();
        council.act("kaicho", waiting, "confirm");
        set(kyokucho, longer);
        assertEquals(Set.of("deputy active", "deputy ended"), Set.copyOf(council.roles("kyokucho")));
        set(kyokucho, deputy("systems"));
        assertEquals(Set.of("deputy ended", "deputy requested"), Set.copyOf(council.roles("kyokucho")),
                "what gives something else is taken away at once");
    }

    @Test
    void theManagersOwnPeriodChangesWithoutAHole1_3() {
        String kaicho = council.person("kaicho", Role.MANAGER);
        set(kaicho, new Wish(Role.MANAGER, null, TODAY.plusDays(60), Set.of(), false));
        assertEquals(Set.of("manager active", "manager requested"), Set.copyOf(council.roles("kaicho")));
        Grant waiting = council.directory().grants(kaicho).stream().filter(g -> g.state() == Grant.State.REQUESTED)
                .findFirst().orElseThrow();
        council.act("kaicho", waiting, "confirm");
        assertEquals(Set.of("manager active", "manager ended"), Set.copyOf(council.roles("kaicho")));
        assertEquals(TODAY.plusDays(60), council.directory().manager().orElseThrow().to());
    }

    @Test
    void anOperatorHasNoOtherRole8_2_5() {
        String sato = council.person("sato", Role.STAFF);
        List<Wish> both = List.of(Wish.of(Role.STAFF), Wish.of(Role.OPERATOR));
        List<Violation> obstacles = council.grants().obstacles(sato, both);
        assertEquals(List.of("8-2(5)②"), obstacles.stream().map(Violation::clause).toList());
        assertRefused(Kind.INVALID, () -> council.grants().set(council.admin(), sato, both));
        assertEquals(List.of("staff active"), council.roles("sato"));
        set(sato, Wish.of(Role.OPERATOR));
        assertEquals(Set.of("staff ended", "operator active"), Set.copyOf(council.roles("sato")));
    }

    @Test
    void theManagerDoesNotBecomeOperatorWhileTheEndOfTheRoleWaits8_2_5() {
        String kaicho = council.person("kaicho", Role.MANAGER);
        assertEquals(1, council.grants().obstacles(kaicho, List.of(Wish.of(Role.OPERATOR))).size());
    }

    @Test
    void aBareRoleKeepsTheGrantThatIsThere() {
        String sato = council.person("sato");
        set(sato, new Wish(Role.STAFF, TODAY, TODAY.plusDays(365), Set.of(), false));
        Grant before = council.grant("sato", Role.STAFF);
        set(sato, Wish.of(Role.STAFF), Wish.of(Role.MEMBER));
        assertEquals(before, council.grant("sato", Role.STAFF));
        set(sato, Wish.of(Role.MEMBER));
        assertEquals(Grant.State.ENDED, council.grant("sato", Role.STAFF).state());
    }

    @Test
    void nobodyWritesTheGrantsPastAccess() {
        String sato = council.person("sato", Role.STAFF);
        Map<String, Object> fields = Map.of("person", sato, "role", "operator");
        assertRefused(Kind.FORBIDDEN, () -> council.ledger().enter(council.admin(), AccessLedgers.GRANTS,
                TestCouncil.submission(fields)));
        assertRefused(Kind.FORBIDDEN, () -> council.act("admin", council.grant("sato", Role.STAFF), "end"));
        assertRefused(Kind.INVALID, () -> council.ledger().enter(council.caller("sato").through("access"),
                AccessLedgers.GRANTS, TestCouncil.submission(fields)));
    }
}
