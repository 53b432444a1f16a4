package org.daicho.rest.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import javax.ws.rs.ClientErrorException;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.RedirectionException;
import javax.ws.rs.ServerErrorException;
import javax.ws.rs.core.Response;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.daicho.rest.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private final WebApplicationExceptionMapper mapper = new WebApplicationExceptionMapper();

    @ParameterizedTest
    @CsvSource({"MALFORMED,400", "FORBIDDEN,403", "NOT_FOUND,404", "CONFLICT,409", "STALE,412", "INVALID,422",
            "UNAVAILABLE,503"})
    void givesEachRefusalOfTheLedgerItsStatus(LedgerException.Kind kind, int status) {
        Response answer = new LedgerExceptionMapper()
                .toResponse(new LedgerException(kind, new Text("だめです。", "No.")));
        assertEquals(status, answer.getStatus());
        assertEquals("application/problem+json", answer.getMediaType().toString());
        Problem problem = (Problem) answer.getEntity();
        assertEquals("urn:daicho:problem:" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), problem.type());
        assertEquals("だめです。", problem.detail().ja());
        assertEquals(status == 503 ? "5" : null, answer.getHeaderString("Retry-After"));
    }

    @Test
    void writesViolationsAsTheContractHasThem() {
        Problem problem = Problem.of(new LedgerException(LedgerException.Kind.INVALID, new Text("誤り", "Wrong"),
                List.of(new Violation("asset", "8-2(6)③", new Text("持ち出せません。", "Not allowed."), "override"),
                        new Violation(null, null, new Text("全体", "All")))));
        assertEquals("{\"type\":\"urn:daicho:problem:invalid\",\"title\":\"記入内容に誤りがあります\",\"status\":422,"
                + "\"detail\":\"誤り\",\"violations\":[{\"field\":\"asset\",\"clause\":\"8-2(6)③\","
                + "\"message\":\"持ち出せません。\",\"confirm\":\"override\"},"
                + "{\"field\":null,\"clause\":null,\"message\":\"全体\",\"confirm\":null}]}",
                new String(new Json().write(problem, Locale.JAPANESE), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void hasATitleAndADetailForEveryKindInBothLanguages(ProblemType type) {
        Problem problem = Problem.of(type);
        assertFalse(problem.title().ja().isBlank() || problem.title().en().isBlank());
        assertTrue(problem.detail().ja().endsWith("。") || problem.detail().ja().endsWith(")。"));
        assertTrue(problem.detail().en().endsWith("."));
        assertSame(type, ProblemType.of(type.status()));
    }

    @Test
    void hasEveryMessageInBothLanguages() throws IOException {
        assertEquals(keys("messages.properties"), keys("messages_en.properties"));
    }

    @Test
    void keepsTheHeadersThatAClientNeeds() {
        Response unauthenticated = mapper.toResponse(new NotAuthorizedException("Basic realm=\"x\""));
        assertEquals("Basic realm=\"x\"", unauthenticated.getHeaderString("WWW-Authenticate"));
        Response busy = mapper.toResponse(
                new ClientErrorException(Response.status(429).header("Retry-After", 7).build()));
        assertEquals("7", busy.getHeaderString("Retry-After"));
        assertEquals(429, ((Problem) busy.getEntity()).status());
        Response method = mapper.toResponse(new ClientErrorException(Response.status(405).allow("GET").build()));
        assertEquals("GET", method.getHeaderString("Allow"));
        assertNull(mapper.toResponse(new NotFoundException(Response.status(404).allow("GET").build()))
                .getHeaderString("Allow"));
    }

    @Test
    void replacesAnEntityThatIsNoProblem() {
        Response answer = mapper.toResponse(new ClientErrorException(
                Response.status(404).type("text/html").entity("<html>").build()));
        assertEquals("application/problem+json", answer.getMediaType().toString());
        assertTrue(answer.getEntity() instanceof Problem);
    }

    @Test
    void leavesProblemsAndRedirectsAsTheyAre() {
        ProblemException refusal = Problem.malformed("json.empty");
        assertSame(refusal.getResponse(), mapper.toResponse(refusal));
        Response redirect = Response.seeOther(java.net.URI.create("/x")).build();
        assertSame(redirect, mapper.toResponse(new RedirectionException(redirect)));
    }

    @Test
    void saysNothingOfTheFaultItself() {
        for (Response answer : List.of(new ThrowableMapper().toResponse(new IllegalStateException("a secret")),
                new ThrowableMapper().toResponse(new StackOverflowError("a secret")),
                mapper.toResponse(new ServerErrorException("a secret", 500)))) {
            String body = new String(new Json().write(answer.getEntity(), Locale.ENGLISH), StandardCharsets.UTF_8);
            assertEquals(500, answer.getStatus());
            assertFalse(body.contains("secret") || body.contains("Exception") || body.contains("org."));
            assertTrue(((Problem) answer.getEntity()).instance().startsWith("urn:daicho:request:"));
        }
    }

    @Test
    void gathersStatusesWithoutAKindOfTheirOwn() {
        assertEquals(418, Problem.of(418).status());
        assertEquals("urn:daicho:problem:malformed", Problem.of(418).type());
        assertEquals(507, Problem.of(507).status());
        assertEquals("urn:daicho:problem:internal", Problem.of(507).type());
    }

    private static java.util.Set<Object> keys(String name) throws IOException {
        Properties messages = new Properties();
        try (Reader in = new InputStreamReader(Problem.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            messages.load(in);
        }
        return messages.keySet();
    }
}
