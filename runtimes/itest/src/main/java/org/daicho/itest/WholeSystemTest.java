package org.daicho.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.spi.LedgerModule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.condition.Condition;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.RuntimeDTO;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;

/**
 * All of the bundles together, once the system has said that it is ready.
 */
public class WholeSystemTest {

    private static final long START_MILLIS = 60_000;

    @InjectBundleContext
    BundleContext context;

    @BeforeAll
    static void waitUntilReady(
            @InjectService(filter = LedgerConditions.READY_FILTER, timeout = START_MILLIS) ServiceAware<Condition> ready) {
        assertFalse(ready.isEmpty());
    }

    @Test
    void everyBundleIsActive() {
        List<String> inactive = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            boolean lazy = bundle.getState() == Bundle.STARTING
                    && bundle.getHeaders().get("Bundle-ActivationPolicy") != null;
            if (!fragment && !lazy && bundle.getState() != Bundle.ACTIVE) {
                inactive.add(bundle.toString());
            }
        }
        assertEquals(List.of(), inactive);
    }

    @Test
    void noComponentOfOursLacksAReference(@InjectService ServiceComponentRuntime runtime) {
        List<String> lacking = new ArrayList<>();
        int components = 0;
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (description.bundle.symbolicName.startsWith("org.daicho.")) {
                components++;
                for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                    if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                            || configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                        lacking.add(description.name);
                    }
                }
            }
        }
        assertTrue(components > 0);
        assertEquals(List.of(), lacking);
    }

    @Test
    void theWhiteboardPublishesWhateverIsOffered(@InjectService JaxrsServiceRuntime whiteboard) {
        RuntimeDTO published = whiteboard.getRuntimeDTO();
        assertEquals(0, published.failedApplicationDTOs.length);
        assertEquals(0, published.failedResourceDTOs.length);
        assertEquals(0, published.failedExtensionDTOs.length);
    }

    @Test
    void everyModuleSaysWhichChapterItIs(
            @InjectService(cardinality = 1) ServiceAware<LedgerModule> modules) {
        assertTrue(modules.getServiceReferences().stream()
                .allMatch(module -> module.getProperty("daicho.module") instanceof String
                        && module.getProperty("daicho.chapter") instanceof Integer));
    }
}
