package org.daicho.cli.verify;

import java.util.concurrent.TimeUnit;

import org.daicho.cli.client.RestClient;
import org.daicho.cli.refusal.Refusal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Has a running system recompute its log from the stored entries, which only it can open.
 */
public final class OperatorCheck {

    private static final String VERIFICATION = "/api/log/verification";
    private static final long PAUSE_MILLIS = 200;

    private final RestClient client;

    /**
     * Makes a check.
     *
     * @param client an operator's client of the system
     */
    public OperatorCheck(RestClient client) {
        this.client = client;
    }

    /**
     * Verifies, and adds to what was found from outside.
     *
     * @param published what was found from outside just before
     * @return the whole report
     * @throws Refusal naming the first entry that does not fit
     * @throws InterruptedException where the wait was interrupted
     */
    public Report run(Report published) throws InterruptedException {
        Progress progress = new Progress();
        JsonNode state = client.post(VERIFICATION, null);
        while (state.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            state = client.get(VERIFICATION);
            progress.done(state.path("done").asLong(), published.size());
        }
        if (!state.path("ok").asBoolean()) {
            String finding = state.path("finding").asText("");
            throw finding.isEmpty() || finding.equals("null")
                    ? new Refusal("検証が途中で止まりました。システムのログを確かめてください", "The verification broke off; see the system's log")
                    : new Refusal("検証に失敗しました / The log does not verify: " + finding);
        }
        if (state.path("treeSize").asLong() == published.size()
                && !state.path("root").asText().equals(published.root())) {
            throw new Refusal("公開されている記録と、保存されている記録のルートが違います",
                    "The log that is published has another root than the one that is stored");
        }
        return published.withErased(state.path("erased").asLong());
    }
}
