package org.daicho.cli.verify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.daicho.cli.client.RestClient;
import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.LogVerifier;
import org.daicho.tlog.NoteVerifier;

/**
 * Verifies all that a log publishes, as any stranger can: every leaf of every entry bundle is hashed here, and the root
 * over them compared with the signed checkpoint. The server is trusted with nothing but, where none was kept outside,
 * its key.
 */
public final class PublicCheck {

    private final HttpLog log;
    private final RestClient client;
    private final Outside outside;
    private final Progress progress = new Progress();

    /**
     * Makes a check.
     *
     * @param client  the log's system
     * @param outside what to hold it against
     */
    public PublicCheck(RestClient client, Outside outside) {
        this.client = client;
        this.outside = outside;
        log = new HttpLog(client);
    }

    /**
     * Verifies.
     *
     * @return what it came to
     * @throws Refusal naming the first thing that does not fit
     */
    public Report run() {
        try {
            NoteVerifier key = Outside.named(log.key());
            boolean other = outside.isOfAnother(key.name());
            Checkpoint earlier = other ? null : outside.open(key);
            WholeLog whole = WholeLog.verify(new LogVerifier(log, key).earlier(earlier), progress);
            Checkpoint found = whole.checkpoint();
            byte[] first = whole.first();
            Chain chain = new Chain(client, outside, progress);
            Succession succession = first == null ? null : Succession.of(first).orElse(null);
            if (succession != null) {
                chain.follow(found.origin(), key, first);
            }
            if (other && !chain.hasKnown()) {
                follow(succession);
            }
            List<String> keys = new ArrayList<>(List.of(key.vkey()));
            keys.addAll(chain.keys());
            outside.check(keys);
            return new Report(found.origin(), found.size(), Base64.getEncoder().encodeToString(found.root()), -1,
                    key.vkey(), chain.lines());
        } catch (ConnectException | HttpTimeoutException unreachable) {
            throw client.unreachable(unreachable);
        } catch (IOException failure) {
            throw new Refusal("記録を読めません: " + client.base() + " (" + failure.getMessage() + ")",
                    "Cannot read a log at " + client.base());
        }
    }

    private void follow(Succession succession) {
        Checkpoint earlier = outside.text();
        if (succession == null) {
            throw new Refusal("指定されたチェックポイントは別の記録のものです: " + earlier.origin(),
                    "The checkpoint given is of another log: " + earlier.origin());
        }
        succession.check(earlier);
    }
}
