package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import org.daicho.cli.launch.AuditRuntime.Found;
import org.daicho.cli.refusal.Refusal;

/**
 * Restores the copy of a backup in a framework of its own.
 */
public final class RestoreRuntime implements AutoCloseable {

    private static final String RESTORE = "org.daicho.ledger.operation.LogRestore";

    private final StoredRuntime runtime;

    private RestoreRuntime(StoredRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * What a restore does, or did.
     *
     * @param possible whether it can be done
     * @param goesOn   whether the log goes on under its key
     * @param size     how many leaves the log has in the backup
     * @param lost     how many are known to be missing after them, negative where nobody knows
     * @param origin   the origin of the log that is written then
     * @param erasures how many entries were erased after the backup
     * @param key      the verifier key of that log, once it was done
     * @param ja       the same for people, in Japanese
     * @param en       the same in English
     */
    public record Plan(boolean possible, boolean goesOn, long size, long lost, String origin, long erasures, String key,
            String ja, String en) {

        static Plan of(Object plan) {
            Object text = StoredRuntime.get(plan, "text");
            return new Plan((Boolean) StoredRuntime.get(plan, "possible"), (Boolean) StoredRuntime.get(plan, "goesOn"),
                    (Long) StoredRuntime.get(plan, "size"), (Long) StoredRuntime.get(plan, "lost"),
                    (String) StoredRuntime.get(plan, "origin"), (Long) StoredRuntime.get(plan, "erasures"), null,
                    (String) StoredRuntime.get(text, "ja"), (String) StoredRuntime.get(text, "en"));
        }

        /** The same, with the verifier key of the log that is written now. */
        public Plan carriedOut(String verifierKey) {
            return new Plan(possible, goesOn, size, lost, origin, erasures, verifierKey, ja, en);
        }
    }

    /**
     * Opens the copy of a backup.
     *
     * @param data      the folder with the copied database
     * @param keys      the folder with the keys that came with it
     * @param surviving the key folder that survived on the machine, or {@code null}
     * @return the runtime
     * @throws Refusal with the sentence of whoever refused to open it
     * @throws Exception where the framework cannot start
     */
    public static RestoreRuntime launch(Path data, Path keys, Path surviving) throws Exception {
        Map<String, String> more = new HashMap<>(Map.of("daicho.restore", "true"));
        if (surviving != null) {
            more.put("daicho.restore.surviving", surviving.toString());
        }
        return new RestoreRuntime(StoredRuntime.launch(data, keys, RESTORE, more));
    }

    /**
     * Verifies and decides.
     *
     * @param outside  signed checkpoints that are known outside of the backup
     * @param progress called now and then with the number of leaves done
     * @return what would be done
     */
    public Plan plan(List<String> outside, LongConsumer progress) {
        return Plan.of(runtime.call("plan", outside, progress));
    }

    /**
     * Carries it out, and verifies the result.
     *
     * @param by       who restores
     * @param reason   why
     * @param progress called now and then with the number of leaves done
     * @return the verifier key of the log that is written now
     * @throws Refusal where the result does not verify
     */
    public String carryOut(String by, String reason, LongConsumer progress) {
        Found found = Found.of(runtime.call("carryOut", by, reason, progress));
        if (!found.ok()) {
            throw new Refusal("復元したものが検証に合格しません: " + found.ja(), "The result does not verify: " + found.en());
        }
        return (String) runtime.call("verifierKey");
    }

    @Override
    public void close() throws IOException {
        runtime.close();
    }
}
