package org.daicho.ledger.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerConditions;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

class LiveConditionsTest {

    private final List<String> told = new ArrayList<>();
    private Map<String, Set<String>> live = Map.of();
    private final LiveConditions conditions = new LiveConditions(context(), () -> live);

    @Test
    void aModuleIsToldOnceItsLedgersAreLiveAndUntilTheyAreNot() {
        conditions.update();
        live = Map.of("council", Set.of("council.places"));
        conditions.update();
        conditions.update();
        live = Map.of("council", Set.of("council.profile"));
        conditions.update();
        live = Map.of();
        conditions.update();
        assertEquals(List.of("come [council.places]", "change [council.profile]", "go"), told);
    }

    @Test
    void whatChangesWhileItIsToldIsToldToo() {
        live = Map.of("council", Set.of("council.places"));
        Runnable once = () -> {
            live = Map.of();
            conditions.update();
        };
        onCome = once;
        conditions.update();
        assertEquals(List.of("come [council.places]", "go"), told);
    }

    @Test
    void nothingIsLiveOnceTheyAreClosed() {
        live = Map.of("council", Set.of("council.places"));
        conditions.update();
        conditions.close();
        conditions.update();
        assertEquals(List.of("come [council.places]", "go"), told);
    }

    private Runnable onCome = () -> {
    };

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{BundleContext.class},
                (proxy, method, args) -> {
                    Dictionary<?, ?> properties = (Dictionary<?, ?>) args[2];
                    assertEquals(LedgerConditions.LEDGERS_LIVE, properties.get(Condition.CONDITION_ID));
                    told.add("come " + ledgers(properties));
                    onCome.run();
                    return registration();
                });
    }

    private ServiceRegistration<?> registration() {
        return (ServiceRegistration<?>) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{ServiceRegistration.class}, (proxy, method, args) -> {
                    if (method.getName().equals("unregister")) {
                        told.add("go");
                    } else if (method.getName().equals("setProperties")) {
                        told.add("change " + ledgers((Dictionary<?, ?>) args[0]));
                    }
                    return null;
                });
    }

    private static String ledgers(Dictionary<?, ?> properties) {
        return Arrays.toString((String[]) properties.get(LedgerConditions.LEDGER));
    }
}
