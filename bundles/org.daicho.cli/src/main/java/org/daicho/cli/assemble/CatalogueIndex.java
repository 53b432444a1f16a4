package org.daicho.cli.assemble;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The index of a catalogue (OSGi Compendium 132.5, XML schema), from what the framework read in its bundles.
 */
final class CatalogueIndex {

    private static final String NAMESPACE = "http://www.osgi.org/xmlns/repository/v1.0.0";
    private static final String CONTENT = "osgi.content";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    CatalogueIndex() throws IOException {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(0);
            xml.writeStartElement("repository");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("name", "catalogue");
            // The same bundles are the same index, so nothing of when it was made.
            xml.writeAttribute("increment", "0");
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

    /** Adds a bundle that lies in the catalogue's folder. */
    void add(BundleRevision bundle, Path jar) throws IOException {
        try {
            line(1);
            xml.writeStartElement("resource");
            clause("capability", CONTENT, Map.of(),
                    Map.of(CONTENT, Digests.of(jar), "url", jar.getFileName().toString(),
                            "mime", "application/vnd.osgi.bundle", "size", Files.size(jar)));
            for (BundleCapability capability : bundle.getDeclaredCapabilities(null)) {
                clause("capability", capability.getNamespace(), capability.getDirectives(), capability.getAttributes());
            }
            for (BundleRequirement requirement : bundle.getDeclaredRequirements(null)) {
                clause("requirement", requirement.getNamespace(), requirement.getDirectives(),
                        requirement.getAttributes());
            }
            line(1);
            xml.writeEndElement();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

    String toXml() throws IOException {
        try {
            line(0);
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
            return text.toString();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

    private void clause(String element, String namespace, Map<String, String> directives,
            Map<String, Object> attributes) throws XMLStreamException {
        line(2);
        xml.writeStartElement(element);
        xml.writeAttribute("namespace", namespace);
        for (Map.Entry<String, Object> attribute : new TreeMap<>(attributes).entrySet()) {
            Object value = attribute.getValue();
            line(3);
            xml.writeEmptyElement("attribute");
            xml.writeAttribute("name", attribute.getKey());
            if (!(value instanceof String)) {
                xml.writeAttribute("type", type(value));
            }
            xml.writeAttribute("value", value(value));
        }
        for (Map.Entry<String, String> directive : new TreeMap<>(directives).entrySet()) {
            line(3);
            xml.writeEmptyElement("directive");
            xml.writeAttribute("name", directive.getKey());
            xml.writeAttribute("value", directive.getValue());
        }
        line(2);
        xml.writeEndElement();
    }

    private static String type(Object value) {
        if (value instanceof Collection<?> values) {
            return "List<" + (values.isEmpty() ? "String" : type(values.iterator().next())) + ">";
        }
        if (value instanceof Version) {
            return "Version";
        }
        return value instanceof Long || value instanceof Double ? value.getClass().getSimpleName() : "String";
    }

    private static String value(Object value) {
        return value instanceof Collection<?> values
                ? values.stream().map(each -> each.toString().replaceAll("([\\\\,])", "\\\\$1"))
                        .collect(Collectors.joining(","))
                : value.toString();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
