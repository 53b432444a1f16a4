package org.daicho.operations.internal.catalogue;

import java.util.Map;

import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * What an indexed bundle offers or needs. Two are the same only where they are one object, as resolvers want it.
 */
final class IndexedClause implements Capability, Requirement {

    private final Resource resource;
    private final String namespace;
    private final Map<String, String> directives;
    private final Map<String, Object> attributes;

    IndexedClause(Resource resource, String namespace, Map<String, String> directives, Map<String, Object> attributes) {
        this.resource = resource;
        this.namespace = namespace;
        this.directives = Map.copyOf(directives);
        this.attributes = Map.copyOf(attributes);
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

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return namespace + directives + attributes;
    }
}
