package org.daicho.chapter.assets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assets to test with.
 */
final class Assets {

    /** The categories of 2-2 as the paper writes them. */
    static final List<String> CATEGORIES = List.of("紙媒体", "記録媒体", "電子データ", "ハードウェア", "ソフトウェア");

    private Assets() {
    }

    /** Returns an asset with what the paper asks for and nothing else. */
    static Map<String, Object> plain(String category) {
        return new HashMap<>(Map.of("category", category, "name", "令和8年度事業報告書", "location", "書庫1",
                "specificPersonalInformation", false, "remarks", "保存5年"));
    }

    /** Returns an asset about which everything the clauses ask was answered. */
    static Map<String, Object> answered(String category) {
        return with(plain(category), "personalInformation", false);
    }

    /** Returns the fields with another value. */
    static Map<String, Object> with(Map<String, Object> fields, String column, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(column, value);
        return changed;
    }

    /** Returns how an asset was disposed of. */
    static Map<String, Object> disposal(String method) {
        return new HashMap<>(Map.of("removalReason", "保存期間の満了", "disposalMethod", method, "disposedOn", "2026-11-20",
                "disposedBy", "職員 三子", "disposalRecord", "証明書は書庫1"));
    }
}
