package org.daicho.access.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.access.internal.directory.Grant;
import org.daicho.access.internal.directory.Grant.State;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.Test;

class GrantRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Grant grant(Role role, LocalDate from, LocalDate to, String... scope) {
        return new Grant(null, 0, "person", role, from, to, Set.of(scope), State.ACTIVE, -1, null, null);
    }

    private static List<String> broken(Grant grant, Grant... others) {
        return GrantRules.check(grant, List.of(others)).stream().map(GrantRulesTest::name).toList();
    }

    private static String name(Violation violation) {
        return violation.field() + " " + violation.clause();
    }

    @Test
    void aDeputyNeedsTheDaysOfTheInstruction1_3() {
        assertEquals(List.of("from 1-3", "to 1-3"), broken(grant(Role.DEPUTY, null, null)));
        assertEquals(List.of(), broken(grant(Role.DEPUTY, TODAY, TODAY)));
    }

    @Test
    void theLastDayIsNotBeforeTheFirst() {
        assertEquals(List.of("to null"), broken(grant(Role.STAFF, TODAY, TODAY.minusDays(1))));
    }

    @Test
    void onlyADeputysRoleIsLimitedToLedgers() {
        assertEquals(List.of("scope 1-3"), broken(grant(Role.STAFF, null, null, "media")));
        assertEquals(List.of(), broken(grant(Role.DEPUTY, TODAY, TODAY, "media", "facilities.keys")));
        assertEquals(List.of("scope 1-3"), broken(grant(Role.DEPUTY, TODAY, TODAY, "Media!")));
    }

    @Test
    void whoRunsTheSystemHasNoOtherRole8_2_5() {
        Grant operator = grant(Role.OPERATOR, null, null);
        Grant staff = grant(Role.STAFF, null, null);
        assertEquals(List.of("role 8-2(5)②"), broken(operator, staff));
        assertEquals(List.of("role 8-2(5)②"), broken(staff, operator));
        assertEquals(List.of(), broken(staff, grant(Role.MEMBER, null, null)));
        assertEquals(List.of(), broken(operator, operator));
    }

    @Test
    void rolesOfDifferentDaysDoNotMeet() {
        Grant until = grant(Role.STAFF, null, TODAY);
        assertEquals(List.of("role 8-2(5)②"), broken(grant(Role.OPERATOR, TODAY, null), until));
        assertEquals(List.of(), broken(grant(Role.OPERATOR, TODAY.plusDays(1), null), until));
    }
}
