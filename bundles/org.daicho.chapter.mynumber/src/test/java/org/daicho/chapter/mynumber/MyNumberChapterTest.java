package org.daicho.chapter.mynumber;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.daicho.chapter.mynumber.check.TerminalChecks;
import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.ending.Files;
import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.law.LawFiles;
import org.daicho.chapter.mynumber.place.Zones;
import org.daicho.chapter.mynumber.receipt.Access;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Role;

/**
 * The My Number chapter is a chapter like any other.
 */
class MyNumberChapterTest extends ChapterContract {

    private final Map<String, Integer> count = new HashMap<>();

    @Override
    protected LedgerModule module() {
        return new MyNumberChapter(LawFiles.open(null), Office.USUAL);
    }

    @Override
    protected String id() {
        return "mynumber";
    }

    @Override
    protected Role enteredBy(String ledger) {
        return Handlers.LEDGER.equals(ledger) ? Role.MANAGER : Role.HANDLER;
    }

    @Override
    protected void prepare(TestLedger opened) {
        Office office = new Office(opened);
        office.designate("handler", "担当 二人目");
        IntStream.range(1, 30).forEach(i -> opened.people().person("担当 " + i + "号"));
        office.checked(Office.receipt());
        office.checked(Office.settable());
    }

    /** Nobody is designated twice, and no zone registered twice. */
    @Override
    protected Map<String, Object> sample(String ledger) {
        return switch (ledger) {
        case Handlers.LEDGER -> Map.of("handler", "担当 " + count.merge(ledger, 1, Integer::sum) + "号", "scope", "報酬");
        case Receipts.LEDGER -> Office.receipt();
        case Uses.LEDGER -> Office.use("2026-1");
        case Copies.LEDGER -> Office.copy("2026-1");
        case Zones.LEDGER -> Map.of("name", "事務局執務室", "kind", "取扱区域", "facility", "地域区民センター");
        case Files.LEDGER -> Map.of("name", "支払調書台帳", "task", Office.TASK, "necessity", "支払調書を作成するため");
        case TerminalChecks.LEDGER -> Map.of("terminal", "事務局のパソコン1", "screenLock", true, "lockMinutes", 5);
        case Access.LEDGER -> Map.of("receiptNumber", "2026-2", "person", "handler", "reason", "支払調書の作成");
        case Requests.LEDGER -> Map.of("payee", "講師 花子", "task", Office.TASK, "payment", Office.FEES,
                "expectedAmount", 80_000L);
        default -> Map.of("version", "第1版", "task", Office.TASK, "text", "支払調書を作成するためだけに利用します。");
        };
    }
}
