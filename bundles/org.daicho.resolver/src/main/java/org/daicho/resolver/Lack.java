package org.daicho.resolver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/**
 * Names what lacks, and whom.
 *
 * @param who  the bundle that needs it; {@code null} where nobody does but who asked
 * @param what what it is
 */
public record Lack(String who, Text what) {

    private static final Texts TEXTS = new Texts(Lack.class, "messages");
    private static final Pattern NAME = Pattern.compile("\\(([\\w.]+)=([^)]*)\\)");
    private static final Pattern VERSION = Pattern.compile("\\(version(?:>=|=)([^)]*)\\)");

    /** Puts a requirement that nobody meets into words. */
    public static Lack of(Requirement requirement) {
        return new Lack(who(requirement), what(requirement));
    }

    private static String who(Requirement requirement) {
        if (requirement.getResource() instanceof BundleRevision bundle) {
            return bundle.getSymbolicName();
        }
        return requirement.getResource() instanceof IndexedBundle bundle ? bundle.name() : null;
    }

    private static Text what(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        String namespace = requirement.getNamespace();
        String named = NAME.matcher(filter).results()
                .filter(name -> name.group(1).equals(namespace) || name.group(1).equals("objectClass"))
                .map(name -> name.group(2)).findFirst().orElse(filter);
        Matcher version = VERSION.matcher(filter);
        String from = version.find() ? " " + version.group(1) : "";
        return switch (namespace) {
        case "osgi.wiring.package" -> TEXTS.text("package", named, from);
        case "osgi.wiring.bundle", "osgi.wiring.host", "osgi.identity" -> TEXTS.text("bundle", named, from);
        case "osgi.ee" -> TEXTS.text("java", from.strip());
        case "osgi.service" -> TEXTS.text("service", named);
        case ModuleCapability.NAMESPACE -> TEXTS.text("module", named, from);
        default -> TEXTS.text("capability", namespace, filter);
        };
    }
}
