package org.daicho.cli.assemble;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.cli.refusal.Refusal;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/**
 * Says in a sentence what a module lacks.
 */
final class Lack {

    private static final Pattern NAME = Pattern.compile("\\(([\\w.]+)=([^)]*)\\)");
    private static final Pattern VERSION = Pattern.compile("\\(version(?:>=|=)([^)]*)\\)");

    private Lack() {
    }

    static Refusal refusal(String module, Collection<Requirement> lacking, Exception cause) {
        if (lacking.isEmpty()) {
            return new Refusal("モジュール " + module + " は、ほかのバンドルと組み合わせられません",
                    "The module " + module + " does not fit together with the rest: " + cause.getMessage());
        }
        Requirement lack = lacking.iterator().next();
        String who = lack.getResource() instanceof BundleRevision bundle ? bundle.getSymbolicName() : module;
        String[] what = name(lack);
        return new Refusal("モジュール " + module + " は組み立てられません。" + who + " に必要な" + what[0] + "がありません",
                "The module " + module + " cannot be assembled: " + who + " lacks " + what[1]);
    }

    /** What lacks, in Japanese and in English. */
    private static String[] name(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        String namespace = requirement.getNamespace();
        String named = filter;
        for (Matcher names = NAME.matcher(filter); names.find();) {
            if (names.group(1).equals(namespace) || names.group(1).equals("objectClass")) {
                named = names.group(2);
                break;
            }
        }
        Matcher version = VERSION.matcher(filter);
        String full = version.find() ? named + " " + version.group(1) : named;
        return switch (namespace) {
        case "osgi.wiring.package" -> new String[]{"パッケージ " + full, "the package " + full};
        case "osgi.wiring.bundle", "osgi.wiring.host", "osgi.identity" -> new String[]{"バンドル " + full,
                "the bundle " + full};
        case "osgi.ee" -> new String[]{"Java " + full, "Java " + full};
        case "osgi.service" -> new String[]{"サービス " + named, "the service " + named};
        case Pool.MODULE -> new String[]{"モジュール " + full, "the module " + full};
        default -> new String[]{"機能 " + namespace + " " + filter, "the capability " + namespace + " " + filter};
        };
    }
}
