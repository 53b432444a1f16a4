package org.daicho.cli.assemble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.cli.refusal.Refusal;
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

/**
 * Finds which bundles of a pool some modules need, with the framework's resolver. Requirements that count when bundles are
 * active, as for services, count as well. One use, one thread.
 */
final class Closure extends ResolveContext {

    private static final String SERVICE = "osgi.service";
    private static final String IDENTITY = "osgi.identity";
    private static final Set<String> EFFECTIVE = Set.of(Namespace.EFFECTIVE_RESOLVE, "active");

    private final Root root;
    private final BundleWiring system;
    private final List<BundleRevision> bundles;
    private final Set<Requirement> lacking = new LinkedHashSet<>();

    private Closure(Pool pool, Base base, Collection<String> modules) {
        system = pool.system();
        root = new Root(base, modules);
        bundles = pool.bundles().stream().sorted(Comparator.comparing(BundleRevision::getVersion).reversed()
                .thenComparing(BundleRevision::getSymbolicName)).toList();
    }

    /** What is asked for: the base, and each module by its capability. */
    private static final class Root implements Resource {

        private final List<Requirement> requirements = new ArrayList<>();
        private final List<Capability> capabilities = new ArrayList<>();

        Root(Base base, Collection<String> modules) {
            base.bundles().forEach(name -> require(IDENTITY, name));
            modules.forEach(id -> require(Pool.MODULE, id));
            base.services().forEach(type -> capabilities
                    .add(Clause.offer(this, SERVICE, Map.of(Constants.OBJECTCLASS, List.of(type)))));
        }

        private void require(String namespace, String name) {
            requirements.add(Clause.need(this, namespace, "(" + namespace + "=" + name + ")"));
        }

        @Override
        public List<Capability> getCapabilities(String namespace) {
            return capabilities.stream().filter(each -> namespace == null || namespace.equals(each.getNamespace()))
                    .toList();
        }

        @Override
        public List<Requirement> getRequirements(String namespace) {
            return requirements.stream().filter(each -> namespace == null || namespace.equals(each.getNamespace()))
                    .toList();
        }
    }

    /**
     * Resolves modules together with the base.
     *
     * @throws Refusal naming the first module that cannot be resolved, and what it lacks
     */
    static Set<BundleRevision> of(Pool pool, Base base, Collection<String> modules) {
        Closure closure = new Closure(pool, base, modules);
        try {
            return closure.resolve(pool);
        } catch (ResolutionException together) {
            for (String module : modules) {
                check(pool, base, module);
            }
            String all = String.join(", ", modules);
            throw new Refusal("モジュール " + all + " は、いっしょには組み立てられません",
                    "The modules " + all + " do not fit together: " + together.getMessage());
        }
    }

    /** What the base alone lacks, in bundles that it can do without, is not what the module lacks. */
    private static void check(Pool pool, Base base, String module) {
        Closure alone = new Closure(pool, base, List.of(module));
        try {
            alone.resolve(pool);
        } catch (ResolutionException failure) {
            alone.lacking.removeAll(baseLacks(pool, base));
            throw Lack.refusal(module, alone.lacking, failure);
        }
    }

    private static Set<Requirement> baseLacks(Pool pool, Base base) {
        Closure alone = new Closure(pool, base, List.of());
        try {
            alone.resolve(pool);
            return alone.lacking;
        } catch (ResolutionException failure) {
            throw new Refusal("配布物がそろっていません。ファイルが欠けていないか SHA256SUMS で確かめてください",
                    "This distribution is not whole; check its files with SHA256SUMS: " + failure.getMessage());
        }
    }

    private Set<BundleRevision> resolve(Pool pool) throws ResolutionException {
        Map<Resource, List<Wire>> wires = pool.resolver().resolve(this);
        Set<BundleRevision> needed = new LinkedHashSet<>();
        for (BundleRevision bundle : pool.bundles()) {
            if (wires.containsKey(bundle)) {
                needed.add(bundle);
            }
        }
        return needed;
    }

    @Override
    public Collection<Resource> getMandatoryResources() {
        return List.of(root);
    }

    @Override
    public Map<Resource, Wiring> getWirings() {
        return Map.of(system.getRevision(), system);
    }

    @Override
    public boolean isEffective(Requirement requirement) {
        return EFFECTIVE.contains(requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE,
                Namespace.EFFECTIVE_RESOLVE));
    }

    @Override
    public int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
        capabilities.add(hosted);
        return capabilities.size() - 1;
    }

    /** What is optional brings nobody along: a ledger provider that takes any module would bring all of them. */
    @Override
    public List<Capability> findProviders(Requirement requirement) {
        if (Namespace.RESOLUTION_OPTIONAL
                .equals(requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))) {
            return List.of();
        }
        String namespace = requirement.getNamespace();
        Stream<Capability> there = Stream.concat(system.getCapabilities(namespace).stream(),
                root.getCapabilities(namespace).stream());
        Stream<Capability> candidates = bundles.stream()
                .flatMap(bundle -> bundle.getCapabilities(namespace).stream());
        List<Capability> found = new ArrayList<>(Stream.concat(there, candidates)
                .filter(capability -> matches(requirement, capability)).toList());
        if (found.isEmpty()) {
            lacking.add(requirement);
        }
        return found;
    }

    private static boolean matches(Requirement requirement, Capability capability) {
        if (requirement instanceof BundleRequirement needed && capability instanceof BundleCapability offered) {
            return needed.matches(offered);
        }
        String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
        try {
            return filter == null || FrameworkUtil.createFilter(filter).matches(capability.getAttributes());
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }
}
