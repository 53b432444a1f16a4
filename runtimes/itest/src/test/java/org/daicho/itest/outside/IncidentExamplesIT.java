package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.acted;
import static org.daicho.itest.outside.Entries.address;
import static org.daicho.itest.outside.Entries.csv;
import static org.daicho.itest.outside.Entries.due;
import static org.daicho.itest.outside.Entries.duties;
import static org.daicho.itest.outside.Entries.duty;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.forbidden;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Entries.refused;
import static org.daicho.itest.outside.Entries.with;
import static org.daicho.itest.outside.Office.TASK;
import static org.daicho.itest.outside.Office.TODAY;
import static org.daicho.itest.outside.Office.asset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The 事件例 of the procedures, each played against a council with all eight chapters: the wrong is caught by the controls
 * that the procedures have against it, then the right way goes through. Each story has things and people of its own.
 */
class IncidentExamplesIT {

    private static final YearMonth MONTH = YearMonth.from(TODAY);
    private static final String SHREDDED = "物理的消去（シュレッダー・破砕・粉砕）";
    private static final String DEGAUSSED = "物理的消去（磁気消去）";
    private static final String WIPED = "論理的消去（許可を得たデータ消去ソフトウェア）";
    private static final String DELETED = "データの削除";
    private static final String PASSWORD = "itest-People-2026";

    @TempDir
    static Path folder;

    @AutoClose
    private static DaichoProcess process;
    private static Office office;
    private static Api admin;
    private static Api manager;
    private static Api sato;
    private static Api suzuki;

    @BeforeAll
    static void start() throws IOException {
        process = DaichoProcess.run("ogikubo", folder.resolve("data"));
        office = Office.open(process);
        admin = office.admin();
        manager = office.manager();
        sato = office.sato();
        suzuki = office.suzuki();
    }

    /** Before anyone looks at anything, they have read and confirmed that it is for the council's business alone. */
    @Test
    @DisplayName("A社 2-1(1) everyone confirms, on joining and every year, to use assets for the council's business only")
    void businessOnly() {
        Api ito = person("ito", "伊藤", "staff");
        entered(sato, "council.members", Map.of("person", "ito", "kind", "事務局職員", "position", "職員", "termFrom",
                TODAY.toString()));
        JsonNode document = entered(sato, "council.documents", Map.of("kind", "情報セキュリティ実施手順", "title",
                "情報セキュリティ実施手順", "version", "第1版", "effectiveOn", TODAY.toString()));
        String duty = "acknowledge:" + id(document);
        due(manager, duty, "0-7(2)②", "伊藤さん");
        Map<String, Object> confirmation = new HashMap<>(
                Map.of("document", "情報セキュリティ実施手順", "version", "第1版", "confirmed", false));
        refused(enter(ito, "council.acknowledgments", confirmation), "confirmed", "2-1(1)", "協議会の事業の目的でのみ利用");
        confirmation.put("confirmed", true);
        entered(ito, "council.acknowledgments", confirmation);
        JsonNode again = due(manager, duty, "2-1(1)", "今年の確認");
        assertEquals(TODAY.plusYears(1).toString(), again.get("due").textValue());
    }

