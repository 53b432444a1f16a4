package org.daicho.rest.internal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.service.jaxrs.runtime.dto.ApplicationDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceMethodInfoDTO;

/**
 * The methods of an address, for the {@code Allow} header (RFC 9110, 10.2.1). The JAX-RS runtime itself names those of
 * every address of a resource's class.
 */
public final class AllowedMethods {

    /** A template's parameter, with its expression where it has one. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*([^{}]+?)\\s*)?\\}");

    private final Supplier<ApplicationDTO[]> applications;

    /**
     * Looks among applications.
     *
     * @param applications those that are published just now
     */
    public AllowedMethods(Supplier<ApplicationDTO[]> applications) {
        this.applications = applications;
    }

    /**
     * Finds the methods of an address.
     *
     * @param path the address, decoded, from the root
     * @return the methods by name, with HEAD and OPTIONS; empty where no resource is known there
     */
    public Set<String> of(String path) {
        Set<String> methods = new TreeSet<>();
        for (ApplicationDTO application : applications.get()) {
            String base = application.base.replaceFirst("/\\*?$", "");
            for (ResourceMethodInfoDTO method : methods(application)) {
                if (pattern(base + "/" + method.path).matcher(path).matches()) {
                    methods.add(method.method);
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static List<ResourceMethodInfoDTO> methods(ApplicationDTO application) {
        List<ResourceMethodInfoDTO> methods = new ArrayList<>(Arrays.asList(application.resourceMethods));
        for (ResourceDTO resource : application.resourceDTOs) {
            methods.addAll(Arrays.asList(resource.resourceMethods));
        }
        return methods;
    }

    private static Pattern pattern(String template) {
        String path = template.replaceAll("/+", "/").replaceFirst("/$", "");
        StringBuilder pattern = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(path);
        int end = 0;
        while (parameter.find()) {
            pattern.append(Pattern.quote(path.substring(end, parameter.start())));
            pattern.append(parameter.group(1) == null ? "[^/]+" : "(?:" + parameter.group(1) + ")");
            end = parameter.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(path.substring(end))).append("/?").toString());
    }
}
