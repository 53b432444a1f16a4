package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.request;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificInformationTest {

    private static final String SPECIFIC = "specificPersonalInformation";

    @TempDir
    static Path folder;

    private static final Neighbour INVENTORY = Neighbours.inventory();

    @AutoClose
    private static TestLedger ledger;

    @BeforeAll
    static void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter(), INVENTORY);
        Neighbours.asset(ledger, "支払調書ﾌｧｲﾙ 1", "電子データ", Map.of(SPECIFIC, true));
        Neighbours.asset(ledger, "給与資料", "紙媒体", Map.of(SPECIFIC, true));
    }

    @Test
    @DisplayName("8-2(6)③ A take-out of specific personal information is refused; no reason passes it, not the manager's")
    void statedIsRefused() {
        assertRefused(SPECIFIC, "8-2(6)③", () -> take(with(request(), SPECIFIC, true)));
        for (String code : List.of("same-person", "other-day", "many-recipients", "my-number")) {
            assertRefused(SPECIFIC, "8-2(6)③", () -> ledger.ledger().enter(ledger.people().caller("both", Role.MANAGER,
                    Role.STAFF), Takeouts.LEDGER,
                    new Submission(with(request(), SPECIFIC, true), null, Map.of(code, "急ぐ"), null)));
        }
        Entry asked = take(with(request(), SPECIFIC, false));
        assertRefused(SPECIFIC, "8-2(6)③", () -> ledger.correct(Role.STAFF, asked, with(request(), SPECIFIC, true)));
    }

    @ParameterizedTest(name = "8-2(6)③ The inventory knows it as 支払調書ﾌｧｲﾙ 1, and it is asked for as «{0}»")
    @ValueSource(strings = {"支払調書ﾌｧｲﾙ 1", "支払調書ファイル1", "支払調書ファイル　１"})
    void registeredIsRefused(String asset) {
        assertRefused("asset", "8-2(6)③", () -> take(with(request(), "asset", asset)));
        assertRefused("asset", "8-2(6)③", () -> take(with(with(request(), "asset", asset), SPECIFIC, false)));
    }

    @Test
    @DisplayName("8-2(6)③ What the inventory learns between request, approval and taking out is heeded")
    void laterKnowledgeIsHeeded() {
        Map<String, Object> request = with(request(), "asset", "報酬の一覧");
        Entry asset = Neighbours.asset(ledger, "報酬の一覧", "紙媒体", Map.of());
        Entry asked = take(request);
        Entry approved = ledger.act(Role.MANAGER, take(request), "approve", Map.of());
        Entry out = Media.out(ledger, request);
        ledger.correct(Role.STAFF, asset, Map.of("name", "報酬の一覧", "category", "紙媒体", "location", "書庫1",
                SPECIFIC, true));
        assertRefused("asset", "8-2(6)③", () -> ledger.act(Role.MANAGER, asked, "approve", Map.of()));
        assertRefused("asset", "8-2(6)③", () -> ledger.act(Role.STAFF, approved, "take-out", Map.of()));
        assertEquals(Set.of("specific:" + out.id()), Found.keys(ledger, "8-2(6)③"));
        ledger.correct(Role.STAFF, out, with(request, "remarks", "すぐ戻す"));
        assertEquals("returned", ledger.act(Role.STAFF, out, "return", Map.of()).state());
        assertEquals(Set.of(), Found.keys(ledger, "8-2(6)③"));
    }

    @Test
    @DisplayName("8-2(6)③ The inventory's word holds after its module was removed, and mynumber was never there")
    void holdsWithoutTheModule() {
        ledger.remove(INVENTORY);
        try {
            assertRefused("asset", "8-2(6)③", () -> take(with(request(), "asset", "給与資料")));
        } finally {
            ledger.add(INVENTORY);
        }
    }

    @ParameterizedTest(name = "8-2(6)③ «{0}» has to be answered where no inventory knows it")
    @ValueSource(strings = {"マイナンバー収集書類", "ﾏｲﾅﾝﾊﾞｰ一覧", "個人 番号届", "源泉徴収票の控え"})
    void tellingNamesAreAnswered(String asset) {
        Map<String, Object> request = with(request(), "asset", asset);
        assertRefused(SPECIFIC, "8-2(6)③", () -> take(request));
        assertRefused(SPECIFIC, "8-2(6)③", () -> take(with(request(), "contents", asset)));
        assertEquals("requested", take(with(request, SPECIFIC, false)).state());
        Neighbours.asset(ledger, asset, "紙媒体", Map.of());
        assertEquals("requested", take(request).state());
    }

    @Test
    @DisplayName("8-2(6)③ Specific personal information is not sent by mail or fax either")
    void notSent() {
        assertRefused(SPECIFIC, "8-2(6)③", () -> ledger.enter(Role.STAFF, Transmissions.LEDGER,
                with(Media.transmission(), SPECIFIC, true)));
        assertRefused("asset", "8-2(6)③", () -> ledger.enter(Role.STAFF, Transmissions.LEDGER,
                with(Media.transmission(), "asset", "給与資料")));
    }

    @Test
    @DisplayName("8-2(6)① Copies of specific personal information belong in 様式10")
    void notCopiedHere() {
        assertRefused(SPECIFIC, "8-2(6)①",
                () -> ledger.enter(Role.STAFF, Copies.LEDGER, with(Media.copy(), SPECIFIC, true)));
        assertRefused("asset", "8-2(6)①",
                () -> ledger.enter(Role.STAFF, Copies.LEDGER, with(Media.copy(), "asset", "給与資料")));
    }

    private static Entry take(Map<String, Object> request) {
        return ledger.enter(Role.STAFF, Takeouts.LEDGER, request);
    }

    private static void assertRefused(String field, String clause, Supplier<?> call) {
        List<Violation> violations = ledger.violations(call);
        assertEquals(Set.of(field), Media.fields(violations));
        assertEquals(Set.of(clause), Media.clauses(violations));
        violations.forEach(v -> assertNull(v.confirm()));
    }
}
