package org.daicho.cli.verify;

import java.io.PrintWriter;
import java.util.List;

/**
 * What a verification that found nothing wrong came to.
 *
 * @param origin names the log
 * @param size   the number of leaves
 * @param root   the root over them, in base64
 * @param erased how many leaves belong to erased entries, or negative where that cannot be told from outside
 * @param key    the verifier key that the checkpoint's signature was checked with
 * @param notes  more lines for people, about the log that this one continues
 */
public record Report(String origin, long size, String root, long erased, String key, List<String> notes) {

    /**
     * Prints the report.
     *
     * @param out where to
     */
    public void print(PrintWriter out) {
        out.println("記録 / log: " + origin);
        out.println("件数 / tree size: " + size);
        out.println("ルート / root: " + root);
        out.println("消去済み / erased leaves: "
                + (erased < 0 ? "外からは分かりません / not to be told from outside" : erased));
        out.println("検証鍵 / verifier key: " + key);
        notes.forEach(out::println);
        out.println("すべて合っています / Everything fits");
    }

    Report withErased(long leaves) {
        return new Report(origin, size, root, leaves, key, notes);
    }
}
