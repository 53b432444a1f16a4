package org.daicho.resolver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.felix.utils.resource.CapabilityImpl;
import org.apache.felix.utils.resource.RequirementImpl;
import org.apache.felix.utils.resource.ResourceImpl;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.resource.Resource;
import org.osgi.service.repository.ContentNamespace;

/**
 * A bundle of a catalogue as its index describes it. Complete once it is handed out.
 */
public final class IndexedBundle extends ResourceImpl {

    private static final String MIME = "application/vnd.osgi.bundle";

    private final Path folder;

    private IndexedBundle(Path folder) {
        this.folder = folder;
    }

    /**
     * Describes a jar.
     *
     * @param bundle what the jar offers and needs
     * @param jar    the jar, in the catalogue's folder
     * @throws IOException where the jar can't be read
     */
    public static IndexedBundle of(Resource bundle, Path jar) throws IOException {
        IndexedBundle indexed = new IndexedBundle(jar.getParent());
        indexed.addCapability(new CapabilityImpl(indexed, ContentNamespace.CONTENT_NAMESPACE, Map.of(),
                sorted(Map.of(ContentNamespace.CONTENT_NAMESPACE, JarDigest.of(jar),
                        ContentNamespace.CAPABILITY_URL_ATTRIBUTE, jar.getFileName().toString(),
                        ContentNamespace.CAPABILITY_MIME_ATTRIBUTE, MIME,
                        ContentNamespace.CAPABILITY_SIZE_ATTRIBUTE, Files.size(jar)))));
        return indexed.with(bundle);
    }

    /** Takes a bundle out of an index that lies in a folder. */
    static IndexedBundle in(Path folder, Resource bundle) {
        return new IndexedBundle(folder).with(bundle);
    }

    private IndexedBundle with(Resource bundle) {
        bundle.getCapabilities(null).forEach(each -> addCapability(new CapabilityImpl(this, each.getNamespace(),
                new TreeMap<>(each.getDirectives()), sorted(each.getAttributes()))));
        bundle.getRequirements(null).forEach(each -> addRequirement(new RequirementImpl(this, each.getNamespace(),
                new TreeMap<>(each.getDirectives()), sorted(each.getAttributes()))));
        return this;
    }

    /** The same bundles are the same index. An empty list matches nothing, and the index has no type for it. */
    private static Map<String, Object> sorted(Map<String, Object> attributes) {
        Map<String, Object> sorted = new TreeMap<>(attributes);
        sorted.values().removeIf(value -> value instanceof Collection<?> list && list.isEmpty());
        return sorted;
    }

    /** Returns the symbolic name. */
    public String name() {
        return String.valueOf(attribute(IdentityNamespace.IDENTITY_NAMESPACE, IdentityNamespace.IDENTITY_NAMESPACE));
    }

    /** Returns the bundle's version. */
    public Version version() {
        return attribute(IdentityNamespace.IDENTITY_NAMESPACE,
                IdentityNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version version
                        ? version
                        : Version.emptyVersion;
    }

    /** Returns the SHA-256 of the jar that was indexed, in hex. */
    public String digest() {
        return String.valueOf(attribute(ContentNamespace.CONTENT_NAMESPACE, ContentNamespace.CONTENT_NAMESPACE));
    }

    /** Returns the jar, which may be gone. */
    public Path path() {
        return folder.resolve(String.valueOf(
                attribute(ContentNamespace.CONTENT_NAMESPACE, ContentNamespace.CAPABILITY_URL_ATTRIBUTE))).normalize();
    }

    /** Tells whether the index names a bundle and a jar inside the catalogue, and the jar is there. */
    boolean isThere() {
        return attribute(IdentityNamespace.IDENTITY_NAMESPACE, IdentityNamespace.IDENTITY_NAMESPACE) != null
                && attribute(ContentNamespace.CONTENT_NAMESPACE, ContentNamespace.CAPABILITY_URL_ATTRIBUTE) != null
                && path().startsWith(folder) && Files.isRegularFile(path());
    }

    private Object attribute(String namespace, String name) {
        return getCapabilities(namespace).stream().map(capability -> capability.getAttributes().get(name))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }
}
