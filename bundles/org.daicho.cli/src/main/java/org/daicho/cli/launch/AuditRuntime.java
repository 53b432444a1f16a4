package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.daicho.cli.refusal.Refusal;

/**
 * Verifies stored data in a framework of its own.
 */
public final class AuditRuntime implements AutoCloseable {

    private static final String AUDIT = "org.daicho.ledger.operation.LogAudit";

    private final StoredRuntime runtime;

    private AuditRuntime(StoredRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * What a verification found.
     *
     * @param ok       whether everything fits
     * @param treeSize the size of the tree that was verified
     * @param erased   how many leaves belong to erased entries
     * @param root     the root in base64, or {@code null} where it was not reached
     * @param ja       the finding in Japanese
     * @param en       the finding in English
     */
    public record Found(boolean ok, long treeSize, long erased, String root, String ja, String en) {

        static Found of(Object verification) {
            Object finding = StoredRuntime.get(verification, "finding");
            return new Found((Boolean) StoredRuntime.get(verification, "ok"),
                    (Long) StoredRuntime.get(verification, "treeSize"),
                    (Long) StoredRuntime.get(verification, "erased"),
                    (String) StoredRuntime.get(verification, "root"), (String) StoredRuntime.get(finding, "ja"),
                    (String) StoredRuntime.get(finding, "en"));
        }
    }

    /**
     * Opens stored data. Nobody else may use it until this is closed.
     *
     * @param data the folder with the database
     * @param keys the folder of the key files
     * @param copy whether this is a copy of its own, which may be brought to newer tables
     * @return the runtime
     * @throws Refusal with the sentence of whoever refused to open it
     * @throws Exception where the framework cannot start
     */
    public static AuditRuntime launch(Path data, Path keys, boolean copy) throws Exception {
        Map<String, String> more = new HashMap<>(Map.of("daicho.audit", "true"));
        more.put("daicho.audit.copy", Boolean.toString(copy));
        return new AuditRuntime(StoredRuntime.launch(data, keys, AUDIT, more));
    }

    /** Returns the stored checkpoint, a signed note; empty where there is none. */
    public String checkpoint() {
        return (String) runtime.call("checkpoint");
    }

    /** Returns the verifier keys of the log and of those that it took over from, the newest first. */
    @SuppressWarnings("unchecked") // as the service's own signature says
    public List<String> verifierKeys() {
        return (List<String>) runtime.call("verifierKeys");
    }

    /**
     * Verifies.
     *
     * @param outside  a checkpoint kept elsewhere, or {@code null}
     * @param progress called now and then with the number of leaves done
     * @return what was found
     */
    public Found verify(String outside, LongConsumer progress) {
        return Found.of(runtime.call("verify", outside, progress));
    }

    /**
     * Tells what keeps a ledger from being written to under a definition, after what is stored.
     *
     * @param definition a definition, as modules bring them
     * @return the obstacle as a refusal, or empty where there is none
     */
    public Optional<Refusal> obstacle(String definition) {
        return Optional.ofNullable(runtime.call("obstacle", definition)).map(why -> new Refusal(
                (String) StoredRuntime.get(why, "ja"), (String) StoredRuntime.get(why, "en")));
    }

    @Override
    public void close() throws IOException {
        runtime.close();
    }
}
