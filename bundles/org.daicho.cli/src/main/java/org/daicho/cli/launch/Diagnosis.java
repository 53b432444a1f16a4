package org.daicho.cli.launch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * Says why a system does not get ready: bundles that did not start, components whose references nothing satisfies, and
 * what the JAX-RS whiteboard refused. The runtimes are asked by reflection, because their classes belong to the
 * framework's bundles and not to us.
 */
final class Diagnosis {

    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    private static final String WHITEBOARD = "org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime";
    private static final List<String> REFUSED = List.of("failedApplicationDTOs", "failedResourceDTOs",
            "failedExtensionDTOs");
    private static final int UNSATISFIED_REFERENCE = 2;
    private static final int MAX_FINDINGS = 8;

    private final BundleContext context;
    private final List<String> failures;

    Diagnosis(BundleContext context, List<String> failures) {
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
            findings.add("osgi.condition.id=org.daicho.ready (see the log in the data folder)");
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

    private void inactiveBundles(List<String> findings) {
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (!fragment && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0) {
                findings.add("bundle " + bundle.getSymbolicName());
            }
        }
    }

    private void unsatisfiedComponents(List<String> findings) throws ReflectiveOperationException {
        Object runtime = service(RUNTIME);
        if (runtime == null) {
            findings.add(RUNTIME);
            return;
        }
        for (Object description : (Collection<?>) call(runtime, "getComponentDescriptionDTOs",
                (Object) new Bundle[0])) {
            for (Object configuration : (Collection<?>) call(runtime, "getComponentConfigurationDTOs", description)) {
                if ((Integer) field(configuration, "state") == UNSATISFIED_REFERENCE) {
                    findings.add("component " + field(description, "name") + " needs " + references(configuration));
                }
            }
        }
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

    private static String references(Object configuration) throws ReflectiveOperationException {
        List<String> names = new ArrayList<>();
        for (Object reference : (Object[]) field(configuration, "unsatisfiedReferences")) {
            Object target = field(reference, "target");
            names.add(field(reference, "name") + (target == null ? "" : " " + target));
        }
        return String.join(", ", names);
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
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
