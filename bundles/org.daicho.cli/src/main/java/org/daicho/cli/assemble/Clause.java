package org.daicho.cli.assemble;

import java.util.Map;

import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * What the root of a resolution asks for or offers. Two are the same only where they are one object, as resolvers want it.
 */
final class Clause implements Capability, Requirement {

    private final Resource resource;
    private final String namespace;
    private final Map<String, String> directives;
    private final Map<String, Object> attributes;

    private Clause(Resource resource, String namespace, Map<String, String> directives,
            Map<String, Object> attributes) {
        this.resource = resource;
        this.namespace = namespace;
        this.directives = directives;
        this.attributes = attributes;
    }

    static Requirement need(Resource resource, String namespace, String filter) {
        return new Clause(resource, namespace, Map.of(Namespace.REQUIREMENT_FILTER_DIRECTIVE, filter), Map.of());
    }

    static Capability offer(Resource resource, String namespace, Map<String, Object> attributes) {
        return new Clause(resource, namespace, Map.of(), attributes);
    }

    @Override
    public String getNamespace() {
        return namespace;
    }

    @Override
    public Map<String, String> getDirectives() {
        return directives;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    public Resource getResource() {
        return resource;
    }
}