    /** An employee looks at records for private reasons: the reading itself is recorded, and the month asks what for. */
    @Test
    @DisplayName("A社 8-2(5)① 様式9 who looks at records is seen, and has to say for which of the lawful tasks")
    void privateBrowsing() {
        Api saito = person("saito", "斎藤", "staff");
        for (Api handler : List.of(saito, sato, suzuki)) {
            forbidden(handler.get(Entries.of("mynumber.receipts")), "権限がありません");
        }
        for (String handler : List.of("sato", "suzuki", "saito")) {
            entered(manager, "mynumber.handlers", Map.of("handler", handler, "scope", "報酬等の支払調書"));
        }
        JsonNode receipt = acted(suzuki, entered(sato, "mynumber.receipts", Office.receipt("講師の調書")),
                "check", Map.of());
        forbidden(office.member().get(address(receipt)), "権限がありません");
        forbidden(admin.get(address(receipt)), "権限がありません");

        saito.get(address(receipt)).expect(200);
        JsonNode views = manager.get(Entries.of("log.views")).expect(200).json().get("items");
        JsonNode view = StreamSupport.stream(views.spliterator(), false)
                .filter(v -> v.at("/fields/reader/name").textValue().equals("斎藤")).findFirst().orElseThrow();
        assertEquals(id(receipt), view.at("/fields/entry").textValue());
        assertTrue(view.at("/fields/viewedAt").textValue().startsWith(TODAY.toString()), view::toString);
        assertTrue(csv(manager, "log.views", MONTH).contains("斎藤,特定個人情報等受払簿,記録,1,"
                + receipt.at("/fields/receiptNumber").textValue()));
        forbidden(saito.get(Entries.of("log.views")), "権限がありません");
        String looked = id(view.at("/fields/reader")) + ":" + TODAY;
        due(manager, "viewed:" + looked, "8-2(5)①", "業務上の目的かどうかを確かめてください");
        assertEquals(Optional.empty(), duty(manager, "viewed:" + id(receipt.at("/created/by"))));

        Map<String, Object> use = new HashMap<>(Map.of("receiptNumber", receipt.at("/fields/receiptNumber").textValue(),
                "document", "講師の調書", "purpose", "知人に頼まれた"));
        refused(enter(saito, "mynumber.uses", use), "purpose", "8-2(1)", "選");
        use.put("purpose", TASK);
        use.put("usedBy", "takahashi");
        refused(enter(saito, "mynumber.uses", use), "usedBy", "8-2(5)①", "事務取扱担当者ではありません");
        use.remove("usedBy");
        JsonNode row = entered(saito, "mynumber.uses", use);
        assertEquals("斎藤", row.at("/fields/usedBy/name").textValue());
        assertEquals(Optional.empty(), duty(manager, "viewed:" + looked));
    }

    /** An employee takes customer data along: the leaving sheet lists what is still held, and does not close before. */
    @Test
    @DisplayName("B社 2-4 the leaving sheet does not close while the leaver holds anything, an account among it")
    void takenBeforeLeaving() {
        Api hayashi = person("hayashi", "林", "staff");
        office.entered(asset("紙媒体", "顧客名簿", "書庫2"));
        JsonNode taken = entered(hayashi, "media.takeouts", Map.of("asset", "顧客名簿"));
        act(hayashi, taken, "take-out", Map.of()).expect(409);
        acted(manager, taken, "approve", Map.of());
        acted(hayashi, taken, "take-out", Map.of());

        Map<String, Object> leaving = Map.of("person", "hayashi", "leavingOn", TODAY.toString(), "reason", "退職");
        refused(enter(hayashi, "council.leaving", leaving), "person", "2-4", "本人は");
        JsonNode sheet = entered(suzuki, "council.leaving", leaving);
        refused(act(suzuki, sheet, "list", Map.of()), "person", "2-4", "「顧客名簿」を返却し");
        List<JsonNode> items = duties(manager).stream()
                .filter(d -> d.get("key").textValue().startsWith("item:" + id(sheet))).map(item -> {
                    String[] key = item.get("key").textValue().split(":");
                    return entered(suzuki, "council.returns", Map.of("person", "hayashi", "item",
                            item.get("title").textValue(), "itemLedger", key[2], "itemEntry", key[3]));
                }).toList();
        assertEquals(2, items.size(), "the list, and the account");
        acted(suzuki, sheet, "list", Map.of());
        refused(act(manager, sheet, "close", Map.of()), "person", "2-4", "返却又は廃棄がまだ確認されていません");
        refused(act(hayashi, items.get(0), "confirm", Map.of("outcome", "返却")), "confirmedBy", "2-4", "本人は");
        for (JsonNode item : items) {
            acted(suzuki, item, "confirm", Map.of("outcome", "返却"));
        }
        refused(act(manager, sheet, "close", Map.of()), "person", "2-4", "まだ終わっていないものがあります");
        acted(hayashi, taken, "return", Map.of());
        acted(suzuki, taken, "confirm-return", Map.of());
        refused(act(manager, sheet, "close", Map.of()), "person", "2-4", "アカウント「hayashi」が使える状態です");
        admin.put("/api/access/users/hayashi", Map.of("disabled", true)).expect(200);
        hayashi.get(Entries.of("media.takeouts")).expect(401);
        assertEquals("closed", acted(manager, sheet, "close", Map.of()).get("state").textValue());
    }

