package org.daicho.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StartFailureTest {

    private static final String HTTP = "osgi.wiring.package; (&(osgi.wiring.package=org.slf4j)(version>=2.0.0))";

    @Test
    void theBundleThatReallyLacksSomethingIsNamed() {
        assertEquals("org.example.http: " + HTTP, StartFailure.describe("org.example.rest",
                "Unable to resolve org.example.rest [35](R 35.0): missing requirement [org.example.rest [35](R 35.0)] "
                        + "osgi.implementation; (osgi.implementation=osgi.jaxrs) [caused by: Unable to resolve "
                        + "org.example.http [42](R 42.0): missing requirement [org.example.http [42](R 42.0)] " + HTTP
                        + "] Unresolved requirements: [[org.example.rest [35](R 35.0)] osgi.implementation]"));
    }

    @Test
    void aDirectLackIsNamed() {
        assertEquals("org.example.http: " + HTTP,
                StartFailure.describe("org.example.http",
                        "Unable to resolve org.example.http [4](R 4.0): missing requirement [org.example.http [4](R 4.0)] "
                                + HTTP + " Unresolved requirements: [[org.example.http [4](R 4.0)] " + HTTP + "]"));
    }

    @Test
    void anyOtherFailureKeepsItsFirstLine() {
        assertEquals("org.example: Activator start error", StartFailure.describe("org.example",
                "Activator start error\n\tat somewhere"));
    }

    @Test
    void whatAComponentSaidIsFoundBehindTheReflectionThatCalledIt() {
        String trace = "java.lang.reflect.InvocationTargetException\n\tat java.base/Method.invoke(Method.java:1)\n"
                + "Caused by: org.example.RefusedException: 鍵がありません: /k / No key: /k\n\tat org.example.A.b(A.java:2)\n"
                + "Caused by: java.sql.SQLException: XBM0\n\t... 3 more";
        assertEquals("鍵がありません: /k / No key: /k", StartFailure.sentence(trace));
        assertEquals("newer", StartFailure.sentence("java.lang.IllegalStateException: newer\n\tat a.B.c(B.java:1)"));
        assertEquals("a.B", StartFailure.sentence("a.B\n\tat a.B.c(B.java:1)"));
    }
}
