package org.daicho.access.internal.rest;

import java.time.Duration;
import java.util.Map;

import javax.ws.rs.core.Cookie;

/**
 * The cookies of the browsers. No script reads them, and no other site makes a browser send them.
 */
final class Cookies {

    /** The cookie of a session. */
    static final String SESSION = "daicho-session";

    /** The cookie of a registered terminal. */
    static final String TERMINAL = "daicho-terminal";

    private static final Duration LONG = Duration.ofDays(400);

    private Cookies() {
    }

    static String value(Map<String, Cookie> cookies, String name) {
        Cookie cookie = cookies.get(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Makes a {@code Set-Cookie} that lasts as long as the browser is open. */
    static String session(String value, boolean isSecure) {
        return cookie(SESSION, value, isSecure);
    }

    /** Makes a {@code Set-Cookie} that lasts as long as browsers let one. */
    static String terminal(String value, boolean isSecure) {
        return cookie(TERMINAL, value, isSecure) + "; Max-Age=" + LONG.toSeconds();
    }

    /** Makes a {@code Set-Cookie} that takes a cookie back. */
    static String gone(String name, boolean isSecure) {
        return cookie(name, "", isSecure) + "; Max-Age=0";
    }

    private static String cookie(String name, String value, boolean isSecure) {
        return name + '=' + value + "; Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "");
    }
}
