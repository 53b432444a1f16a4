package org.daicho.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Reference;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
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

    /** Chapters meet by names alone: what one looks at in the ledger of another has to be there. */
    @Test
    void whatAModuleLooksAtInLedgersOfOthersIsThere(@InjectService(cardinality = 1) ServiceAware<LedgerModule> modules,
            @InjectService Ledger ledger) {
        Map<String, Definition> definitions = definitions(ledger);
        List<Reliance> reliances = modules.getServices().stream().flatMap(m -> m.reliances().stream()).toList();
        assertFalse(reliances.isEmpty());
        List<String> missing = new ArrayList<>();
        for (Reliance reliance : reliances) {
            Definition definition = definitions.get(reliance.ledger());
            if (definition == null) {
                missing.add(reliance.ledger());
            } else {
                reliance.columns().stream().filter(column -> definition.column(column).isEmpty())
                        .forEach(column -> missing.add(reliance.ledger() + "." + column));
                reliance.states().stream().filter(state -> definition.state(state).isEmpty())
                        .forEach(state -> missing.add(reliance.ledger() + " " + state));
            }
        }
        assertEquals(List.of(), missing);
    }

    /** A column refers to a ledger by names alone too: an entry is found by columns that are there and can be searched. */
    @Test
    void whatAColumnRefersToIsThere(@InjectService Ledger ledger) {
        Map<String, Definition> definitions = definitions(ledger);
        List<String> missing = new ArrayList<>();
        int references = 0;
        for (Definition definition : definitions.values()) {
            for (Reference reference : definition.columns().stream().map(Column::refersTo).filter(Objects::nonNull)
                    .toList()) {
                references++;
                Definition meant = definitions.get(reference.ledger());
                if (meant == null) {
                    missing.add(definition.id() + ": " + reference);
                    continue;
                }
                boolean known = reference.by().stream().allMatch(
                        name -> meant.column(name).filter(c -> c.searchable() && !c.secret()).isPresent())
                        && (reference.detail() == null
                                || meant.column(reference.detail()).filter(c -> !c.secret()).isPresent())
                        && reference.states().stream().allMatch(state -> meant.state(state).isPresent());
                if (!known) {
                    missing.add(definition.id() + ": " + reference);
                }
            }
        }
        assertTrue(references > 20, () -> "columns that refer to a ledger are declared");
        assertEquals(List.of(), missing);
    }

    private static Map<String, Definition> definitions(Ledger ledger) {
        Person person = new Person("test", "試験");
        Caller caller = new Caller("test", person, Stream.of(Role.MANAGER, Role.STAFF, Role.OPERATOR)
                .map(role -> new RoleGrant(role, null, null, Set.of())).toList(), null, null);
        return ledger.ledgers(caller).stream().map(LedgerInfo::definition)
                .collect(Collectors.toMap(Definition::id, definition -> definition));
    }
}
