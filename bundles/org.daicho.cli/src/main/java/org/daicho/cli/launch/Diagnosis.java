package org.daicho.cli.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * Says why a system does not get ready: bundles that did not start, components that failed, services that lack, and what
 * the JAX-RS whiteboard refused. The runtimes are asked by reflection, because their classes belong to the
 * framework's bundles and not to us.
 */
final class Diagnosis {

    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    private static final String WHITEBOARD = "org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime";
    private static final List<String> REFUSED = List.of("failedApplicationDTOs", "failedResourceDTOs",
            "failedExtensionDTOs");
    private static final String CONDITION = "org.osgi.service.condition.Condition";
    private static final String OURS = "org.daicho.";
    private static final int UNSATISFIED_REFERENCE = 2;
    private static final int FAILED_ACTIVATION = 16;
    private static final int MAX_FINDINGS = 5;

    private final BundleContext context;
    private final Collection<String> failures;

    Diagnosis(BundleContext context, Collection<String> failures) {
        this.context = context;
        this.failures = failures;
    }

    String text() {
        List<String> findings = new ArrayList<>(failures);
        if (findings.isEmpty()) {
            inactiveBundles(findings);
            askTheRuntimes(findings);
        }
        if (findings.isEmpty()) {
            findings.add("osgi.condition.id=org.daicho.ready");
        }
        return findings.stream().limit(MAX_FINDINGS).collect(Collectors.joining("; "));
    }

    private void askTheRuntimes(List<String> findings) {
        try {
            unsatisfiedComponents(findings);
            refusedByTheWhiteboard(findings);
        } catch (ReflectiveOperationException unreadable) {
            findings.add(unreadable.toString());
        }
    }

    /**
     * What bundles that did not start and components of ours that failed say, each in its own words; empty while nothing
     * has failed. A module is nobody who stops a start: it is reported by itself.
     */
    List<String> refusals() {
        List<String> found = new ArrayList<>(failures);
        try {
            Object runtime = service(RUNTIME);
            if (runtime != null) {
                failedComponents(runtime, found);
            }
        } catch (ReflectiveOperationException unreadable) {
            found.add(unreadable.toString());
        }
        return found;
    }

    private void failedComponents(Object runtime, List<String> found) throws ReflectiveOperationException {
        Bundle[] ours = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(OURS) && !DaichoRuntime.isModule(bundle))
                .toArray(Bundle[]::new);
        for (Object description : (Collection<?>) call(runtime, "getComponentDescriptionDTOs", (Object) ours)) {
            for (Object configuration : (Collection<?>) call(runtime, "getComponentConfigurationDTOs", description)) {
                if ((Integer) field(configuration, "state") == FAILED_ACTIVATION) {
                    found.add(StartFailure.sentence(String.valueOf(field(configuration, "failure"))));
                }
            }
        }
    }

    private void inactiveBundles(List<String> findings) {
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (!fragment && !DaichoRuntime.isModule(bundle)
                    && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0) {
                findings.add("bundle " + bundle.getSymbolicName());
            }
        }
    }

    /** Names the services that lack rather than all who wait for them; what few wait for comes first: the cause. */
    private void unsatisfiedComponents(List<String> findings) throws ReflectiveOperationException {
        Object runtime = service(RUNTIME);
        if (runtime == null) {
            findings.add(RUNTIME);
            return;
        }
        Map<String, Set<String>> waiting = new TreeMap<>();
        for (Object description : (Collection<?>) call(runtime, "getComponentDescriptionDTOs",
                (Object) new Bundle[0])) {
            for (Object configuration : (Collection<?>) call(runtime, "getComponentConfigurationDTOs", description)) {
                int state = (Integer) field(configuration, "state");
                if (state == FAILED_ACTIVATION) {
                    findings.add(field(description, "name") + ": "
                            + StartFailure.sentence(String.valueOf(field(configuration, "failure"))));
                } else if (state == UNSATISFIED_REFERENCE) {
                    for (String type : lacking(description, configuration)) {
                        waiting.computeIfAbsent(type, any -> new TreeSet<>()).add((String) field(description, "name"));
                    }
                }
            }
        }
        waiting.entrySet().stream().sorted(Comparator.comparingInt(lack -> lack.getValue().size()))
                .forEach(lack -> findings.add(lack.getKey() + " (← " + who(lack.getValue()) + ")"));
    }

    private static String who(Set<String> components) {
        return components.size() == 1 ? components.iterator().next() : components.size() + " components";
    }

    private void refusedByTheWhiteboard(List<String> findings) throws ReflectiveOperationException {
        Object whiteboard = service(WHITEBOARD);
        if (whiteboard == null) {
            findings.add(WHITEBOARD);
            return;
        }
        Object published = call(whiteboard, "getRuntimeDTO");
        for (String kind : REFUSED) {
            for (Object failed : (Object[]) field(published, kind)) {
                findings.add(
                        "JAX-RS " + field(failed, "name") + " (failure reason " + field(failed, "failureReason") + ")");
            }
        }
    }

    private Object service(String type) {
        ServiceReference<?> reference = context.getServiceReference(type);
        return reference == null ? null : context.getService(reference);
    }

    /** The types of the references that nothing satisfies, but for conditions: they only follow from what lacks. */
    private static Set<String> lacking(Object description, Object configuration) throws ReflectiveOperationException {
        Set<Object> names = new HashSet<>();
        for (Object unsatisfied : (Object[]) field(configuration, "unsatisfiedReferences")) {
            names.add(field(unsatisfied, "name"));
        }
        Set<String> types = new TreeSet<>();
        for (Object reference : (Object[]) field(description, "references")) {
            String type = (String) field(reference, "interfaceName");
            if (names.contains(field(reference, "name")) && !type.equals(CONDITION)) {
                types.add(type);
            }
        }
        return types;
    }

    static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        for (var method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                method.setAccessible(true);
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(name);
    }

    private static Object field(Object dto, String name) throws ReflectiveOperationException {
        return dto.getClass().getField(name).get(dto);
    }
}
