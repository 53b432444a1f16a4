package org.daicho.operations.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.LedgerState;
import org.daicho.ledger.operation.LedgerFigures;
import org.daicho.ledger.operation.LedgerFigures.Distribution;
import org.daicho.ledger.operation.LedgerStatus;

/**
 * Stands in for what a test has no system for.
 */
public final class Fakes {

    private Fakes() {
    }

    /** Makes an interface answer as a handler says; what it returns {@code null} for answers with nothing. */
    public static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    /** Makes a ledger that is in a state. */
    public static LedgerStatus ledger(LedgerState state) {
        Distribution two = new Distribution(java.util.List.of(1.0, 2.0), java.util.List.of(3L, 2L, 1L), 12);
        return of(LedgerStatus.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "state" -> state;
        case "entries" -> Map.of("assets.inventory", 7L);
        default -> new LedgerFigures(Map.of("enter", 4L), Map.of(Kind.INVALID, 5L), two, Map.of("assets", two));
        });
    }
}