    /** Whoever has left reads and takes nothing: the rights end by themselves with their last day. */
    @Test
    @DisplayName("B社 2-4 the rights end with their last day, also where nobody disabled the account")
    void rightsEnd() {
        Api kondo = person("kondo", "近藤", Map.of("role", "staff", "to", TODAY.toString()));
        Api left = person("ono", "小野", Map.of("role", "staff", "to", TODAY.minusDays(1).toString()));
        kondo.get(Entries.of("media.takeouts")).expect(200);
        for (String ledger : List.of("media.takeouts", "assets.inventory", "council.members")) {
            forbidden(left.get(Entries.of(ledger)), "権限がありません");
        }
        forbidden(enter(left, "media.takeouts", Map.of("asset", "顧客名簿")), "権限がありません");
    }

    /** A USB memory is missing after a data transfer: 様式2 asks for its return, and only permitted media are used. */
    @Test
    @DisplayName("C町 様式2 3-2(1) 4-1 an unlisted medium shows, one that is out is asked back, a lost one is reported")
    void missingMedium() {
        office.entered(asset("電子データ", "被災者支援台帳", "事務PC"));
        JsonNode seen = entered(sato, "systems.media-sightings", Map.of("medium", "私物のUSB", "device", "事務PC"));
        assertEquals(Optional.empty(), duty(manager, "unlisted:" + id(seen)));
        assertEquals("許可のない記録媒体「私物のUSB」が「事務PC」に接続されていました。",
                reported("sighting", seen).at("/fields/contents").textValue());
        Map<String, Object> transfer = Map.of("asset", "被災者支援台帳", "medium", "移行用USB", "dueOn", TODAY.toString());
        JsonNode out = out(transfer);
        due(manager, "medium:", "4-1", "「移行用USB」が、情報資産目録（様式1）の記録媒体にありません");
        assertEquals("佐藤", due(manager, "return:" + id(out), "3-2(1)", "「被災者支援台帳」を返却してください")
                .at("/who/name").textValue());
        String row = TODAY + ",被災者支援台帳,佐藤,会長 山田,";
        assertTrue(csv(suzuki, "media.takeouts", MONTH).contains(row + ",\r\n"), "not returned");
        acted(sato, out, "report-lost", Map.of("lossDetails", "移行の後、所在が分からない"));
        assertEquals(Optional.empty(), duty(manager, "lost:" + id(out)));
        JsonNode report = reported("takeout", out);
        assertEquals("被災者支援台帳", report.at("/fields/assets").textValue());
        assertTrue(report.at("/fields/contents").textValue().endsWith("紛失の状況: 移行の後、所在が分からない"));
        assertEquals(report.at("/by"), out.at("/by"), "one act, one person");

        office.entered(asset("記録媒体", "移行用USB", "書庫1"));
        JsonNode permit = entered(sato, "systems.media-permits", Map.of("medium", "移行用USB", "device", "事務PC",
                "permittedFrom", TODAY.toString(), "permittedTo", TODAY.toString()));
        act(sato, permit, "permit", Map.of()).expect(403);
        acted(manager, permit, "permit", Map.of());
        JsonNode listed = entered(sato, "systems.media-sightings", Map.of("medium", "移行用USB", "device", "事務PC"));
        assertEquals(Optional.empty(), duty(manager, "unlisted:" + id(listed)));
        assertEquals(Optional.empty(), duty(manager, "medium:"));
        JsonNode right = out(transfer);
        acted(sato, right, "return", Map.of());
        refused(act(sato, right, "confirm-return", Map.of()), "returnConfirmedBy", "3-2(1)", "自分の返却を確認できません");
        acted(suzuki, right, "confirm-return", Map.of());
        assertEquals(Optional.empty(), duty(manager, "return:" + id(right)));
        assertTrue(csv(suzuki, "media.takeouts", MONTH).contains(row + TODAY + ",鈴木"), "returned");
    }

