package org.daicho.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.daicho.cli.client.FakeSystem;
import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorCheckTest {

    private static final Report PUBLISHED = new Report("o", 3, "AAA=", -1, "k", List.of());

    @AutoClose
    private FakeSystem system;

    @BeforeEach
    void start() throws Exception {
        system = new FakeSystem();
        answer("POST", 202, "{\"state\":\"running\",\"done\":0}");
    }

    private void answer(String method, int status, String body) {
        system.answers.put(method + " /api/log/verification",
                new FakeSystem.Answer(status, body.getBytes(StandardCharsets.UTF_8)));
    }

    private Report run() throws Exception {
        return new OperatorCheck(system.client("secret")).run(PUBLISHED);
    }

    @Test
    void whatTheSystemFoundIsAddedToWhatWasSeenFromOutside() throws Exception {
        answer("GET", 200, "{\"state\":\"finished\",\"ok\":true,\"treeSize\":3,\"erased\":2,\"root\":\"AAA=\"}");
        assertEquals(PUBLISHED.withErased(2), run());
    }

    @Test
    void whatDoesNotFitIsToldInTheSystemsWords() {
        answer("GET", 200, "{\"state\":\"finished\",\"ok\":false,\"treeSize\":3,\"finding\":\"葉 2 が違います\"}");
        assertTrue(assertThrows(Refusal.class, this::run).getMessage().contains("葉 2 が違います"));
    }

    @Test
    void aSystemThatPublishesAnotherTreeThanItStoresIsRefused() {
        answer("GET", 200, "{\"state\":\"finished\",\"ok\":true,\"treeSize\":3,\"erased\":0,\"root\":\"BBB=\"}");
        assertTrue(assertThrows(Refusal.class, this::run).getMessage().contains("another root"));
    }

    @Test
    void aVerificationThatBrokeOffIsNotTakenForAGoodOne() {
        answer("GET", 200, "{\"state\":\"failed\",\"ok\":null,\"finding\":null}");
        assertThrows(Refusal.class, this::run);
    }
}
