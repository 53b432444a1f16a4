package org.daicho.ledger.engine.module;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Hang;
import org.daicho.ledger.engine.testing.Neighbour;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a person who leaves still holds, as the leaving sheet sees it (2-4). */
class OpenItemsTest {

    private static final Text HELD = new Text("返してください。", "Return it.");

    @OpenCouncil
    private Council council;

    @Test
    @DisplayName("2-4 the open items of all modules are gathered")
    void gathersTheItemsOfAllModules() {
        council.engine.add(holder("zzz", List.of(item("zzz.things"))), 0, 10);
        council.engine.add(holder("aaa", List.of(item("aaa.things"), item("aaa.things"))), 0, 11);
        assertEquals(List.of("aaa.things", "aaa.things", "zzz.things"),
                items(STAFF.person()).stream().map(OpenItem::ledger).toList());
        assertEquals(List.of(), items(MANAGER.person()));
    }

    @Test
    @DisplayName("2-4 an absent module is told as absent, and contributes nothing")
    void tellsOfAbsentModules() {
        Neighbour holder = holder("aaa", List.of(item("aaa.things")));
        council.engine.add(holder, 0, 10);
        assertEquals(true, look(view -> view.isActive("aaa.things")));
        council.engine.remove(holder);
        assertEquals(false, look(view -> view.isActive("aaa.things")));
        assertEquals(List.of(), items(STAFF.person()));
    }

    @Test
    @DisplayName("2-4 a module that can't tell what is open keeps the person from leaving unseen")
    void aModuleThatFailsIsNotTakenForOneWithoutItems() {
        for (Function<LedgerView, List<OpenItem>> broken : List.<Function<LedgerView, List<OpenItem>>>of(view -> null,
                view -> {
                    throw new IllegalStateException("broken");
                }, view -> new ArrayList<>(java.util.Arrays.asList((OpenItem) null)), view -> {
                    throw new NoClassDefFoundError("gone");
                }, view -> Hang.forever(new CountDownLatch(1)))) {
            Neighbour module = new Neighbour("aaa").holding((person, view) -> broken.apply(view));
            council.engine.add(module, 0, 10);
            LedgerException refused = assertThrows(LedgerException.class, () -> items(STAFF.person()));
            assertEquals(Kind.UNAVAILABLE, refused.kind());
            council.engine.remove(module);
        }
    }

    @Test
    @DisplayName("2-4 a module doesn't speak for a ledger that it lost to another")
    void aLoserDoesNotSpeakForTheLedger() {
        council.engine.add(holder("aaa", List.of(item("aaa.things"))), 5, 10);
        Neighbour loser = new Neighbour("aaa").and("aaa.others").holding((person, view) -> List.of(item("aaa.things"),
                item("aaa.others")));
        council.engine.add(loser, 0, 11);
        assertEquals(List.of("aaa.others", "aaa.things"),
                items(STAFF.person()).stream().map(OpenItem::ledger).toList());
    }

    private Neighbour holder(String module, List<OpenItem> items) {
        return new Neighbour(module)
                .holding((person, view) -> person.isSameAs(STAFF.person()) ? items : List.of());
    }

    private static OpenItem item(String ledger) {
        return new OpenItem(ledger, "an-entry", HELD);
    }

    private List<OpenItem> items(Person leaving) {
        return look(view -> view.openItems(leaving));
    }

    private <T> T look(Function<LedgerView, T> look) {
        return council.look(look);
    }
}