    /** 985 applicants see each other's addresses: many recipients need the assurance that Bcc was used. */
    @Test
    @DisplayName("D社 3-2(2) a mail to 985 is not recorded without a copy to the manager, nor without the word on Bcc")
    void everyoneSeesEveryone() {
        String now = OffsetDateTime.now(ZoneOffset.ofHours(9)).truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, Object> mail = new HashMap<>(Map.of("asset", "応募者への案内", "channel", "メール", "recipient", "応募者",
                "recipientCount", 985, "reason", "講座の案内", "sentToManager", false, "sentToManagerAt", now));
        refused(enter(sato, "media.transmissions", mail), "sentToManager", "3-2(2)", "管理責任者にも併せて送信");
        mail.put("sentToManager", true);
        JsonNode guard = refused(enter(sato, "media.transmissions", mail), "recipientCount", "3-2(2)", "Bccで送信");
        assertTrue(guard.get("message").textValue().startsWith("送信先が985件あります。"), guard::toString);
        assertEquals("many-recipients", guard.get("confirm").textValue());
        JsonNode sent = sato.post(Entries.of("media.transmissions"), Map.of("fields", mail, "confirmations",
                Map.of("many-recipients", "Bccで送信した"))).expect(201).json();
        JsonNode sheet = manager.get("/api/ledgers/media.transmissions/sheets/" + MONTH).expect(200).json();
        assertTrue(sheet.get("changes").findValuesAsText("id").contains(id(sent)), sheet::toString);
        mail.put("recipientCount", 1);
        entered(sato, "media.transmissions", mail);
    }

    /** Ledgers are found in waste paper: paper with personal data is shredded before a witness, and leaves 様式1 so. */
    @Test
    @DisplayName("E社 3-4(1) paper leaves by the shredder, before a witness, and is not struck off 様式1 without that")
    void wastePaper() {
        JsonNode ledger = office.entered(with(asset("紙媒体", "古い受講者台帳", "書庫1"), "personalInformation", true,
                "purpose", "講座の連絡", "lockedStorage", true));
        refused(act(manager, ledger, "remove", Map.of("removalReason", "古紙回収")), "disposalMethod", "3-4(1)",
                "紙媒体を目録から削除するには");
        Map<String, Object> removal = new HashMap<>(Map.of("removalReason", "保存期間の満了", "disposalMethod", DELETED,
                "disposedOn", TODAY.toString(), "disposedBy", "古紙回収業者"));
        refused(act(manager, ledger, "remove", removal), "disposalMethod", "3-4(1)", "復元されるおそれ");

        Map<String, Object> disposal = new HashMap<>(Map.of("asset", "古い受講者台帳", "category", "紙媒体", "method",
                DEGAUSSED, "witness", "suzuki"));
        refused(enter(sato, "media.disposals", disposal), "method", "3-4(1)", "紙媒体に残る情報が復元されるおそれ");
        disposal.put("method", SHREDDED);
        disposal.remove("witness");
        enter(sato, "media.disposals", disposal).expect(422);
        disposal.put("witness", "sato");
        refused(enter(sato, "media.disposals", disposal), "witness", "3-4(1)", "立会者は、廃棄した者とは別の人");

        removal.put("disposalMethod", SHREDDED);
        acted(manager, ledger, "remove", removal);
        due(manager, "disposal:" + id(ledger), "3-4(1)", "「古い受講者台帳」");
        disposal.putAll(Map.of("witness", "suzuki", "assetNumber", ledger.at("/fields/assetNumber").intValue()));
        JsonNode record = entered(sato, "media.disposals", disposal);
        assertEquals("鈴木", record.at("/fields/witness/name").textValue());
        assertEquals(Optional.empty(), duty(manager, "disposal:" + id(ledger)));
        assertTrue(csv(manager, "media.disposals", MONTH).contains("古い受講者台帳,紙媒体," + SHREDDED + ",佐藤,鈴木"));
    }

    /** A password that is not one's own is tried: guessing stops, the manager hears of it, and a new one ends it. */
    @Test
    @DisplayName("F町 4-2(2) guessing a password is slowed down and reported to the manager, who writes what it was")
    void guessedPassword() {
        Api mori = person("mori", "森", "member");
        for (int i = 0; i < 5; i++) {
            office.anyone().as("mori", "guess " + i).get(Entries.of("assets.inventory")).expect(401);
        }
        assertTrue(mori.get(Entries.of("assets.inventory")).expect(429).json().get("detail").isTextual());
        JsonNode report = due(manager, "failures:", "4-2(2)", "アカウント「mori」へのログインが、" + TODAY + "に5回続けて失敗しました");
        assertTrue(csv(manager, "access.events", MONTH).contains("ログイン失敗の連続,mori,127.0.0.1,5,"));
        JsonNode event = manager.get(Entries.of("access.events") + "?account=mori").expect(200).json().at("/items/0");
        forbidden(act(sato, event, "acknowledge", Map.of("finding", "問題なし")), "権限");
        assertEquals("failures:" + id(event), report.get("key").textValue());
        act(manager, event, "acknowledge", Map.of()).expect(422);
        acted(manager, event, "acknowledge", Map.of("finding", "本人ではない。パスワードを変えた。"));
        assertEquals(Optional.empty(), duty(manager, "failures:"));
    }

