package org.daicho.itest.outside;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import org.daicho.itest.outside.Api.Answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A council with the people that the procedure knows, each with an account: who runs the system, the responsible manager
 * (会長), two of the staff (事務局職員) and a member (委員).
 *
 * @param anyone  nobody's account
 * @param admin   the operator
 * @param manager 会長
 * @param sato    staff
 * @param suzuki  staff
 * @param member  委員
 */
record Office(Api anyone, Api admin, Api manager, Api sato, Api suzuki, Api member) {

    /** Today, where the council is. */
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    /** One of the tasks for which the law lets the council use a My Number (2-1(2)). */
    static final String TASK = "報酬等の法定調書の作成に関する事務";

    /** The ledger of 様式1. */
    static final String INVENTORY = "/api/ledgers/assets.inventory";

    /** Its entries. */
    static final String ASSETS = INVENTORY + "/entries";

    /** The two places of 1-2(2), as 荻窪 names them. */
    static final String ROOM = "事務局執務室(荻窪地域活動係執務室)";
    static final String ACTIVITIES = "委員活動場所";

    /** Opens the office of a system that was started the first time. */
    static Office open(DaichoProcess process) {
        Api admin = Api.admin(process);
        admin.account("kaicho", "会長 山田", "manager pass 1", "manager").expect(201);
        admin.account("sato", "佐藤", "staff pass 1", "staff").expect(201);
        admin.account("suzuki", "鈴木", "staff pass 2", "staff").expect(201);
        admin.account("takahashi", "髙橋", "member pass 1", "member").expect(201);
        return of(process);
    }

    /** Comes back to the office of a system that was started again. */
    static Office of(DaichoProcess process) {
        Api anyone = Api.of(process);
        return new Office(anyone, Api.admin(process), anyone.as("kaicho", "manager pass 1"),
                anyone.as("sato", "staff pass 1"), anyone.as("suzuki", "staff pass 2"),
                anyone.as("takahashi", "member pass 1"));
    }

    /** Returns the least that an asset needs: the paper's own columns. */
    static Map<String, Object> asset(String category, String name, String location) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("category", category);
        fields.put("name", name);
        fields.put("location", location);
        fields.put("specificPersonalInformation", false);
        return fields;
    }

    /** Returns what completes a receipt of a My Number, so that another person can check it (8-2(2), (5), (9), (10)). */
    static Map<String, Object> acquisition() {
        return Map.of("ground", "番号法第19条第3号（本人からの提供）", "numberCheck", "個人番号カード", "identityCheck", "個人番号カード",
                "noticeVersion", "第1版", "noticeShownOn", TODAY.toString(), "storage", "書庫3", "lockedStorage", true);
    }

    /** Returns a receipt of a My Number that is complete at once. */
    static Map<String, Object> receipt(String document) {
        return Entries.with(acquisition(), "document", document, "purpose", TASK);
    }

    /** Returns a body with fields. */
    static Map<String, Object> body(Map<String, Object> fields) {
        return Map.of("fields", fields);
    }

    /** Enters an asset as staff. */
    JsonNode entered(Map<String, Object> fields) {
        return sato.post(ASSETS, body(fields)).expect(201).json();
    }

    /** Returns the address of an entry. */
    static String address(JsonNode entry) {
        return ASSETS + "/" + entry.get("id").textValue();
    }

    /** Corrects a version of an asset. */
    static Answer correct(Api by, JsonNode entry, Map<String, Object> fields, String reason, int version) {
        return by.put(address(entry), Map.of("fields", fields, "reason", reason), "If-Match", "\"v" + version + "\"");
    }
}
