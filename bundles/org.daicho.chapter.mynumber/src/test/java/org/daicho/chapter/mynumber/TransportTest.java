package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.transport;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.place.Zones;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest extends OfficeTest {

    private String number;

    @BeforeEach
    void receive() {
        number = office.checked(Office.receipt()).fields().text("receiptNumber");
    }

    @ParameterizedTest(name = "8-2(6)③ nothing is carried to {0}")
    @ValueSource(strings = {"自宅", "税務署の隣の喫茶店", "講師の税務署職員の家", "地域区民センター", "税理士事務所"})
    void nowhereElse(String destination) {
        assertEquals(Set.of("destination 8-2(6)③"), broken(with(transport(number), "destination", destination)));
    }

    @ParameterizedTest(name = "8-2(6)③ what the law has filed is carried to {0}")
    @ValueSource(strings = {"荻窪税務署", "税務署", "杉並税務署（個人課税部門）", "杉並区役所（課税課）"})
    void toWhomItIsFiled(String destination) {
        assertEquals("recorded", enter(with(transport(number), "destination", destination)).state());
    }

    @Test
    @DisplayName("8-2(6)③ no reason confirms it away, and a kind left empty is transport")
    void neverConfirmed() {
        Map<String, Object> home = with(transport(number), "destination", "自宅");
        List<Violation> violations = ledger.violations(() -> ledger.ledger().enter(office.caller("handler"),
                Copies.LEDGER, new Submission(home, null, Map.of("same-person", "急ぐ", "8-2(6)③", "急ぐ"), null)));
        assertEquals(List.of("destination"), violations.stream().map(Violation::field).toList());
        assertNull(violations.get(0).confirm());
        enter(with(with(home, "kind", "複製"), "quantity", "1部"));
    }

    @Test
    @DisplayName("8-2(6)② a zone that the manager approved takes transport; a proposed or withdrawn one does not")
    void zones() {
        Map<String, Object> fields = with(transport(number), "destination", "第二執務室");
        Entry zone = zone("第二執務室", "取扱区域", "分室");
        assertEquals(Set.of("destination 8-2(6)③"), broken(fields));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> office.act("second", zone, "approve", Map.of())).kind());
        ledger.act(Role.MANAGER, zone, "approve", Map.of());
        enter(with(fields, "destination", "第二 執務室"));
        assertEquals(Set.of("name 8-2(6)③"), office.broken(() -> zone("第二執務室", "管理区域", "分室")));
        ledger.act(Role.MANAGER, zone, "withdraw", Map.of());
        assertEquals(Set.of("destination 8-2(6)③"), broken(fields));
    }

    @Test
    @DisplayName("8-2(6)③ a zone that is renamed waits for the manager again")
    void renamedZone() {
        Entry zone = zone("第二執務室", "取扱区域", "分室");
        ledger.act(Role.MANAGER, zone, "approve", Map.of());
        assertEquals("requested", office.correct("handler", zone, Map.of("name", "自宅", "kind", "取扱区域")).state());
        assertEquals(Set.of("destination 8-2(6)③"), broken(with(transport(number), "destination", "自宅")));
    }

    @Test
    @DisplayName("8-2(6)③ a place that a live module registers inside an office is no place outside of it")
    void officesAreZones() {
        Neighbour places = Neighbours.keys().register(new Place("執務室", true, true), new Place("多目的室", true, false));
        ledger.add(places);
        enter(with(transport(number), "destination", "執務室"));
        assertEquals(Set.of("destination 8-2(6)③"), broken(with(transport(number), "destination", "多目的室")));
    }

    @Test
    @DisplayName("8-2(6)③ a filing addressee names the law that asks for the filing")
    void filingAddressee() {
        assertEquals(Set.of("legalBasis 8-2(6)③"), office.broken(() -> office.enter("handler", Zones.LEDGER,
                Map.of("name", "年金事務所", "kind", "提出先"))));
        Entry addressee = office.enter("handler", Zones.LEDGER, Map.of("name", "年金事務所", "kind", "提出先", "legalBasis",
                "健康保険法"));
        assertEquals(Set.of("destination 8-2(6)③"), broken(with(transport(number), "destination", "年金事務所")));
        ledger.act(Role.MANAGER, addressee, "approve", Map.of());
        enter(with(transport(number), "destination", "年金事務所"));
    }

    @Test
    @DisplayName("8-2(6)④ outside one facility: lockable case, carried throughout, no detour, and both times")
    void confirmations() {
        for (String one : List.of("caseLocked", "carriedThroughout", "noDetour")) {
            assertEquals(Set.of(one + " 8-2(6)④"), broken(with(transport(number), one, null)));
            assertEquals(Set.of(one + " 8-2(6)④"), broken(with(transport(number), one, false)));
        }
        assertEquals(Set.of("departedAt 8-2(6)④"), broken(with(transport(number), "departedAt", null)));
        assertEquals(Set.of("arrivedAt 8-2(6)④"), broken(with(transport(number), "arrivedAt", null)));
        assertEquals(Set.of("arrivedAt 8-2(6)④"),
                broken(with(transport(number), "arrivedAt", "2026-11-23T07:59:00+09:00")));
        assertEquals(Set.of("arrivedAt 8-2(6)④"),
                broken(with(transport(number), "arrivedAt", "2026-11-24T08:00:00+09:00")));
        assertEquals(Set.of("sameFacility 8-2(6)④"), broken(with(transport(number), "sameFacility", true)));
    }

    @Test
    @DisplayName("8-2(6)④ within one facility none of that is asked, as stated or as the zones have it")
    void withinOneFacility() {
        for (String name : List.of("事務局執務室", "一階書庫室", "分室")) {
            ledger.act(Role.MANAGER, zone(name, "取扱区域", name.equals("分室") ? "分室" : "地域区民センター"), "approve", Map.of());
        }
        Map<String, Object> plain = new HashMap<>(Map.of("receiptNumber", number, "document", "講師 花子の個人番号の写し",
                "source", "事務局執務室", "destination", "一階書庫室", "purpose", "保管"));
        enter(plain);
        assertEquals(Set.of("caseLocked 8-2(6)④", "carriedThroughout 8-2(6)④", "noDetour 8-2(6)④",
                "departedAt 8-2(6)④", "arrivedAt 8-2(6)④"), broken(with(plain, "sameFacility", false)));
        Map<String, Object> branch = with(plain, "destination", "分室");
        assertEquals(5, broken(branch).size());
        assertEquals(Set.of("sameFacility 8-2(6)④"),
                broken(with(with(transport(number), "destination", "分室"), "sameFacility", true)));
        enter(with(with(branch, "source", "机"), "sameFacility", true));
    }

    private Entry zone(String name, String kind, String facility) {
        return office.enter("handler", Zones.LEDGER, Map.of("name", name, "kind", kind, "facility", facility));
    }

    private Entry enter(Map<String, Object> fields) {
        return office.enter("handler", Copies.LEDGER, fields);
    }

    private Set<String> broken(Map<String, Object> fields) {
        return office.broken(() -> enter(fields));
    }
}
