package org.daicho.access.internal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.daicho.access.internal.directory.Grant.State;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.Test;

/** 1-3: there is exactly one responsible manager at any time. */
class SuccessionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Grant manager(String id, LocalDate from, LocalDate to, State state, long leaf, LocalDate ended) {
        return new Grant(id, 1, "person-" + id, Role.MANAGER, from, to, Set.of(), state, leaf, ended, null);
    }

    private static Optional<String> on(LocalDate day, Grant... grants) {
        return Succession.manager(List.of(grants), day).map(Grant::id);
    }

    @Test
    void whoIsOnlyRequestedIsNotManager() {
        assertEquals(Optional.empty(), on(TODAY, manager("a", null, null, State.REQUESTED, -1, null)));
    }

    @Test
    void theOneConfirmedLastIsManagerEvenBeforeThePredecessorsEndIsWritten() {
        Grant a = manager("a", null, null, State.ACTIVE, 10, null);
        Grant b = manager("b", null, null, State.ACTIVE, 20, null);
        assertEquals(Optional.of("b"), on(TODAY, a, b));
        assertEquals(Optional.of("b"), on(TODAY, b, a));
    }

    @Test
    void aSuccessorFromALaterDayLeavesThePredecessorUntilThen() {
        Grant a = manager("a", null, null, State.ACTIVE, 10, null);
        Grant b = manager("b", TODAY.plusDays(8), null, State.ACTIVE, 20, null);
        assertEquals(Optional.of("a"), on(TODAY.plusDays(7), a, b));
        assertEquals(Optional.of("b"), on(TODAY.plusDays(8), a, b));
    }

    @Test
    void thePredecessorDoesNotComeBackWhenTheSuccessorsDaysAreOver() {
        Grant a = manager("a", null, null, State.ACTIVE, 10, null);
        Grant b = manager("b", TODAY, TODAY.plusDays(1), State.ACTIVE, 20, null);
        assertEquals(Optional.empty(), on(TODAY.plusDays(2), a, b));
    }

    @Test
    void aSuccessorWhoseGrantWasEndedBeforeItsFirstDayTookNoOnesPlace() {
        Grant a = manager("a", null, null, State.ACTIVE, 10, null);
        Grant b = manager("b", TODAY.plusDays(8), null, State.ENDED, 20, TODAY);
        assertEquals(Optional.of("a"), on(TODAY.plusDays(9), a, b));
        assertFalse(Succession.isSucceeded(a, List.of(a, b), TODAY.plusDays(9)));
    }

    @Test
    void whoseEndWaitsForConfirmationIsStillManager() {
        assertEquals(Optional.of("a"), on(TODAY, manager("a", null, null, State.ENDING, 10, null)));
    }

    @Test
    void theGrantsOwnDaysBoundIt() {
        Grant a = manager("a", TODAY, TODAY.plusDays(1), State.ACTIVE, 10, null);
        assertEquals(Optional.empty(), on(TODAY.minusDays(1), a));
        assertEquals(Optional.of("a"), on(TODAY.plusDays(1), a));
        assertEquals(Optional.empty(), on(TODAY.plusDays(2), a));
        assertTrue(a.isOver(TODAY.plusDays(2)));
    }
}