    /** Someone uses another's password: every login is a person's own, and a new password ends the other's use at once. */
    @Test
    @DisplayName("F町 4-2(2) each login is one person's own with that person's rights; no password is shown, a new one ends it")
    void anothersPassword() {
        Api stolen = person("hara", "原", "member");
        JsonNode key = entered(sato, "facilities.keys",
                Map.of("key", "金庫の鍵", "keyLocation", "事務局長の机", "cabinet", "金庫"));
        forbidden(stolen.get(address(key)), "権限がありません");
        forbidden(stolen.get("/api/access/users"), "IT担当と管理責任者");
        JsonNode visit = entered(stolen, "media.takeouts", Map.of("asset", "会員名簿"));
        assertEquals("原", visit.at("/created/by/name").textValue());
        admin.account("hara", "別人", PASSWORD, "staff").expect(409);
        assertFalse(admin.get("/api/access/users").expect(200).text().contains("assword\""), "shown to nobody");
        assertFalse(admin.get(Entries.of("access.accounts")).expect(200).text().contains("passwordHash\":\""));
        admin.put("/api/access/users/hara/password", Map.of("password", "another " + PASSWORD)).expect(204);
        stolen.get(address(visit)).expect(401);

        JsonNode pc = entered(sato, "systems.devices",
                Map.of("device", "窓口PC", "kind", "デスクトップ型パソコン", "place", Office.ROOM));
        acted(sato, pc, "check", checked(true, false));
        due(manager, "kept:" + id(pc), "4-2(2)", "パスワードを外部の者に知られないよう");
        acted(sato, pc, "check", checked(true, true));
        assertEquals(Optional.empty(), duty(manager, "kept:" + id(pc)));
    }

    /** Replaced disks are sold with their data: hardware and media leave 様式1 with the record of a fitting erasure only. */
    @Test
    @DisplayName("G県 4-8 3-4(2) a replaced disk leaves 様式1 only with the record of an erasure that fits it")
    void soldDisk() {
        JsonNode server = office.entered(asset("ハードウェア", "ファイル共有サーバー", Office.ROOM));
        Map<String, Object> sale = new HashMap<>(Map.of("removalReason", "更新", "disposalMethod", DELETED, "disposedOn",
                TODAY.toString(), "disposedBy", "回収業者"));
        refused(act(manager, server, "remove", sale), "disposalMethod", "4-8", "ハードウェアに残る情報が復元されるおそれ");
        sale.put("disposalMethod", DEGAUSSED);
        refused(act(manager, server, "remove", sale), "disposalRecord", "4-8", "データを復元できない状態にした記録が必要");
        int number = server.at("/fields/assetNumber").intValue();
        Map<String, Object> erasure = new HashMap<>(Map.of("asset", "ファイル共有サーバー", "assetNumber", number, "method",
                DEGAUSSED, "mediumKind", "半導体メモリ（USBメモリ・SSD等）", "witness", "suzuki"));
        refused(enter(sato, "systems.erasures", erasure), "method", "3-4(2)", "復元されるおそれ");
        erasure.putAll(Map.of("method", WIPED, "software", "だれかの消去ソフト"));
        refused(enter(sato, "systems.erasures", erasure), "software", "3-4(2)", "許可を得た");
        erasure.remove("software");
        erasure.putAll(Map.of("method", SHREDDED, "witness", "sato"));
        refused(enter(sato, "systems.erasures", erasure), "witness", "4-8", "別の人");
        erasure.put("witness", "suzuki");
        act(manager, server, "remove", sale).expect(422);
        entered(sato, "systems.erasures", erasure);
        sale.put("disposalMethod", SHREDDED);
        assertEquals("removed", acted(manager, server, "remove", sale).get("state").textValue());

        JsonNode disk = office.entered(asset("記録媒体", "外したハードディスク", "書庫1"));
        refused(act(manager, disk, "remove", with(sale, "disposalMethod", DELETED)), "disposalMethod", "3-4(2)",
                "復元されるおそれ");
    }

