package org.daicho.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;

import javax.servlet.http.HttpServletRequest;

import org.daicho.rest.internal.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGateTest {

    private static HttpServletRequest request(String method, String path, String query, String type, String encoding) {
        return request(method, path, query, type, encoding, "127.0.0.1", false);
    }

    private static HttpServletRequest from(String address, boolean secure) {
        return request("GET", "/api/ledgers", null, null, null, address, secure);
    }

    private static HttpServletRequest request(String method, String path, String query, String type, String encoding,
            String address, boolean secure) {
        return (HttpServletRequest) Proxy.newProxyInstance(RequestGateTest.class.getClassLoader(),
                new Class<?>[]{HttpServletRequest.class}, (proxy, called, args) -> switch (called.getName()) {
                case "isSecure" -> secure;
                case "getRemoteAddr" -> address;
                case "getLocalAddr" -> "192.168.1.5";
                case "getMethod" -> method;
                case "getRequestURI" -> path;
                case "getQueryString" -> query;
                case "getContentType" -> type;
                case "getHeader" -> args[0].equals("Content-Encoding") ? encoding : null;
                default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static int status(HttpServletRequest request) {
        return assertThrows(ProblemException.class, () -> RequestGate.check(request)).problem().status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "TRACE", "PATCH", "PROPFIND", "FOO"})
    void refusesMethodsThatAreNoneOfOurs(String method) {
        assertEquals(405, status(request(method, "/api/ledgers", null, null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/ledgers;x=1", "/api/ledgers/a.b;v=2/entries"})
    void refusesParametersWithinThePath(String path) {
        assertEquals(404, status(request("GET", path, null, null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip"})
    void refusesEncodedContent(String encoding) {
        assertEquals(415, status(request("POST", "/api/x", null, "application/json", encoding)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=iso-8859-1", "application/json; a=b; charset=\"Shift_JIS\"",
            "application/problem+json;CHARSET=utf-16", "application/json;charset=utf-8x", "junk", "a/b/c", ""})
    void refusesWhatIsNoMediaTypeOrNotInUtf8(String type) {
        assertEquals(415, status(request("POST", "/api/x", null, type, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_method=DELETE", "a=1&%5Fmethod=PUT", "_type=json", "_ctype=x", "q=%", "q=%ff"})
    void refusesWhatTheRuntimeWouldMakeOfAQuery(String query) {
        assertEquals(400, status(request("GET", "/api/x", query, null, null)));
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/ledgers,q=%E7%B4%99,,", "POST,/api/x,,application/json;charset=UTF-8,identity",
            "PUT,/api/x,,application/json; charset=\"utf-8\",", "OPTIONS,/,,,", "DELETE,/api/x,,text/csv;charset=x,"})
    void letsTheOthersPass(String method, String path, String query, String type, String encoding) {
        assertDoesNotThrow(() -> RequestGate.check(request(method, path, query, type, encoding)));
    }

    @ParameterizedTest(name = "4-4 What comes from {0} without TLS is refused")
    @ValueSource(strings = {"192.168.1.6", "203.0.113.7", "10.0.0.1", "2001:db8::1", "[fe80::1%eth0]", "localhost", ""})
    void refusesPlainHttpFromOtherMachines(String address) {
        assertEquals(403, status(from(address, false)));
        assertDoesNotThrow(() -> RequestGate.check(from(address, true)));
    }

    @ParameterizedTest(name = "4-4 What comes from {0} stays within the machine")
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "[0:0:0:0:0:0:0:1]", "::ffff:127.0.0.1", "192.168.1.5"})
    void letsTheMachineItselfPass(String address) {
        assertDoesNotThrow(() -> RequestGate.check(from(address, false)));
    }
}
