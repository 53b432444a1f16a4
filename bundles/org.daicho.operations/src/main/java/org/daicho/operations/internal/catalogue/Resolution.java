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

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Text;
import org.daicho.resolver.ActiveContext;
import org.daicho.resolver.IndexedBundle;
import org.daicho.resolver.Lack;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what an installed bundle needs besides the running system: from the running bundles first, as they are wired,
 * then from the catalogue. Nothing that runs is changed. One use, one thread.
 */
public final class Resolution extends ActiveContext {

    private static final Logger LOG = LoggerFactory.getLogger(Resolution.class);
    private static final String SERVICE = "osgi.service";

    private final BundleContext context;
    private final Resource root;
    private final List<IndexedBundle> catalogue;
    private final Map<Resource, Wiring> wirings = new HashMap<>();
    private final List<Capability> running = new ArrayList<>();

    private Resolution(BundleContext context, Resource root, List<IndexedBundle> catalogue) {
        super(root);
        this.context = context;
        this.root = root;
        Set<String> there = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null) {
                wirings.put(wiring.getRevision(), wiring);
                running.addAll(wiring.getCapabilities(null));
                // A wiring has only what counts while bundles resolve; services and modules count when they are active.
                wiring.getRevision().getDeclaredCapabilities(null).stream()
                        .filter(capability -> isForActive(capability.getDirectives()))
                        .filter(capability -> !running.contains(capability)).forEach(running::add);
                there.add(bundle.getSymbolicName() + ' ' + bundle.getVersion());
            }
        }
        this.catalogue = catalogue.stream().filter(each -> !there.contains(each.name() + ' ' + each.version()))
                .sorted(Comparator.comparing(IndexedBundle::version).reversed()).toList();
    }

    /**
     * Resolves a bundle that is installed and not yet resolved.
     *
     * @param context   the framework's bundles are seen through it
     * @param bundle    the bundle
     * @param catalogue what may be installed besides
     * @return what has to be installed, and which bundles that run are used, both without order
     * @throws LedgerException CONFLICT, naming what lacks
     */
    public static Set<Resource> of(BundleContext context, Bundle bundle, List<IndexedBundle> catalogue) {
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
            LOG.warn("{} can't be resolved: {}", bundle.getSymbolicName(), e.getMessage());
            throw resolution.refusal(bundle.getSymbolicName());
        }
    }

    /** Where nothing lacks by itself, what is there does not fit together. */
    private LedgerException refusal(String bundle) {
        if (lacking().isEmpty()) {
            return Messages.conflict("lacks.conflict", bundle);
        }
        Lack lack = Lack.of(lacking().iterator().next());
        return new LedgerException(Kind.CONFLICT, new Text(Messages.text("lacks", lack.who(), lack.what().ja()).ja(),
                Messages.text("lacks", lack.who(), lack.what().en()).en()));
    }

    @Override
    public Map<Resource, Wiring> getWirings() {
        return wirings;
    }

    /** Services are also registered by bundles that don't declare them. */
    @Override
    public boolean isEffective(Requirement requirement) {
        return super.isEffective(requirement) && !(isForActive(requirement.getDirectives())
                && requirement.getNamespace().equals(SERVICE) && isServed(requirement));
    }

    private boolean isServed(Requirement requirement) {
        try {
            return context.getAllServiceReferences(null,
                    requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE)) != null;
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    @Override
    protected Stream<Capability> offered(String namespace) {
        return Stream.concat(running.stream(), Stream.concat(Stream.of(root), catalogue.stream())
                .flatMap(resource -> resource.getCapabilities(namespace).stream()));
    }

    private static boolean isForActive(Map<String, String> directives) {
        return Namespace.EFFECTIVE_ACTIVE.equals(directives.get(Namespace.CAPABILITY_EFFECTIVE_DIRECTIVE));
    }
}
