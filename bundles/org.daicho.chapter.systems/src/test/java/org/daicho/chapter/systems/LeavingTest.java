package org.daicho.chapter.systems;

import static org.daicho.chapter.systems.Systems.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.chapter.systems.Licences.Seat;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.OpenItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("2-4 The devices, licences and permitted media of a person are open until they are given back")
    void whatIsUsedIsOpen() {
        SystemsChapter chapter = new SystemsChapter(12, 30);
        try (TestLedger ledger = TestLedger.open(folder, chapter)) {
            Entry device = ledger.enter(Role.STAFF, Devices.LEDGER, of("member", Systems.device("タブレット")));
            Entry licence = ledger.enter(Role.STAFF, Licences.LEDGER, Systems.licence(5));
            Entry seat = ledger.enter(Role.STAFF, Seat.LEDGER, of("member", Systems.seat(licence, "受付PC")));
            Entry permit = ledger.act(Role.MANAGER,
                    ledger.enter(Role.STAFF, Permits.LEDGER, of("member", Systems.permit())), "permit", Map.of());
            ledger.enter(Role.STAFF, Devices.LEDGER,
                    Systems.with(of("staff", Systems.device("タブレット")), "device", "事務PC"));
            ledger.enter(Role.STAFF, Seat.LEDGER, of("staff", Systems.seat(licence, "事務PC")));
            ledger.enter(Role.STAFF, Permits.LEDGER, of("member", Systems.permit()));

            Person member = ledger.people().person("member");
            List<OpenItem> items = ledger.look(view -> chapter.openItems(member, view));
            assertEquals(Set.of(device.id(), seat.id(), permit.id()),
                    items.stream().map(OpenItem::entry).collect(Collectors.toSet()));
            assertEquals("「ワープロソフト」のライセンスの割当て（受付PC）を終えてください。", items.get(1).text().ja());

            ledger.correct(Role.STAFF, device, Systems.device("タブレット"));
            ledger.act(Role.STAFF, seat, "release", Map.of());
            ledger.act(Role.MANAGER, permit, "end", Map.of());
            assertEquals(List.of(), ledger.look(view -> chapter.openItems(member, view)));
        }
    }

    private static Map<String, Object> of(String account, Map<String, Object> fields) {
        return with(fields, "usedBy", account);
    }
}
