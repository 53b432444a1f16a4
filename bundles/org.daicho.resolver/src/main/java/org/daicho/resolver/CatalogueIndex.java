package org.daicho.resolver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import org.apache.felix.utils.repository.StaxParser;
import org.apache.felix.utils.repository.StaxParser.XmlRepository;

/**
 * The index of a catalogue (OSGi Compendium 132.5, XML schema). An item of a list holds no comma: the parser knows no
 * escapes.
 */
public final class CatalogueIndex {

    /** The file name of an index. */
    public static final String FILE = "index.xml";

    private CatalogueIndex() {
    }

    /**
     * Reads an index.
     *
     * @param index the file, in UTF-8
     * @return its bundles whose jars are there
     * @throws IOException where it can't be read or is no index; one with a document type is none
     */
    public static List<IndexedBundle> read(Path index) throws IOException {
        Path folder = index.getParent();
        String xml = Files.readString(index);
        if (xml.contains("<!DOCTYPE")) {
            throw new IOException(index + " has a document type");
        }
        try {
            return StaxParser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).resources.stream()
                    .map(resource -> IndexedBundle.in(folder, resource)).filter(IndexedBundle::isThere).toList();
        } catch (XMLStreamException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException(index + " is no repository index", e);
        }
    }

    /**
     * Writes an index.
     *
     * @param bundles the bundles, in their order
     * @return the XML, which says nothing of when it was made
     * @throws IOException where a bundle can't be put into words
     */
    public static String write(Collection<IndexedBundle> bundles) throws IOException {
        XmlRepository repository = new XmlRepository();
        repository.name = "catalogue";
        repository.resources.addAll(bundles);
        StringWriter xml = new StringWriter();
        try {
            StaxParser.write(repository, xml);
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException(e);
        }
        return xml.append('\n').toString();
    }
}
