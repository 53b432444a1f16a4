package org.daicho.operations.internal.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.osgi.framework.Version;

/**
 * Reads an OSGi repository index (OSGi Compendium 132.5, XML schema).
 */
final class RepositoryIndex {

    private static final Map<String, Function<String, Object>> TYPES = Map.of(
            "String", text -> text, "Version", Version::parseVersion, "Long", Long::valueOf, "Double", Double::valueOf);
    private static final Set<String> CLAUSES = Set.of("capability", "requirement");

    private final Path folder;
    private final List<IndexedResource> resources = new ArrayList<>();
    private final Map<String, String> directives = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private String namespace;

    private RepositoryIndex(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads an index.
     *
     * @param index the file
     * @return its resources whose jars are there
     * @throws IOException where it can't be read or is no index
     */
    static List<IndexedResource> read(Path index) throws IOException {
        RepositoryIndex reader = new RepositoryIndex(index.getParent());
        try (InputStream in = Files.newInputStream(index)) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    reader.begin(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    reader.end(xml.getLocalName());
                }
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException(index + " is no repository index", e);
        }
        return reader.resources.stream().filter(IndexedResource::isThere).toList();
    }

    private void begin(XMLStreamReader xml) {
        String element = xml.getLocalName();
        if (element.equals("resource")) {
            resources.add(new IndexedResource(folder));
        } else if (CLAUSES.contains(element)) {
            namespace = xml.getAttributeValue(null, "namespace");
            directives.clear();
            attributes.clear();
        } else if (element.equals("directive")) {
            directives.put(xml.getAttributeValue(null, "name"), xml.getAttributeValue(null, "value"));
        } else if (element.equals("attribute")) {
            attributes.put(xml.getAttributeValue(null, "name"),
                    value(xml.getAttributeValue(null, "type"), xml.getAttributeValue(null, "value")));
        }
    }

    private void end(String element) {
        if (CLAUSES.contains(element) && !resources.isEmpty()) {
            IndexedResource resource = resources.get(resources.size() - 1);
            if (element.equals("capability")) {
                resource.offer(namespace, directives, attributes);
            } else {
                resource.need(namespace, directives, attributes);
            }
        }
    }

    private static Object value(String type, String text) {
        if (type == null) {
            return text;
        }
        if (type.startsWith("List")) {
            Function<String, Object> each = TYPES.getOrDefault(type.replaceAll("List<?|>", ""), TYPES.get("String"));
            return Stream.of(text.split("(?<!\\\\),")).map(item -> each.apply(item.replaceAll("\\\\(.)", "$1").strip()))
                    .toList();
        }
        return TYPES.getOrDefault(type, TYPES.get("String")).apply(text);
    }
}
