package org.daicho.operations.internal.catalogue;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Text;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in a sentence what a bundle lacks.
 */
final class Lacks {

    private static final Logger LOG = LoggerFactory.getLogger(Lacks.class);
    private static final Pattern NAME = Pattern.compile("\\(([\\w.]+)=([^)]*)\\)");
    private static final Pattern VERSION = Pattern.compile("\\(version(?:>=|=)([^)]*)\\)");

    private Lacks() {
    }

    /** Makes the refusal; where nothing lacks by itself, what is there does not fit together. */
    static LedgerException refusal(String bundle, Collection<Requirement> lacking, Exception cause) {
        LOG.warn("{} can't be resolved: {}", bundle, cause.getMessage());
        Text text = lacking.isEmpty()
                ? Messages.text("lacks.conflict", bundle)
                : sentence(lacking.iterator().next());
        return new LedgerException(Kind.CONFLICT, text);
    }

    private static Text sentence(Requirement requirement) {
        String bundle = requirement.getResource() instanceof BundleRevision revision
                ? revision.getSymbolicName()
                : ((IndexedResource) requirement.getResource()).name();
        Text what = name(requirement);
        return new Text(Messages.text("lacks", bundle, what.ja()).ja(), Messages.text("lacks", bundle, what.en()).en());
    }

    static Text name(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        String namespace = requirement.getNamespace();
        String named = null;
        for (Matcher names = NAME.matcher(filter); named == null && names.find();) {
            named = names.group(1).equals(namespace) || names.group(1).equals("objectClass") ? names.group(2) : null;
        }
        Matcher version = VERSION.matcher(filter);
        String from = version.find() ? " " + version.group(1) : "";
        return switch (namespace) {
        case "osgi.wiring.package" -> Messages.text("lacks.package", named, from);
        case "osgi.wiring.bundle", "osgi.wiring.host", "osgi.identity" -> Messages.text("lacks.bundle", named, from);
        case "osgi.ee" -> Messages.text("lacks.java", from.strip());
        case "osgi.service" -> Messages.text("lacks.service", named);
        case ModuleJar.NAMESPACE -> Messages.text("lacks.module", named, from);
        default -> Messages.text("lacks.capability", namespace, filter);
        };
    }
}
