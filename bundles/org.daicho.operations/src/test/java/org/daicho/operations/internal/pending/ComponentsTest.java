package org.daicho.operations.internal.pending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;

import org.daicho.ledger.LedgerConditions;
import org.junit.jupiter.api.Test;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class ComponentsTest {

    @Test
    void aComponentOfOursThatLacksAReferenceIsNamed() {
        assertEquals(List.of("component org.daicho.x.Part"),
                unsatisfied("org.daicho.x", ComponentConfigurationDTO.UNSATISFIED_REFERENCE, null));
    }

    @Test
    void othersComponentsAndSatisfiedOnesAreNot() {
        assertEquals(List.of(), unsatisfied("org.example", ComponentConfigurationDTO.UNSATISFIED_REFERENCE, null));
        assertEquals(List.of(), unsatisfied("org.daicho.x", ComponentConfigurationDTO.SATISFIED, null));
    }

    @Test
    void onesSwitchedOffByTheirConfigurationAreNotWaitedFor() {
        assertEquals(List.of(), unsatisfied("org.daicho.x", ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION, null));
    }

    @Test
    void onesThatWaitForReadinessAreNotWaitedFor() {
        assertEquals(List.of(), unsatisfied("org.daicho.x", ComponentConfigurationDTO.UNSATISFIED_REFERENCE,
                LedgerConditions.READY_FILTER));
    }

    private static List<String> unsatisfied(String bundle, int state, String target) {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.name = bundle + ".Part";
        description.bundle = new BundleDTO();
        description.bundle.symbolicName = bundle;
        UnsatisfiedReferenceDTO reference = new UnsatisfiedReferenceDTO();
        reference.target = target;
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[]{reference};
        ServiceComponentRuntime runtime = (ServiceComponentRuntime) Proxy.newProxyInstance(
                ComponentsTest.class.getClassLoader(), new Class<?>[]{ServiceComponentRuntime.class},
                (proxy, method, arguments) -> method.getName().equals("getComponentDescriptionDTOs")
                        ? List.of(description)
                        : List.of(configuration));
        return new Components(runtime).unsatisfied();
    }
}
