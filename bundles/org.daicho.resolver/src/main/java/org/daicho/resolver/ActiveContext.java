package org.daicho.resolver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.felix.utils.resource.CapabilityImpl;
import org.apache.felix.utils.resource.CapabilitySet;
import org.apache.felix.utils.resource.RequirementImpl;
import org.apache.felix.utils.resource.SimpleFilter;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolveContext;

/**
 * Resolves one resource, with the requirements that count when bundles are active, as for services and modules. It
 * remembers what nobody offers. One use, one thread.
 */
public abstract class ActiveContext extends ResolveContext {

    private final Resource root;
    private final Set<Requirement> lacking = new LinkedHashSet<>();

    /** Makes a context in which one resource must be resolved. */
    protected ActiveContext(Resource root) {
        this.root = root;
    }

    /** Returns what is offered in a namespace, the preferred first; other namespaces' may be among it. */
    protected abstract Stream<Capability> offered(String namespace);

    /** Returns what had to be there and nobody offers, in the order in which the resolver asked. */
    public final Set<Requirement> lacking() {
        return lacking;
    }

    @Override
    public final Collection<Resource> getMandatoryResources() {
        return List.of(root);
    }

    @Override
    public boolean isEffective(Requirement requirement) {
        String effective = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE,
                Namespace.EFFECTIVE_RESOLVE);
        return effective.equals(Namespace.EFFECTIVE_RESOLVE) || effective.equals(Namespace.EFFECTIVE_ACTIVE);
    }

    @Override
    public final int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
        capabilities.add(hosted);
        return capabilities.size() - 1;
    }

    @Override
    public List<Capability> findProviders(Requirement requirement) {
        List<Capability> found = new ArrayList<>();
        offered(requirement.getNamespace()).filter(capability -> matches(requirement, capability)).forEach(found::add);
        if (found.isEmpty() && !RequirementImpl.isOptional(requirement)) {
            lacking.add(requirement);
        }
        return found;
    }

    /** The framework judges what it has read itself. Else what is mandatory counts for the library's own class only. */
    private static boolean matches(Requirement requirement, Capability capability) {
        if (!requirement.getNamespace().equals(capability.getNamespace())) {
            return false;
        }
        if (requirement instanceof BundleRequirement needed && capability instanceof BundleCapability offered) {
            return needed.matches(offered);
        }
        // Without a filter the library would compare attributes.
        SimpleFilter filter = requirement.getDirectives().containsKey(Namespace.REQUIREMENT_FILTER_DIRECTIVE)
                ? RequirementImpl.getFilter(requirement)
                : SimpleFilter.MATCH_ALL_FILTER;
        return CapabilitySet.matches(capability instanceof CapabilityImpl
                ? capability
                : new CapabilityImpl(capability.getResource(), capability), filter);
    }
}
