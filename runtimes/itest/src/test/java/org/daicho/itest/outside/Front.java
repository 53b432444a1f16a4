package org.daicho.itest.outside;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntUnaryOperator;

/**
 * What may stand before the systems that tests start: a proxy that holds each exchange against the document and says in a
 * header of the answer what does not fit. Nothing stands there unless a test puts it.
 */
public final class Front {

    private static final String HEADER = "sl-violations";
    private static final Set<String> MISFITS = new ConcurrentSkipListSet<>();
    private static volatile IntUnaryOperator proxy = port -> port;

    private Front() {
    }

    /**
     * Puts a proxy before each system that is started from now on.
     *
     * @param before starts one before a port and returns its own
     */
    public static void put(IntUnaryOperator before) {
        MISFITS.clear();
        proxy = before;
    }

    /** Takes it away and returns what did not fit. */
    public static Set<String> take() {
        proxy = port -> port;
        return Set.copyOf(MISFITS);
    }

    /** Returns the port at which a system is to be asked. */
    static int before(int port) {
        return proxy.applyAsInt(port);
    }

    /**
     * An answer has to fit always, a request where it was taken: tests also send what is refused. That an address is not
     * in the document is a warning only.
     */
    static <T> HttpResponse<T> seen(HttpResponse<T> answer) {
        answer.headers().firstValue(HEADER).filter(found -> found.contains("\"Error\""))
                .filter(found -> answer.statusCode() < 300 || found.contains("\"location\":[\"response\""))
                .ifPresent(found -> MISFITS.add(answer.request().method()
                        + " " + answer.uri().getPath() + " " + answer.statusCode() + " " + found));
        return answer;
    }
}
