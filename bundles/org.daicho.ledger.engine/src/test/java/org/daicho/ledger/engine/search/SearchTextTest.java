package org.daicho.ledger.engine.search;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @TempDir
    static Path keys;
    @AutoClose
    private static Council council;

    @BeforeAll
    static void open() throws Exception {
        council = new Council(keys);
    }

    private static List<Entry> search(String text) {
        return council.ledger().list(STAFF, Loans.LEDGER, new EntryQuery(50, null, null, null, text, Map.of()))
                .items();
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({"ノートPC, ﾉｰﾄＰＣ", "ﾉｰﾄﾊﾟｿｺﾝ, ノートパソコン", "ｶﾞﾗｽ, がらす", "髙橋, 高橋", "高橋, 髙橋", "山﨑, 山崎", "山崎, 山﨑", "㈱台帳, (株)",
            "①番, 1", "書 類 箱, 書類箱", "ABC, abc", "𠮷野家, 𠮷", "𠮷野家, 𠮷野", "本, 本", "2026年度の名簿, 年度の名"})
    @DisplayName("A text is found in any width, kana and spelling of 髙 and 﨑")
    void findsText(String held, String sought) {
        Entry entry = council.lend(STAFF, held);
        assertTrue(search(sought).contains(entry));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({"情報資産持ち出し管理簿, 持出し管理簿", "情報資産持出し管理簿, 持ち出し管理簿", "持ち出し一, 持出", "持出し二, 持ち出", "持ち出し三, 持出し", "持ち出し四, ち出し",
            "持ち出し五, 持ち", "持出しと持ち出し, 持ち出しと持出し"})
    @DisplayName("3-2(1), 3-5 Both spellings of the procedure, 持ち出し and 持出し, are found by either")
    void findsBothSpellings(String held, String sought) {
        Entry entry = council.lend(STAFF, held);
        assertTrue(search(sought).contains(entry));
    }

    @ParameterizedTest
    @CsvSource({"持ち出し六, 持し", "持出七, 持ち", "鍵束, 束鍵", "一二三四, 一二四", "一二、二三, 一二三", "台帳, 帳簿", "abab, abba"})
    @DisplayName("Having the same pairs of characters is not holding the text")
    void findsOnlyWhatIsThere(String held, String sought) {
        Entry entry = council.lend(STAFF, held);
        assertFalse(search(sought).contains(entry));
        assertTrue(search(held).contains(entry));
    }
}
