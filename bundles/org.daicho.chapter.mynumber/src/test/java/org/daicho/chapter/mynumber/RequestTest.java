package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.FEES;
import static org.daicho.chapter.mynumber.Office.TASK;
import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.ending.Files;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest extends OfficeTest {

    private static final Map<String, Object> REQUEST = Map.of("payee", "講師 花子", "task", TASK, "payment", FEES,
            "expectedAmount", 80_000L);

    private static final Map<String, Object> FILE = Map.of("name", "支払調書台帳", "task", TASK, "necessity", "支払調書の作成");

    @ParameterizedTest(name = "8-2(2) {1} yen of {0}: needed {2}")
    @CsvSource({"報酬・料金等（同じ人への支払が年5万円を超えるもの）, 50000, false", "報酬・料金等（同じ人への支払が年5万円を超えるもの）, 50001, true",
            "不動産の使用料等（同じ人への支払が年15万円を超えるもの）, 150000, false",
            "不動産の使用料等（同じ人への支払が年15万円を超えるもの）, 150001, true", "給与・退職手当等（源泉徴収票を作成するもの）, 1, true",
            "給与・退職手当等（源泉徴収票を作成するもの）, 0, false"})
    void askedOnlyIfNeeded(String payment, long amount, boolean needed) {
        Map<String, Object> request = with(with(REQUEST, "payment", payment), "expectedAmount", amount);
        if (needed) {
            assertEquals("2026-1", enter(request).fields().text("requestNumber"));
        } else {
            assertEquals(Set.of("expectedAmount 8-2(2)"), office.broken(() -> enter(request)));
        }
    }

    @Test
    @DisplayName("8-2(2) a request has payee, task and ground, by a handler of that day")
    void complete() {
        assertEquals(Set.of("payee 8-2(2)", "task 8-2(2)", "payment 8-2(2)", "expectedAmount 8-2(2)"),
                office.broken(() -> enter(Map.of())));
        assertEquals(Set.of("task 8-2(2)"), office.broken(() -> enter(with(REQUEST, "task", "名簿の作成"))));
        assertEquals(Set.of("requestedBy 8-2(2)"), office.broken(() -> enter(with(REQUEST, "requestedBy", "staff"))));
        assertEquals(Set.of("requestedOn 8-2(2)"),
                office.broken(() -> enter(with(REQUEST, "requestedOn", "2026-11-24"))));
    }

    @Test
    @DisplayName("8-2(2) a request that turns out not to be needed is told, and so is what came by it")
    void unneeded() {
        Entry request = enter(REQUEST);
        String number = request.fields().text("requestNumber");
        assertEquals(Set.of("request 8-2(2)"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "request", "2026-9"))));
        office.checked(with(receipt(), "request", number));
        assertEquals(List.of(), keys());
        office.correct("handler", request, with(REQUEST, "expectedAmount", 40_000L));
        assertEquals(List.of("unneeded"), keys());
        office.act("handler", request, "withdraw", Map.of("withdrawalReason", "支払が少なかった"));
        assertEquals(List.of("withdrawn"), keys());
    }

    @Test
    @DisplayName("8-2(2) a request that nothing came for is looked at when the year is over")
    void unanswered() {
        enter(REQUEST);
        assertEquals(LocalDate.of(2026, 12, 31), office.due("8-2(2)").get(0).due());
        office.checked(with(receipt(), "request", "2026-1"));
        assertEquals(List.of(), keys());
    }

    @Test
    @DisplayName("8-2(3) a file is created for a listed task once the manager approved it, and deleted by two persons")
    void files() {
        assertEquals(Set.of("task 8-2(3)"), office.broken(
                () -> office.enter("handler", Files.LEDGER, with(FILE, "task", "名簿の作成"))));
        assertEquals(Set.of("necessity 8-2(3)"), office.broken(
                () -> office.enter("handler", Files.LEDGER, with(FILE, "necessity", null))));
        Entry file = office.enter("handler", Files.LEDGER, FILE);
        assertEquals(Kind.CONFLICT, ledger.refusal(() -> office.act("handler", file, "create", Map.of())).kind());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> office.act("second", file, "approve", Map.of())).kind());
        ledger.act(Role.MANAGER, file, "approve", Map.of());
        assertEquals(Set.of("createdOn 8-2(3)"), office.broken(
                () -> office.act("handler", file, "create", Map.of("createdOn", "2026-11-22"))));
        assertEquals(Set.of("createdOn 8-2(3)"), office.broken(
                () -> office.act("handler", file, "create", Map.of("createdOn", "2026-11-24"))));
        assertEquals(Set.of("createdBy 8-2(3)"), office.broken(
                () -> office.act("handler", file, "create", Map.of("createdBy", "staff"))));
        assertEquals("created", office.act("handler", file, "create", Map.of()).state());
        Map<String, Object> deletion = new HashMap<>(Map.of("deletionMethod", "データの削除", "deletionCheckedBy",
                "handler"));
        assertEquals(Set.of("deletionCheckedBy 8-2(7)"),
                office.broken(() -> office.act("handler", file, "delete", deletion)));
        deletion.put("deletionCheckedBy", "second");
        for (String day : List.of("2026-11-22", "2026-11-24")) {
            assertEquals(Set.of("deletedOn 8-2(3)"),
                    office.broken(() -> office.act("handler", file, "delete", with(deletion, "deletedOn", day))));
        }
        assertEquals("deleted", office.act("handler", file, "delete", deletion).state());
    }

    private Entry enter(Map<String, Object> request) {
        return office.enter("handler", Requests.LEDGER, request);
    }

    private List<String> keys() {
        return office.due("8-2(2)").stream().map(d -> d.key().replaceFirst(":.*", "")).toList();
    }
}
