package org.daicho.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.felix.utils.resource.CapabilityImpl;
import org.apache.felix.utils.resource.RequirementImpl;
import org.apache.felix.utils.resource.ResourceImpl;
import org.junit.jupiter.api.Test;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;

class ActiveContextTest {

    private final ResourceImpl root = new ResourceImpl();

    private Capability offer(String namespace, Map<String, String> directives, Map<String, Object> attributes) {
        return new CapabilityImpl(root, namespace, directives, attributes);
    }

    private Requirement need(Map<String, String> directives) {
        return new RequirementImpl(root, "n", directives, Map.of());
    }

    private ActiveContext context(Capability... offered) {
        return new ActiveContext(root) {

            @Override
            protected Stream<Capability> offered(String namespace) {
                return Stream.of(offered);
            }

            @Override
            public Map<Resource, Wiring> getWirings() {
                return Map.of();
            }
        };
    }

    @Test
    void findsWhatFitsInTheOrderInWhichItIsOffered() {
        Capability second = offer("n", Map.of(), Map.of("a", "1", "b", "x"));
        Capability first = offer("n", Map.of(), Map.of("a", "1"));
        ActiveContext context = context(first, offer("m", Map.of(), Map.of("a", "1")), second,
                offer("n", Map.of(), Map.of("a", "2")));
        assertEquals(List.of(first, second), context.findProviders(need(Map.of("filter", "(a=1)"))));
        assertEquals(Set.of(), context.lacking());
    }

    @Test
    void remembersWhatNobodyOffersButForWhatIsOptional() {
        ActiveContext context = context(offer("n", Map.of(), Map.of("a", "1")));
        Requirement lacking = need(Map.of("filter", "(a=2)"));
        assertEquals(List.of(), context.findProviders(lacking));
        assertEquals(List.of(), context.findProviders(need(Map.of("filter", "(a=2)", "resolution", "optional"))));
        assertEquals(Set.of(lacking), context.lacking());
    }

    @Test
    void takesAnythingOfTheNamespaceWithoutAFilter() {
        Capability any = offer("n", Map.of(), Map.of("a", "1"));
        assertEquals(List.of(any),
                context(any).findProviders(new RequirementImpl(root, "n", Map.of(), Map.of("a", "2"))));
    }

    @Test
    void obeysWhatIsMandatory() {
        ActiveContext context = context(offer("n", Map.of("mandatory", "b"), Map.of("a", "1", "b", "x")));
        assertEquals(List.of(), context.findProviders(need(Map.of("filter", "(a=1)"))));
        assertEquals(1, context.findProviders(need(Map.of("filter", "(&(a=1)(b=x))"))).size());
    }

    @Test
    void countsWhatIsNeededWhenBundlesAreActiveAndNothingLater() {
        assertTrue(context().isEffective(need(Map.of())));
        assertTrue(context().isEffective(need(Map.of("effective", "active"))));
        assertFalse(context().isEffective(need(Map.of("effective", "meta"))));
    }
}
