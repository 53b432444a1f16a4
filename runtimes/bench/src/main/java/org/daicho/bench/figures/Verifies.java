package org.daicho.bench.figures;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.daicho.bench.system.HttpConnection;
import org.daicho.cli.client.RestClient;
import org.daicho.cli.refusal.Refusal;
import org.daicho.cli.verify.Outside;
import org.daicho.cli.verify.PublicCheck;

/**
 * The whole log verified.
 */
public final class Verifies {

    private static final int BUNDLE = 256;

    private final Plan plan;
    private final Session session;
    private final Progress progress;

    /** Measures a session in which entries were written. */
    public Verifies(Plan plan, Session session, Progress progress) {
        this.plan = plan;
        this.session = session;
        this.progress = progress;
    }

    /** Measures from the stored entries up, and as a stranger does. */
    public Group group() throws Exception {
        int leaf = meanLeaf();
        List<Double> stored = new ArrayList<>();
        List<Double> stranger = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        sha(leaf); // compiled once, as the system's own is by now
        long size = 0;
        for (int i = 0; i < plan.starts(); i++) {
            progress.next("検証 " + (i + 1) + "/" + plan.starts(), "verifying " + (i + 1) + "/" + plan.starts());
            String[] found = session.system().inside("verify").split(" ");
            size = Long.parseLong(found[0]);
            stored.add(size * 1e9 / Long.parseLong(found[1]));
            stranger.add(stranger());
            alone.add(sha(leaf));
        }
        String beside = String.format(Locale.ROOT, "SHA-256 alone, %,d B each", leaf);
        return new Group("Verify", String.format(Locale.ROOT,
                """
                        Leaves a second of a log of %,d leaves; more is better. *From the stored entries* is what `./daicho \
                        verify` does with the data at hand: each version is decrypted, its leaf made again from its values \
                        (an HMAC for the salt and one for the commitment of every value), compared, hashed, and the root \
                        compared with the signed checkpoint. *As a stranger, over HTTP* is `./daicho verify --url`: the \
                        entry bundles are fetched and every leaf hashed. The baseline is one thread that hashes as many \
                        bytes as a mean leaf has.""",
                size),
                List.of(new Figure("from the stored entries", Unit.PER_SECOND, new Series(stored), "", beside,
                        new Series(alone)),
                        new Figure("as a stranger, over HTTP", Unit.PER_SECOND, new Series(stranger), "", beside,
                                new Series(alone))));
    }

    private double stranger() {
        RestClient client = new RestClient(URI.create("http://127.0.0.1:" + session.system().port()), null,
                () -> new Refusal("接続できません", "Cannot connect"));
        long begin = System.nanoTime();
        long size = new PublicCheck(client, Outside.read(null, null)).run().size();
        return size * 1e9 / (System.nanoTime() - begin);
    }

    private double sha(int length) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] leaf = new byte[length];
        long begin = System.nanoTime();
        long end = begin + plan.millis() * 1_000_000;
        long count = 0;
        while (System.nanoTime() < end) {
            digest.update((byte) 0);
            leaf = java.util.Arrays.copyOf(digest.digest(leaf), length); // each depends on the one before
            count++;
        }
        return count * 1e9 / (System.nanoTime() - begin);
    }

    /** The mean length of the leaves of the first bundle: each comes after its length in two bytes. */
    private int meanLeaf() throws IOException {
        int width = (int) Math.min(BUNDLE, session.leaves());
        String bundle = "/api/log/tile/entries/000" + (width == BUNDLE ? "" : ".p/" + width);
        try (HttpConnection connection = session.system().connect()) {
            byte[] bytes = connection.expect(200, HttpConnection.request("GET", bundle, null, null)).body();
            return (bytes.length - width * Short.BYTES) / width;
        }
    }
}
