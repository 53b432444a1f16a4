package org.daicho.rest.internal.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.Submission;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.rest.internal.json.Json;
import org.daicho.rest.internal.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    @Test
    void handsFieldsReasonConfirmationsAndKeyToTheLedger() {
        Submission submission = entry(
                "{\"fields\":{\"a\":1},\"reason\":\"誤記\",\"confirmations\":{\"my-number\":\"x\"}}")
                .submission("k-1");
        assertEquals(new Submission(Map.of("a", 1L), "誤記", Map.of("my-number", "x"), "k-1"), submission);
    }

    @Test
    void asksForFieldsButNotForMore() {
        assertEquals(Map.of(), entry("{\"fields\":{}}").submission(null).confirmations());
        assertEquals("fields", field(() -> entry("{\"reason\":\"x\"}").submission(null)));
        assertEquals("confirmations.c", field(() -> entry("{\"fields\":{},\"confirmations\":{\"c\":null}}")
                .submission(null)));
    }

    @Test
    void namesTheColumnsWithFractions() {
        LedgerException refusal = assertThrows(LedgerException.class,
                () -> entry("{\"fields\":{\"n\":1.5}}").submission(null));
        assertEquals(LedgerException.Kind.INVALID, refusal.kind());
        assertEquals("n", refusal.violations().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "あ", "a\tb"})
    void refusesAnIdempotencyKeyThatIsNoToken(String key) {
        ProblemException refusal = assertThrows(ProblemException.class,
                () -> entry("{\"fields\":{}}").submission(key));
        assertEquals(400, refusal.problem().status());
    }

    @Test
    void asksForWhatWasDoneAboutAnImprovement() {
        assertEquals("施錠した", ((ImprovementDone) read("{\"result\":\"施錠した\"}", ImprovementDone.class)).given());
        assertEquals("result", field(() -> ((ImprovementDone) read("{}", ImprovementDone.class)).given()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{};reason", "{\"reason\":\"a\"};method",
            "{\"reason\":\"a\",\"method\":\"b\"};witness",
            "{\"reason\":\" \",\"method\":\"b\",\"witness\":\"c\"};reason"})
    void asksForAllThatAnErasureRecords(String body, String missing) {
        assertEquals(missing, field(() -> ((ErasureBody) read(body, ErasureBody.class)).erasure()));
    }

    @Test
    void readsACheckWithWhatItLeavesOut() {
        CheckSubmission empty = ((CheckBody) read("{}", CheckBody.class)).submission();
        assertEquals("", empty.remarks());
        CheckSubmission full = ((CheckBody) read("{\"remarks\":\"よし\",\"explanations\":{\"g1\":\"紛失\"},"
                + "\"improvements\":[{\"text\":\"施錠\",\"who\":\"佐藤\",\"due\":\"2026-12-31\"}]}", CheckBody.class))
                .submission();
        assertEquals(Map.of("g1", "紛失"), full.explanations());
        assertEquals("2026-12-31", full.improvements().get(0).due().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{\"improvements\":[null]};improvements[0]",
            "{\"improvements\":[{\"who\":\"a\"}]};improvements[0].text",
            "{\"explanations\":{\"g\":null}};explanations.g"})
    void namesWhatACheckLacks(String body, String missing) {
        assertEquals(missing, field(() -> ((CheckBody) read(body, CheckBody.class)).submission()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{\"fields\":{},\"reason\":\"a\\u0000\"};reason",
            "{\"fields\":{},\"confirmations\":{\"c\":\"a\\u0007\"}};confirmations.c"})
    void refusesControlCharactersInReasons(String body, String field) {
        assertEquals(field, field(() -> entry(body).submission(null)));
    }

    @Test
    void refusesReasonsWithoutEnd() {
        assertEquals("reason", field(() -> entry("{\"fields\":{},\"reason\":\"" + "a".repeat(1001) + "\"}")
                .submission(null)));
        assertEquals(1000, entry("{\"fields\":{},\"reason\":\"" + "あ".repeat(1000) + "\"}").submission(null).reason()
                .length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{\"remarks\":\"\\u0000\"};remarks",
            "{\"explanations\":{\"g\":\"\\u0000\"}};explanations.g",
            "{\"improvements\":[{\"text\":\"\\u0000\"}]};improvements[0].text",
            "{\"improvements\":[{\"text\":\"a\",\"who\":\"\\u0000\"}]};improvements[0].who"})
    void refusesControlCharactersInChecks(String body, String field) {
        assertEquals(field, field(() -> ((CheckBody) read(body, CheckBody.class)).submission()));
    }

    @Test
    void refusesControlCharactersInErasures() {
        assertEquals("reason", field(() -> ((ErasureBody) read(
                "{\"reason\":\"a\\u0000\",\"method\":\"b\",\"witness\":\"c\"}", ErasureBody.class)).erasure()));
    }

    private static EntryBody entry(String body) {
        return (EntryBody) read(body, EntryBody.class);
    }

    private static Object read(String body, Class<?> type) {
        return new Json().read(body.getBytes(StandardCharsets.UTF_8), type);
    }

    private static String field(org.junit.jupiter.api.function.Executable call) {
        ProblemException refusal = assertThrows(ProblemException.class, call);
        assertEquals(422, refusal.problem().status());
        return refusal.problem().violations().get(0).field();
    }
}
