package org.daicho.operations.internal.pending;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.daicho.ledger.LedgerConditions;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Finds the components of our own bundles that lack a reference. One that lacks only its configuration is switched off on
 * purpose, and one that waits for readiness itself is not waited for.
 */
public final class Components {

    private static final String OURS = "org.daicho.";

    private final ServiceComponentRuntime runtime;

    /** Asks a runtime. */
    public Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** Returns the components of our own bundles that lack a reference. */
    public List<String> unsatisfied() {
        return unsatisfied(runtime.getComponentDescriptionDTOs().stream()
                .filter(description -> description.bundle.symbolicName.startsWith(OURS)).toList());
    }

    /** Returns the components of one bundle, whoever's it is, that lack a reference. */
    public List<String> unsatisfied(Bundle bundle) {
        return unsatisfied(runtime.getComponentDescriptionDTOs(bundle));
    }

    private List<String> unsatisfied(Collection<ComponentDescriptionDTO> descriptions) {
        List<String> found = new ArrayList<>();
        for (ComponentDescriptionDTO description : descriptions) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                        && !waitsForReadiness(configuration)) {
                    found.add("component " + description.name);
                }
            }
        }
        return found;
    }

    private static boolean waitsForReadiness(ComponentConfigurationDTO configuration) {
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            if (LedgerConditions.READY_FILTER.equals(reference.target)) {
                return true;
            }
        }
        return false;
    }
}