    /** At night a thief takes a USB memory and a disk from the desk: what is confidential is locked away, and seen to be. */
    @Test
    @DisplayName("第5章 3-1(2) 4-6 5-4(3) nothing confidential stays on the desk, and each evening's locking is on record")
    void burglary() {
        Map<String, Object> room = Map.of("name", "執務室", "kind", "執務室", "lockable", true, "restricted", true);
        entered(manager, "council.places", room);
        for (int i = 1; i <= 2; i++) {
            entered(manager, "council.places", Map.of("name", "夜の書庫" + i, "kind", "書庫", "lockable", true, "number", i,
                    "room", "執務室"));
        }
        Map<String, Object> floppy = with(asset("記録媒体", "顧客情報のフロッピーディスク", "机上"), "personalInformation", true,
                "purpose", "連絡", "lockedStorage", false);
        refused(sato.post(Office.ASSETS, Office.body(floppy)), "location", "3-1(2)", "施錠できる書庫等に保管してください");
        office.entered(with(floppy, "location", "夜の書庫1"));

        Map<String, Object> notebook = Map.of("device", "夜間のノートPC", "kind", "ノート型パソコン", "place", "執務室");
        refused(enter(sato, "systems.devices", notebook), "place", "4-6(1)", "施錠できる書庫等にしまいます");
        entered(sato, "systems.devices", with(notebook, "place", "夜の書庫2"));
        JsonNode desktop = entered(sato, "systems.devices",
                Map.of("device", "夜間のデスクトップ", "kind", "デスクトップ型パソコン", "place", "執務室"));
        acted(sato, desktop, "check", checked(false, true));
        due(manager, "unwired:" + id(desktop), "4-6(2)", "盗難防止措置がありません");
        acted(sato, desktop, "check", checked(true, true));
        assertEquals(Optional.empty(), duty(manager, "unwired:" + id(desktop)));

        entered(sato, "facilities.calendar", Map.of("kind", "臨時開所", "validFrom", TODAY.toString(), "reason", "行事"));
        due(manager, "row:" + TODAY, "5-4(3)", "施錠チェックが記入されていません");
        Map<String, Object> evening = new HashMap<>(Map.of("checks", Map.of("1", "locked")));
        refused(enter(sato, "facilities.locking", evening), "checks", "5-4(3)", "書庫No. 2 の答えがありません");
        evening.put("checks", Map.of("1", "locked", "2", "unlocked"));
        refused(enter(sato, "facilities.locking", with(evening, "date", TODAY.plusDays(1).toString())), "date",
                "5-4(3)",
                "前もって記入できません");
        JsonNode row = entered(sato, "facilities.locking", evening);
        assertEquals("佐藤", row.at("/fields/confirmedBy/name").textValue());
        assertEquals(Optional.empty(), duty(manager, "row:" + TODAY));
        due(manager, "unlocked:" + id(row), "5-4(3)", "書庫No. 2 が施錠されていませんでした");
        acted(suzuki, row, "settle", Map.of("settlement", "施錠した"));
        assertEquals(Optional.empty(), duty(manager, "unlocked:" + id(row)));
    }

    private static Api person(String account, String name, Object role) {
        admin.account(account, name, PASSWORD, role).expect(201);
        return admin.as(account, PASSWORD);
    }

    /** Returns the one report that names an entry in a column. */
    private static JsonNode reported(String column, JsonNode entry) {
        JsonNode reports = manager.get(Entries.of("incidents.reports") + "?" + column + "=" + id(entry)).expect(200)
                .json()
                .get("items");
        assertEquals(1, reports.size());
        return reports.get(0);
    }

    /** Has 佐藤 take something out with the manager's approval. */
    private static JsonNode out(Map<String, Object> fields) {
        JsonNode entry = entered(sato, "media.takeouts", fields);
        acted(manager, entry, "approve", Map.of());
        return acted(sato, entry, "take-out", Map.of());
    }

    /** Returns what a check of a PC finds, well but for these. */
    private static Map<String, Object> checked(boolean secured, boolean passwordKept) {
        Map<String, Object> found = new HashMap<>(
                Map.of("loginPassword", true, "antiMalware", true, "cablingSafe", true,
                        "antiMalwareProduct", "ウイルス対策", "antiMalwareUpdatedOn", TODAY.toString()));
        found.putAll(Map.of("secured", secured, "passwordKept", passwordKept));
        if (secured) {
            found.put("securing", "ワイヤー5番");
        }
        return found;
    }
}
