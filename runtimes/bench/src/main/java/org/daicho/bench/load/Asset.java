package org.daicho.bench.load;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is written: a row of 様式1, as an office would write it, no two with the same name. The baseline writes the same
 * as JSON.
 */
public final class Asset {

    private static final AtomicLong NEXT = new AtomicLong(1);

    private Asset() {
    }

    /** Returns the next asset's columns. */
    public static Map<String, Object> next() {
        return Map.of("category", "紙媒体", "name", name(), "location", "事務局執務室", "specificPersonalInformation", false,
                "lockedStorage", true);
    }

    /** Returns the next asset as the body of a POST. */
    public static String nextJson() {
        return "{\"fields\":{\"category\":\"紙媒体\",\"name\":\"" + name() + "\",\"location\":\"事務局執務室\","
                + "\"specificPersonalInformation\":false,\"lockedStorage\":true}}";
    }

    private static String name() {
        return "講座参加者名簿 " + NEXT.getAndIncrement();
    }
}
