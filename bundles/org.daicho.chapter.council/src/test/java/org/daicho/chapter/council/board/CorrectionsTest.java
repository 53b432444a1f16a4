package org.daicho.chapter.council.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {

    private static final Path BUNDLES = Path.of("..");

    private final ClauseBooks books = new ClauseBooks();

    @BeforeEach
    void read() throws IOException {
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : bundles.sorted().toList()) {
                String module = bundle.getFileName().toString().replace("org.daicho.chapter.", "");
                Path book = bundle.resolve("src/main/resources/clauses/" + module + ".json");
                if (Files.exists(book)) {
                    books.add(module, book.toUri().toURL());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"様式8, 受扱簿, 受払簿", "様式8, 人手, 入手", "5-1(1), 立に入る, 立ち入る", "4-5, 触れなれない, 触れられない", "5-4※, 部屋に施錠, 部屋を施錠",
            "2-3(2), 隨時, 随時", "3-4(2), 破碎・粉碎, 破砕・粉砕", "3-3, 個所, 箇所", "3-2(1), 情報資産持出し管理簿, 情報資産持ち出し管理簿",
            "3-5, 情報資産持出し管理簿, 情報資産持ち出し管理簿", "6-1(3), 漏洩, 漏えい", "8-2(9), 漏洩, 漏えい", "8-1(1)②, 特定個人情報取扱者名簿, 特定個人情報事務取扱者名簿",
            "8-2(6)②, 事務取扱者, 事務取扱担当者", "8-2(4), 個人番号関係を処理, 個人番号関係事務を処理", "8-2(11), 特定個人情報の提供する, 特定個人情報を提供する",
            "8-2(9), 既定の, 所定の", "1-2(2)②, 荻窪地区民センター, 荻窪地域区民センター", "様式3, 見出し, 協議会委員等確認欄",
            "8-2(4), 個人番号利用事務実施者(協議会), 個人番号利用事務等実施者", "2-1(2), 番号法第9条第3項, 番号法第9条第4項", "8-2(9), 番号法第12条, 番号法第16条",
            "8-2(1), 源泉徴収票等の法定調書作成事務, 一つの事務", "7-1(1)①, 杉並区特定個人情報取扱規程, 規程・手順・法令の版", "0-7(2)③, 第4章にない, 承認簿",
            "様式3, 点検の定めがない, 手順にはない点検", "第6章, 個人情報保護委員会, 番号法第29条の4", "様式2, 返却予定日, 画面だけ", "様式10, 受払簿No., 画面だけ"})
    @DisplayName("0-6(2)② The correction list names each defect of the scanned text, and the term to use")
    void namesEachDefect(String where, String scan, String use) {
        assertTrue(books.corrections().stream().anyMatch(
                c -> c.where().equals(where) && c.scan().contains(scan) && c.use().contains(use)),
                () -> books.corrections().toString());
    }

    @Test
    @DisplayName("0-6(2)② The correction list goes by clause, says nothing twice, and shows only what is installed")
    void goesByClause() throws IOException {
        List<Correction> all = books.corrections();
        assertEquals(all.stream().distinct().toList(), all);
        List<String> where = all.stream().map(Correction::where).toList();
        List<String> procedure = List.copyOf(Procedure.modulesByClause().keySet());
        List<Integer> clauses = where.stream().map(procedure::indexOf).filter(i -> i >= 0).toList();
        assertEquals(clauses.stream().sorted().toList(), clauses);
        ClauseBooks few = new ClauseBooks();
        few.add("council", getClass().getResource("/clauses/council.json"));
        assertEquals(List.of("1-2(2)②"), few.corrections().stream().map(Correction::where).toList());
    }

    @Test
    @DisplayName("3-2(1), 3-5 The form's title is printed as 様式2 has it")
    void printsTheTitleOfTheForm() {
        for (String clause : List.of("3-2(1)", "3-5")) {
            Clause found = books.find(clause).get(0);
            assertTrue(found.text().contains("情報資産持ち出し管理簿"));
            assertFalse(found.text().contains("情報資産持出し管理簿"));
        }
    }
}
