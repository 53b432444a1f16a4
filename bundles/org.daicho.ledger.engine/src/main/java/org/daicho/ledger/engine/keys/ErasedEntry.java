package org.daicho.ledger.engine.keys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.tlog.CanonicalJson;
import org.daicho.tlog.MalformedException;

/**
 * An erased entry as a backup's keys name it, so that an older database learns of it.
 *
 * @param entry  the entry's id
 * @param record what its record in {@code log.erasures} says: {@code ledger}, {@code reason}, {@code method},
 *               {@code witness}, and {@code by}, {@code name}, {@code as}, {@code at}
 */
public record ErasedEntry(String entry, Map<String, String> record) {

    private static final String ENTRY = "entry";

    /** Writes a list. */
    static byte[] write(List<ErasedEntry> list) {
        return CanonicalJson.write(list.stream().map(erased -> {
            Map<String, String> json = new HashMap<>(erased.record());
            json.put(ENTRY, erased.entry());
            return json;
        }).toList());
    }

    /** Reads a list that {@link #write} wrote. */
    public static List<ErasedEntry> read(byte[] content) throws MalformedException {
        if (!(CanonicalJson.parse(content) instanceof List<?> list)) {
            throw new MalformedException("the list of erased entries is none: "
                    + new String(content, StandardCharsets.UTF_8));
        }
        List<ErasedEntry> erased = new ArrayList<>();
        for (Object each : list) {
            Map<String, String> record = new HashMap<>();
            ((Map<?, ?>) each).forEach((name, value) -> record.put((String) name, (String) value));
            erased.add(new ErasedEntry(record.remove(ENTRY), Map.copyOf(record)));
        }
        return erased;
    }
}
