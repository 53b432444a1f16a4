package org.daicho.chapter.training;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Role;

/**
 * The training chapter is a chapter like any other.
 */
class TrainingChapterTest extends ChapterContract {

    private static final String[] PEOPLE = {"staff", "member", "manager", "deputy", "operator"};

    private final AtomicInteger count = new AtomicInteger();
    private String session;

    @Override
    protected LedgerModule module() {
        return new TrainingChapter(12, 30);
    }

    @Override
    protected String id() {
        return "training";
    }

    @Override
    protected void prepare(TestLedger opened) {
        session = opened.enter(Role.STAFF, Session.LEDGER, Sessions.session("2026-11-20")).id();
    }

    /** Each attendance is another person's: the same one is not taken twice. */
    @Override
    protected Map<String, Object> sample(String ledger) {
        return switch (ledger) {
        case Session.LEDGER -> Sessions.session("2026-11-20");
        case Attendance.LEDGER -> new HashMap<>(Map.of("session", session, "person",
                PEOPLE[count.getAndIncrement() % PEOPLE.length], "result", "出席"));
        default -> new HashMap<>(Map.of("cause", "その他", "details", "窓口の担当替え"));
        };
    }

    @Override
    protected Map<String, String> beyondRoleTable() {
        Map<String, String> beyond = new TreeMap<>();
        for (String right : new String[]{" enter manager", " enter deputy"}) {
            beyond.put(Session.LEDGER + right, "7-1(2)");
            beyond.put(Attendance.LEDGER + right, "7-1(2)");
            beyond.put(Decision.LEDGER + right, "7-1(3)③");
        }
        return beyond;
    }
}
