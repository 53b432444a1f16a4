package org.daicho.cli.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.daicho.cli.client.RestClient;
import org.daicho.tlog.EntryBundle;
import org.daicho.tlog.LogSource;
import org.daicho.tlog.MalformedException;
import org.daicho.tlog.TilePath;
import org.daicho.tlog.Tiles;
import org.daicho.tlog.TreeHash;

/**
 * A log as it is published under {@code /api/log} (C2SP tlog-tiles).
 */
final class HttpLog implements LogSource {

    private static final String LOG = "/api/log/";
    private static final int NEWEST = 0;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final RestClient client;
    private final String path;

    HttpLog(RestClient client) {
        this(client, NEWEST);
    }

    /** Reads one log of those that took over from each other, by its number. */
    HttpLog(RestClient client, int number) {
        this.client = client;
        path = number == NEWEST ? LOG : LOG + number + "/";
    }

    /** Reads the verifier key that the log names as its own. */
    String key() throws IOException {
        return new String(get("key"), StandardCharsets.UTF_8).strip();
    }

    /** Reads the first checkpoint of a log that took over from another. */
    String succession() throws IOException {
        return new String(get("succession"), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] checkpoint() throws IOException {
        return get("checkpoint");
    }

    @Override
    public byte[] tile(int level, long index, int width) throws IOException {
        try {
            return get(TilePath.tile(level, index, width).path());
        } catch (FileNotFoundException grown) {
            // A log may drop a partial tile once the full one is there (C2SP tlog-tiles, "Partial Tiles").
            byte[] full = full(TilePath.tile(level, index, width), grown);
            return Arrays.copyOf(full, Math.min(full.length, width * TreeHash.BYTES));
        }
    }

    @Override
    public byte[] entryBundle(long index, int width) throws IOException {
        try {
            return get(TilePath.entries(index, width).path());
        } catch (FileNotFoundException grown) {
            byte[] full = full(TilePath.entries(index, width), grown);
            try {
                List<byte[]> leaves = EntryBundle.decode(full, Tiles.WIDTH);
                return EntryBundle.encode(leaves.subList(0, width));
            } catch (MalformedException broken) {
                return full; // whoever verifies finds the same fault, and names it
            }
        }
    }

    private byte[] full(TilePath partial, FileNotFoundException missing) throws IOException {
        if (partial.isFull()) {
            throw missing;
        }
        return get(new TilePath(partial.level(), partial.index(), Tiles.WIDTH).path());
    }

    private byte[] get(String path) throws IOException {
        HttpResponse<byte[]> answer = client.send("GET", this.path + path, null);
        if (answer.statusCode() == NOT_FOUND) {
            throw new FileNotFoundException(path);
        }
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP " + answer.statusCode() + " for " + path);
        }
        return answer.body();
    }
}
