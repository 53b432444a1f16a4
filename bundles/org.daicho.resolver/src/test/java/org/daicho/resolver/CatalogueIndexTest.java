package org.daicho.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.felix.utils.resource.ResourceBuilder;
import org.apache.felix.utils.resource.ResourceImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;

class CatalogueIndexTest {

    private static final String INDEX = """
            <repository xmlns="http://www.osgi.org/xmlns/repository/v1.0.0" name="t" increment="1">
            <resource>
             <capability namespace="osgi.identity"><attribute name="osgi.identity" value="lib"/>
              <attribute name="version" type="Version" value="2.1.0"/></capability>
             <capability namespace="osgi.content"><attribute name="osgi.content" value="abc"/>
              <attribute name="url" value="lib.jar"/><attribute name="size" type="Long" value="7"/></capability>
             <capability namespace="osgi.service"><attribute name="objectClass" type="List&lt;String&gt;"
              value="a.B,c.D"/><directive name="effective" value="active"/></capability>
             <requirement namespace="osgi.wiring.package">
              <directive name="filter" value="(&amp;(osgi.wiring.package=x.y)(version&gt;=1.2.0)(!(version&gt;=2.0.0)))"/>
             </requirement>
            </resource>
            <resource><capability namespace="osgi.identity"><attribute name="osgi.identity" value="gone"/></capability>
             <capability namespace="osgi.content"><attribute name="osgi.content" value="abc"/>
              <attribute name="url" value="gone.jar"/></capability></resource>
            <resource><capability namespace="osgi.identity"><attribute name="osgi.identity" value="out"/></capability>
             <capability namespace="osgi.content"><attribute name="osgi.content" value="abc"/>
              <attribute name="url" value="../out.jar"/></capability></resource>
            </repository>
            """;

    private static final Map<String, String> LIBRARY = Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName",
            "library", "Bundle-Version", "2.1.0", "Export-Package", "x.y;version=1.2;uses:=\"a,b\"", "Import-Package",
            "p.q;version=\"[1,2)\"", "Provide-Capability",
            "n;s=text;v:Version=\"1.2\";l:Long=7;d:Double=1.5;all:List<String>=\"a,b\";none:List<String>=\"\"");

    @TempDir
    Path folder;
    private Path index;

    @BeforeEach
    void aCatalogueWithOneLibrary() throws IOException {
        Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
        index = catalogue.resolve(CatalogueIndex.FILE);
        Files.writeString(catalogue.resolve("lib.jar"), "lib");
    }

    private List<IndexedBundle> read(String xml) throws IOException {
        return CatalogueIndex.read(Files.writeString(index, xml));
    }

    @Test
    void offersTheJarsThatAreThereAndInside() throws IOException {
        Files.writeString(folder.resolve("out.jar"), "out");
        List<IndexedBundle> bundles = read(INDEX);
        assertEquals(List.of("lib"), bundles.stream().map(IndexedBundle::name).toList());
        IndexedBundle lib = bundles.get(0);
        assertEquals(new Version(2, 1, 0), lib.version());
        assertEquals("abc", lib.digest());
        assertEquals(index.resolveSibling("lib.jar"), lib.path());
        Capability service = lib.getCapabilities("osgi.service").get(0);
        assertEquals(List.of("a.B", "c.D"), service.getAttributes().get("objectClass"));
        assertEquals(Map.of("effective", "active"), service.getDirectives());
        assertEquals(lib, service.getResource());
    }

    @Test
    void readsWhatItWrote() throws IOException, BundleException {
        Resource library = ResourceBuilder.build(null, LIBRARY);
        String xml = CatalogueIndex
                .write(List.of(IndexedBundle.of(library, index.resolveSibling("lib.jar"))));
        IndexedBundle read = read(xml).get(0);
        assertEquals("library", read.name());
        assertEquals(new Version(2, 1, 0), read.version());
        assertEquals(JarDigest.of(read.path()), read.digest());
        assertEquals(Map.of("s", "text", "v", new Version(1, 2, 0), "l", 7L, "d", 1.5, "all", List.of("a", "b")),
                Map.copyOf(read.getCapabilities("n").get(0).getAttributes()));
        assertEquals(Map.of("uses", "a,b"),
                Map.copyOf(read.getCapabilities("osgi.wiring.package").get(0).getDirectives()));
        assertEquals(library.getRequirements(null).get(0).getDirectives().get("filter"),
                read.getRequirements(null).get(0).getDirectives().get("filter"));
    }

    @Test
    void writesTheSameBundlesAsTheSameBytes() throws IOException, BundleException {
        Path jar = index.resolveSibling("lib.jar");
        String once = CatalogueIndex.write(List.of(IndexedBundle.of(ResourceBuilder.build(null, LIBRARY), jar)));
        String again = CatalogueIndex.write(List.of(IndexedBundle.of(ResourceBuilder.build(null, LIBRARY), jar)));
        assertEquals(once, again);
        assertFalse(once.contains(folder.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<repository>", "<other/>",
            "<repository><resource><capability/></resource></repository>",
            "<!DOCTYPE repository SYSTEM 'file:///nowhere.dtd'><repository/>",
            "<repository><resource><capability namespace='n'><attribute name='v' type='Long' value='x'/></capability></resource></repository>"})
    void whatIsNoIndexIsRefused(String xml) {
        assertThrows(IOException.class, () -> read(xml));
    }

    @Test
    void aBundleWithoutANameOrAJarIsNotOffered() throws IOException {
        assertEquals(List.of(), read("<repository><resource/></repository>"));
        assertEquals(List.of(), CatalogueIndex.read(
                Files.writeString(index, CatalogueIndex.write(List.of(IndexedBundle.in(index, new ResourceImpl()))))));
    }
}
