package org.daicho.rest.internal.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void aTraceTellsWhatAndWhereButNotWhatWasEntered() {
        StringWriter out = new StringWriter();
        Trace.of(new IllegalStateException("高尾山太郎", new NumberFormatException("For input string: \"名簿\"")))
                .printStackTrace(new PrintWriter(out, true));
        String printed = out.toString();
        assertTrue(printed.contains("java.lang.IllegalStateException"), printed);
        assertTrue(printed.contains("java.lang.NumberFormatException"), printed);
        assertTrue(printed.contains("TraceTest"), printed);
        assertFalse(printed.contains("高尾山"), printed);
        assertFalse(printed.contains("名簿"), printed);
    }

    @Test
    void causesThatTurnInACircleEnd() {
        Exception outer = new Exception("a");
        Exception inner = new Exception("b", outer);
        outer.initCause(inner);
        assertSame(Trace.class, Trace.of(outer).getClass());
    }
}
