package org.daicho.operations.internal.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.ResolveContext;
import org.osgi.service.resolver.Resolver;

/**
 * Finds what an installed bundle needs besides the running system: from the running bundles first, as they are wired,
 * then from the catalogue. Nothing that runs is changed. One use, one thread.
 */
public final class Resolution extends ResolveContext {

    private static final String SERVICE = "osgi.service";
    private static final String ACTIVE = "active";

    private final BundleContext context;
    private final Resource root;
    private final List<IndexedResource> catalogue;
    private final Map<Resource, Wiring> wirings = new HashMap<>();
    private final List<Capability> running = new ArrayList<>();
    private final Set<Requirement> lacking = new LinkedHashSet<>();

    private Resolution(BundleContext context, Resource root, List<IndexedResource> catalogue) {
        this.context = context;
        this.root = root;
        Set<String> there = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null) {
                wirings.put(wiring.getRevision(), wiring);
                running.addAll(wiring.getCapabilities(null));
                // A wiring has only what counts while bundles resolve; services and modules count when they are active.
                wiring.getRevision().getDeclaredCapabilities(null).stream().filter(Resolution::isForActive)
                        .filter(capability -> !running.contains(capability)).forEach(running::add);
                there.add(bundle.getSymbolicName() + ' ' + bundle.getVersion());
            }
        }
        this.catalogue = catalogue.stream().filter(each -> !there.contains(each.name() + ' ' + each.version()))
                .sorted(Comparator.comparing(IndexedResource::version).reversed()).toList();
    }

    /**
     * Resolves a bundle that is installed and not yet resolved.
     *
     * @param context   the framework's bundles are seen through it
     * @param bundle    the bundle
     * @param catalogue what may be installed besides
     * @return what has to be installed, and which bundles that run are used, both without order
     * @throws org.daicho.ledger.LedgerException CONFLICT, naming what lacks
     */
    public static Set<Resource> of(BundleContext context, Bundle bundle, List<IndexedResource> catalogue) {
        Resource root = bundle.adapt(BundleRevision.class);
        Resolution resolution = new Resolution(context, root, catalogue);
        Resolver resolver = context.getService(context.getServiceReference(Resolver.class));
        try {
            Map<Resource, List<Wire>> wires = resolver.resolve(resolution);
            Set<Resource> needed = new LinkedHashSet<>(wires.keySet());
            wires.values().forEach(list -> list.forEach(wire -> needed.add(wire.getProvider())));
            needed.remove(root);
            return needed;
        } catch (ResolutionException e) {
            throw Lacks.refusal(bundle.getSymbolicName(), resolution.lacking, e);
        }
    }

    @Override
    public Set<Resource> getMandatoryResources() {
        return Set.of(root);
    }

    @Override
    public Map<Resource, Wiring> getWirings() {
        return wirings;
    }

    @Override
    public boolean isEffective(Requirement requirement) {
        String effective = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE,
                Namespace.EFFECTIVE_RESOLVE);
        return effective.equals(Namespace.EFFECTIVE_RESOLVE)
                || effective.equals(ACTIVE) && !(requirement.getNamespace().equals(SERVICE) && isServed(requirement));
    }

    /** Services are also registered by bundles that don't declare them. */
    private boolean isServed(Requirement requirement) {
        try {
            return context.getAllServiceReferences(null,
                    requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE)) != null;
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    @Override
    public int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
        capabilities.add(hosted);
        return capabilities.size() - 1;
    }

    @Override
    public List<Capability> findProviders(Requirement requirement) {
        List<Capability> found = new ArrayList<>();
        String namespace = requirement.getNamespace();
        Stream.concat(running.stream(), Stream.concat(Stream.of(root), catalogue.stream())
                .flatMap(resource -> resource.getCapabilities(namespace).stream()))
                .filter(capability -> matches(requirement, capability)).forEach(found::add);
        boolean optional = Namespace.RESOLUTION_OPTIONAL
                .equals(requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
        if (found.isEmpty() && !optional) {
            lacking.add(requirement);
        }
        return found;
    }

    private static boolean isForActive(Capability capability) {
        return ACTIVE.equals(capability.getDirectives().get(Namespace.CAPABILITY_EFFECTIVE_DIRECTIVE));
    }

    private static boolean matches(Requirement requirement, Capability capability) {
        if (!requirement.getNamespace().equals(capability.getNamespace())) {
            return false;
        }
        if (requirement instanceof BundleRequirement needed && capability instanceof BundleCapability offered) {
            return needed.matches(offered);
        }
        String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
        String mandatory = capability.getDirectives().getOrDefault(Constants.MANDATORY_DIRECTIVE, "");
        try {
            return (filter == null || FrameworkUtil.createFilter(filter).matches(capability.getAttributes()))
                    && Stream.of(mandatory.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                            .allMatch(name -> filter != null && filter.contains("(" + name + "="));
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }
}
