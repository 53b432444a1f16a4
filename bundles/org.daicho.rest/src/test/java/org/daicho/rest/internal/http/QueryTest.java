package org.daicho.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @Test
    void readsDaysNumbersAndTexts() {
        Query query = Query.any(uri("from=2026-11-23", "limit=7", "name=%E5%90%8D+%E7%B0%BF%2B"));
        assertEquals(LocalDate.parse("2026-11-23"), query.date("from"));
        assertEquals(7, query.integer("limit", 1, 500));
        assertEquals("名 簿+", query.text("name"));
        assertNull(query.date("to"));
        assertNull(query.integer("version", 1, 9));
        assertEquals(Map.of("name", "名 簿+"), query.others(Set.of("from", "limit")));
    }

    @Test
    void namesAParameterThatIsNotKnown() {
        Problem problem = refusal(() -> Query.only(uri("asOf=x", "zzz=1"), "asOf"));
        assertEquals(400, problem.status());
        assertTrue(problem.detail().ja().contains("「zzz」") && problem.detail().en().contains("\"zzz\""));
    }

    @Test
    void namesAParameterThatIsThereTwiceOrEmpty() {
        assertTrue(refusal(() -> Query.any(uri("q=a", "q=b"))).detail().en().contains("\"q\""));
        assertTrue(refusal(() -> Query.any(uri("q=a", "%71=b"))).detail().en().contains("\"q\""));
        assertTrue(refusal(() -> Query.any(uri("q="))).detail().en().contains("\"q\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "x", "1.0", "1e2", "99999999999999999999", "１"})
    void refusesANumberOutOfRange(String value) {
        assertEquals(400, refusal(() -> Query.any(uri("limit=" + value)).integer("limit", 1, 500)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01", "2026-02-30", "2026-1-1", "20261123", "today", "+12026-01-01", "2026-11-23T"})
    void refusesWhatIsNoDay(String value) {
        assertEquals(400, refusal(() -> Query.any(uri("from=" + value)).date("from")).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "q=%", "q=%ff", "q=%e5%90", "%zz=1"})
    void refusesWhatIsNoPercentEncodedUtf8(String parameter) {
        assertEquals(400, refusal(() -> Query.any(uri(parameter))).status());
    }

    private static Problem refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(ProblemException.class, call).problem();
    }

    /** An address with undecoded parameters, as the runtime hands them over. */
    private static UriInfo uri(String... parameters) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (String parameter : parameters) {
            query.add(parameter.split("=", 2)[0], parameter.split("=", 2)[1]);
        }
        return (UriInfo) Proxy.newProxyInstance(QueryTest.class.getClassLoader(), new Class<?>[]{UriInfo.class},
                (proxy, method, args) -> {
                    assertEquals("getQueryParameters", method.getName());
                    assertEquals(false, args[0]);
                    return query;
                });
    }
}
