package org.daicho.access.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.access.internal.HandlerRegister;
import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.book.Wish;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlersTest {

    @Test
    @DisplayName("8-2(5)② whom 様式7 names does not run the system on the same day")
    void aHandlerIsNoOperator(@TempDir Path keys) throws Exception {
        try (TestCouncil council = TestCouncil.open(keys)) {
            String sato = council.person("sato", Role.STAFF);
            council.add(new HandlerRegister());
            HandlerRegister.designate(council, "sato", "2026-11-01", "2026-12-01");
            List<Wish> now = List.of(Wish.of(Role.OPERATOR));
            List<Wish> later = List.of(new Wish(Role.OPERATOR, LocalDate.of(2026, 12, 1), null, Set.of(), false));
            assertEquals(List.of("8-2(5)②"),
                    council.grants().obstacles(sato, now).stream().map(Violation::clause).toList());
            LedgerException refused = assertThrows(LedgerException.class,
                    () -> council.grants().set(council.admin(), sato, now));
            assertEquals(List.of("8-2(5)②"), refused.violations().stream().map(Violation::clause).toList());
            assertEquals(List.of(), council.grants().obstacles(sato, later));
            council.grants().set(council.admin(), sato, later);
            assertEquals(1, council.roles("sato").stream().filter("operator active"::equals).count());
        }
    }
}
