package org.daicho.chapter.council;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.daicho.chapter.council.deputy.Instruction;
import org.daicho.chapter.council.document.Acknowledgments;
import org.daicho.chapter.council.document.Documents;
import org.daicho.chapter.council.document.Reviews;
import org.daicho.chapter.council.leaving.Leaving;
import org.daicho.chapter.council.member.Member;
import org.daicho.chapter.council.place.Places;
import org.daicho.chapter.council.register.Profile;
import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Role;

/**
 * The council chapter is a chapter like any other.
 */
class CouncilChapterTest extends ChapterContract {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    protected LedgerModule module() {
        return People.chapter();
    }

    @Override
    protected String id() {
        return "council";
    }

    @Override
    protected void prepare(TestLedger opened) {
        People.seat(opened);
        opened.enter(Role.STAFF, Documents.LEDGER, People.document("プライバシーポリシー", "第1版", "2026-04-01"));
        opened.enter(Role.STAFF, Leaving.LEDGER, Map.of("person", "member", "leavingOn", "2026-11-30"));
    }

    /** Each sample is another one: the registers take nothing twice. */
    @Override
    protected Map<String, Object> sample(String ledger) {
        int n = count.incrementAndGet();
        String year = String.valueOf(1900 + n);
        return switch (ledger) {
        case Profile.LEDGER -> new HashMap<>(Map.of("name", "試験協議会", "ward", "杉並区", "section", "地域課", "contact",
                "03-0000-0000", "validFrom", year + "-04-01"));
        case Member.LEDGER -> new HashMap<>(Map.of("person", "operator", "kind", "委員", "position", "役員", "title",
                "広報部会長", "termFrom", year + "-04-01", "termTo", year + "-12-31"));
        case Instruction.LEDGER -> People.with(People.instruction("2026-11-23", "2026-11-30"), "scope", "media");
        case Places.LEDGER -> new HashMap<>(Map.of("name", "執務室" + n, "kind", "執務室", "lockable", true,
                "restricted", true));
        case Documents.LEDGER -> People.document("情報セキュリティポリシー", "第" + n + "版", year + "-04-01");
        case Acknowledgments.LEDGER -> new HashMap<>(Map.of("document", "プライバシーポリシー", "version", "第1版", "confirmed",
                true));
        case Reviews.LEDGER -> new HashMap<>(Map.of("document", "プライバシーポリシー", "reviewedOn", "2026-11-20", "findings",
                "誤記なし"));
        case Leaving.LEDGER -> new HashMap<>(Map.of("person", "staff", "leavingOn", year + "-12-31"));
        default -> new HashMap<>(Map.of("person", "member", "item", "貸与した鍵"));
        };
    }

    @Override
    protected Role enteredBy(String ledger) {
        return ledger.equals(Instruction.LEDGER) || ledger.equals(Leaving.LEDGER) ? Role.MANAGER : Role.STAFF;
    }

    @Override
    protected Map<String, String> beyondRoleTable() {
        Map<String, String> beyond = new TreeMap<>();
        for (Map.Entry<String, String> kept : Map.of(Profile.LEDGER, "1-1", Member.LEDGER, "1-3", Places.LEDGER,
                "1-2(2)", Documents.LEDGER, "0-5", Acknowledgments.LEDGER, "0-7(2)②", Reviews.LEDGER, "0-7(2)④",
                Leaving.LEDGER, "2-4", Leaving.ITEMS, "2-4").entrySet()) {
            beyond.put(kept.getKey() + " enter manager", kept.getValue());
            beyond.put(kept.getKey() + " enter deputy", kept.getValue());
        }
        beyond.put(Instruction.LEDGER + " enter manager", "1-3");
        beyond.put(Acknowledgments.LEDGER + " enter member", "0-7(2)②");
        return beyond;
    }
}
