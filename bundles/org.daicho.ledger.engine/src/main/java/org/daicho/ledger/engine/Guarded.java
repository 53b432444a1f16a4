package org.daicho.ledger.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no failure of the database out of a service but as the refusal that the API knows.
 */
final class Guarded {

    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private Guarded() {
    }

    static <S> S service(Class<S> type, S service) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, args) -> {
            try {
                return method.invoke(service, args);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof StoreException failed) {
                    LOG.error("The database failed.", failed);
                    throw Messages.refusal(Kind.UNAVAILABLE, "unavailable");
                }
                throw e.getCause();
            }
        }));
    }
}
