package org.daicho.ledger.engine.definition;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("8-2: the 12-digit guard")
class MyNumberGuardTest {

    private static final long SEED = 85;
    private final Random random = new Random(SEED);

    /** 総務省令第85号第5条, written down from the ordinance and not from the code: 11 - (Σ Pn·Qn mod 11). */
    private String myNumber() {
        int[] p = random.ints(11, 0, 10).toArray();
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            // Pn is the n-th digit from the right, the check digit not counted.
            sum += p[11 - n] * (n <= 6 ? n + 1 : n - 5);
        }
        int remainder = sum % 11;
        StringBuilder digits = new StringBuilder();
        for (int digit : p) {
            digits.append(digit);
        }
        return digits.append(remainder <= 1 ? 0 : 11 - remainder).toString();
    }

    private static String fullWidth(String digits) {
        return digits.chars().map(c -> c >= '0' && c <= '9' ? c - '0' + '\uff10' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint,
                        StringBuilder::append)
                .toString();
    }

    @Test
    void everyMyNumberIsFound() {
        for (int i = 0; i < 2000; i++) {
            String number = myNumber();
            assertTrue(MyNumberGuard.finds(number), number);
            assertTrue(MyNumberGuard.finds("番号は" + fullWidth(number) + "です"), number);
        }
    }

    @Test
    void everyOtherCheckDigitPasses() {
        for (int i = 0; i < 500; i++) {
            String number = myNumber();
            int right = number.charAt(11) - '0';
            for (int digit = 0; digit < 10; digit++) {
                assertEquals(digit == right, MyNumberGuard.finds(number.substring(0, 11) + digit));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", " ", "\u3000", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212",
            "\uff0d", "\u30fc", "\uff70", "\ufe63", "\u2500", "\u2501", "\u301c", "\uff5e", "~", "_", ".", "\u30fb",
            "\u3001", "/", "\n", "\t", " - ", "\u200b", "\u00a0", "\u00ad", "\u2060", "\ufeff", ")(", "|", "\u2043",
            "\u02d7"})
    void marksBetweenTheDigitsDoNotHideThem(String mark) {
        for (int i = 0; i < 20; i++) {
            String n = myNumber();
            String four = n.substring(0, 4) + mark + n.substring(4, 8) + mark + n.substring(8);
            assertTrue(MyNumberGuard.finds(four), four);
            assertTrue(MyNumberGuard.finds("1 " + fullWidth(four) + " 2026-11-23"), four);
            assertTrue(MyNumberGuard.finds(String.join(mark, n.split(""))), n);
        }
    }

    @Test
    @DisplayName("A run of 13 digits or more is no My Number, whatever lies within it; letters part runs")
    void longerRunsPass() {
        for (int i = 0; i < 500; i++) {
            String number = myNumber();
            assertFalse(MyNumberGuard.finds("1" + number), "before");
            assertFalse(MyNumberGuard.finds(number + "1"), "after");
            assertFalse(MyNumberGuard.finds(number.substring(0, 6) + "の" + number.substring(6)));
            assertFalse(MyNumberGuard.finds(number.substring(0, 11)));
        }
    }

    @Test
    void aLongTextIsReadToItsEnd() {
        String much = "1-".repeat(500_000);
        assertTrue(MyNumberGuard.finds("a-b1 ".repeat(200_000) + myNumber()));
        // Only that it ends: whether 1-1-1-… passes is a matter of the check digit.
        MyNumberGuard.finds(much);
    }

    @Test
    @DisplayName("Every text column, and the whole numbers, are guarded; a reason lets it pass, and no message says the"
            + " digits")
    void everyColumnIsGuarded(@TempDir Path keys) throws Exception {
        try (Council council = new Council(keys)) {
            String number = myNumber();
            for (String column : new String[]{"item", "note", "copies"}) {
                Map<String, Object> fields = new HashMap<>(Map.of("lentOn", "2026-11-20", "item", "物"));
                fields.put(column, column.equals("copies") ? (Object) Long.valueOf("1" + number.substring(1)) : number);
                String held = String.valueOf(fields.get(column));
                if (!MyNumberGuard.finds(held)) {
                    held = "123456789018";
                    fields.put(column, Long.valueOf(held));
                }
                LedgerException refusal = refused(Kind.INVALID, () -> council.ledger().enter(STAFF, Loans.LEDGER,
                        new Submission(fields, null, Map.of(), null)));
                assertEquals(column, refusal.violations().get(0).field());
                assertEquals("my-number", refusal.violations().get(0).confirm());
                assertSilent(refusal, held);
                Entry entry = council.ledger().enter(STAFF, Loans.LEDGER,
                        new Submission(fields, null, Map.of("my-number", "電話番号です"), null));
                assertEquals(Map.of("my-number", "電話番号です"), entry.confirmations());
            }
            for (Submission hidden : new Submission[]{
                    new Submission(Map.of("lentOn", "2026-11-20", "item", "物", number, "x"), null, Map.of(), null),
                    new Submission(Map.of("lentOn", number, "item", "物"), null, Map.of(), null),
                    new Submission(Map.of("lentOn", "2026-11-20", "item", number), null,
                            Map.of("my-number", number), null),
                    new Submission(Map.of("lentOn", "2026-11-20", "item", "物", "kind", number), null, Map.of(), null),
                    new Submission(Map.of("lentOn", "2026-11-20", "item", "物", "borrower", number), null, Map.of(),
                            null)}) {
                assertSilent(refused(Kind.INVALID, () -> council.ledger().enter(STAFF, Loans.LEDGER, hidden)),
                        number);
            }
        }
    }

    private static void assertSilent(LedgerException refusal, String digits) {
        assertFalse((refusal + " " + refusal.text() + refusal.violations()).contains(digits), refusal::getMessage);
    }
}
