package org.daicho.itest.arrows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Each bundle's README names every setting that a person can make there, and its default. */
class ReadmesTest {

    private static final Path BUNDLES = Path.of(System.getProperty("daicho.root"), "bundles");

    @Test
    void aReadmeNamesEverySettingAndItsDefault() throws Exception {
        List<Path> metatypes = files("target/classes/OSGI-INF/metatype");
        assertFalse(metatypes.isEmpty());
        List<String> missing = new ArrayList<>();
        for (Path metatype : metatypes) {
            Path bundle = BUNDLES.resolve(BUNDLES.relativize(metatype).getName(0));
            String readme = read(bundle.resolve("README.md"));
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(metatype.toFile());
            for (Element designate : elements(document, "Designate")) {
                missing.addAll(unnamed(bundle, readme, "`" + designate.getAttribute("pid") + "`"));
            }
            for (Element setting : elements(document, "AD")) {
                String id = setting.getAttribute("id");
                missing.addAll(unnamed(bundle, readme, "| `" + id + "` |"));
                String row = readme.lines().filter(line -> line.contains("| `" + id + "` |")).findFirst().orElse("");
                if (!setting.getAttribute("default").isEmpty()) {
                    missing.addAll(unnamed(bundle, row, "`" + setting.getAttribute("default") + "` |"));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static List<String> unnamed(Path bundle, String text, String wanted) {
        return text.contains(wanted) ? List.of() : List.of(bundle.getFileName() + ": " + wanted);
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Path> files(String folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : bundles.sorted().toList()) {
                if (Files.isDirectory(bundle.resolve(folder))) {
                    try (Stream<Path> files = Files.list(bundle.resolve(folder))) {
                        files.sorted().forEach(found::add);
                    }
                }
            }
        }
        return found;
    }
}
