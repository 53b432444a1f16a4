package org.daicho.cli.assemble;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.felix.utils.resource.CapabilityImpl;
import org.apache.felix.utils.resource.RequirementImpl;
import org.apache.felix.utils.resource.ResourceImpl;
import org.daicho.cli.refusal.Refusal;
import org.daicho.resolver.ActiveContext;
import org.daicho.resolver.Lack;
import org.daicho.resolver.ModuleCapability;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.ResolutionException;

/**
 * Finds which bundles of a pool some modules need, with the framework's resolver. One use, one thread.
 */
final class Closure extends ActiveContext {

    private static final String SERVICE = "osgi.service";

    private final Resource root;
    private final BundleWiring system;
    private final List<BundleRevision> bundles;

    private Closure(Pool pool, Resource root) {
        super(root);
        this.root = root;
        system = pool.system();
        bundles = pool.bundles().stream().sorted(Comparator.comparing(BundleRevision::getVersion).reversed()
                .thenComparing(BundleRevision::getSymbolicName)).toList();
    }

    /** What is asked for: the base, and each module by its capability. */
    private static Resource root(Base base, Collection<String> modules) {
        ResourceImpl root = new ResourceImpl();
        base.bundles().forEach(name -> root.addRequirement(needed(root, IdentityNamespace.IDENTITY_NAMESPACE, name)));
        modules.forEach(id -> root.addRequirement(needed(root, ModuleCapability.NAMESPACE, id)));
        base.services().forEach(type -> root.addCapability(new CapabilityImpl(root, SERVICE, Map.of(),
                Map.of(Constants.OBJECTCLASS, List.of(type)))));
        return root;
    }

    private static Requirement needed(Resource root, String namespace, String name) {
        return new RequirementImpl(root, namespace, "(" + namespace + "=" + name + ")");
    }

    /**
     * Resolves modules together with the base.
     *
     * @throws Refusal naming the first module that cannot be resolved, and what it lacks
     */
    static Set<BundleRevision> of(Pool pool, Base base, Collection<String> modules) {
        Closure closure = new Closure(pool, root(base, modules));
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
        Closure alone = new Closure(pool, root(base, List.of(module)));
        try {
            alone.resolve(pool);
        } catch (ResolutionException failure) {
            Set<Requirement> lacking = new LinkedHashSet<>(alone.lacking());
            lacking.removeAll(baseLacks(pool, base));
            throw refusal(module, lacking, failure);
        }
    }

    private static Set<Requirement> baseLacks(Pool pool, Base base) {
        Closure alone = new Closure(pool, root(base, List.of()));
        try {
            alone.resolve(pool);
            return alone.lacking();
        } catch (ResolutionException failure) {
            throw new Refusal("配布物がそろっていません。ファイルが欠けていないか SHA256SUMS で確かめてください",
                    "This distribution is not whole; check its files with SHA256SUMS: " + failure.getMessage());
        }
    }

    private static Refusal refusal(String module, Set<Requirement> lacking, Exception cause) {
        if (lacking.isEmpty()) {
            return new Refusal("モジュール " + module + " は、ほかのバンドルと組み合わせられません",
                    "The module " + module + " does not fit together with the rest: " + cause.getMessage());
        }
        Lack lack = Lack.of(lacking.iterator().next());
        String who = lack.who() == null ? module : lack.who();
        return new Refusal("モジュール " + module + " は使えません。" + who + " に必要な" + lack.what().ja() + "がありません",
                "The module " + module + " cannot be used: " + who + " lacks " + lack.what().en());
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
    public Map<Resource, Wiring> getWirings() {
        return Map.of(system.getRevision(), system);
    }

    /** What is optional brings nobody along: a ledger provider that takes any module would bring all of them. */
    @Override
    public List<Capability> findProviders(Requirement requirement) {
        return RequirementImpl.isOptional(requirement) ? List.of() : super.findProviders(requirement);
    }

    @Override
    protected Stream<Capability> offered(String namespace) {
        return Stream.concat(
                Stream.concat(system.getCapabilities(namespace).stream(), root.getCapabilities(namespace).stream()),
                bundles.stream().flatMap(bundle -> bundle.getCapabilities(namespace).stream()));
    }
}
