package org.daicho.operations.internal.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.osgi.framework.Version;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * A bundle of the catalogue as its index describes it. Complete once it is handed out.
 */
public final class IndexedResource implements Resource {

    private static final String CONTENT = "osgi.content";

    private final Path folder;
    private final List<Capability> capabilities = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();

    IndexedResource(Path folder) {
        this.folder = folder;
    }

    void offer(String namespace, Map<String, String> directives, Map<String, Object> attributes) {
        capabilities.add(new IndexedClause(this, namespace, directives, attributes));
    }

    void need(String namespace, Map<String, String> directives, Map<String, Object> attributes) {
        requirements.add(new IndexedClause(this, namespace, directives, attributes));
    }

    /** Returns the symbolic name. */
    public String name() {
        return String.valueOf(attribute(IdentityNamespace.IDENTITY_NAMESPACE, IdentityNamespace.IDENTITY_NAMESPACE));
    }

    /** Returns the bundle's version. */
    public Version version() {
        return attribute(IdentityNamespace.IDENTITY_NAMESPACE, "version") instanceof Version version
                ? version
                : Version.emptyVersion;
    }

    /** Returns the SHA-256 of the jar that was indexed, in hex. */
    public String digest() {
        return String.valueOf(attribute(CONTENT, CONTENT));
    }

    /** Returns the jar, which may be gone. */
    public Path path() {
        return folder.resolve(String.valueOf(attribute(CONTENT, "url"))).normalize();
    }

    /** Tells whether the index names a bundle and a jar inside the catalogue, and the jar is there. */
    boolean isThere() {
        return attribute(IdentityNamespace.IDENTITY_NAMESPACE, IdentityNamespace.IDENTITY_NAMESPACE) != null
                && attribute(CONTENT, "url") != null && path().startsWith(folder)
                && Files.isRegularFile(path());
    }

    private Object attribute(String namespace, String name) {
        return getCapabilities(namespace).stream().map(capability -> capability.getAttributes().get(name))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    @Override
    public List<Capability> getCapabilities(String namespace) {
        return capabilities.stream().filter(each -> namespace == null || namespace.equals(each.getNamespace()))
                .toList();
    }

    @Override
    public List<Requirement> getRequirements(String namespace) {
        return requirements.stream().filter(each -> namespace == null || namespace.equals(each.getNamespace()))
                .toList();
    }

    @Override
    public String toString() {
        return name() + " " + version();
    }
}
