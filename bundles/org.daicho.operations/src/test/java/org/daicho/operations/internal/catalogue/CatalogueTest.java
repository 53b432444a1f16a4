package org.daicho.operations.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.osgi.resource.Requirement;

class CatalogueTest {

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

    @TempDir
    Path folder;

    private Path catalogue() throws IOException {
        return Files.createDirectories(folder.resolve("catalogue"));
    }

    @Test
    void theIndexOffersTheJarsThatAreThereAndInside() throws IOException {
        Files.writeString(catalogue().resolve("lib.jar"), "lib");
        Files.writeString(folder.resolve("out.jar"), "out");
        Files.writeString(catalogue().resolve(Catalogue.INDEX), INDEX);
        List<IndexedResource> resources = new Catalogue(catalogue()).resources();
        assertEquals(List.of("lib 2.1.0"), resources.stream().map(IndexedResource::toString).toList());
        IndexedResource lib = resources.get(0);
        assertEquals(new Version(2, 1, 0), lib.version());
        assertEquals("abc", lib.digest());
        assertEquals(List.of("a.B", "c.D"),
                lib.getCapabilities("osgi.service").get(0).getAttributes().get("objectClass"));
        assertEquals("active", lib.getCapabilities("osgi.service").get(0).getDirectives().get("effective"));
        Requirement needed = lib.getRequirements(null).get(0);
        assertEquals(new Text("パッケージ x.y 1.2.0", "the package x.y 1.2.0"), Lacks.name(needed));
    }

    @Test
    void aBrokenIndexOffersNothing() throws IOException {
        Files.writeString(catalogue().resolve(Catalogue.INDEX), INDEX.substring(0, 300));
        assertEquals(List.of(), new Catalogue(catalogue()).resources());
        assertEquals(List.of(), new Catalogue(folder.resolve("nowhere")).resources());
    }

    @Test
    void aModuleBesideTheIndexIsFoundAndALibraryIsNot() throws IOException {
        Jars.write(catalogue().resolve("gifts.jar"), Jars.MODULE, Map.of());
        Jars.write(catalogue().resolve("library.jar"),
                Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "library"), Map.of());
        Files.writeString(catalogue().resolve("half.jar"), "PK");
        List<JarFolder.Found> found = List.copyOf(new Catalogue(catalogue()).modules());
        assertEquals(List.of("gifts.jar", "half.jar"),
                found.stream().map(jar -> jar.path().getFileName().toString()).toList());
        assertEquals("gifts", found.get(0).module().id());
    }

    @Test
    void aJarThatChangesIsReadAgain() throws IOException {
        Catalogue catalogue = new Catalogue(catalogue());
        Path jar = catalogue().resolve("gifts.jar");
        Files.writeString(jar, "PK");
        assertEquals(null, catalogue.modules().iterator().next().module());
        Jars.write(jar, Jars.MODULE, Map.of());
        assertEquals("gifts", catalogue.modules().iterator().next().module().id());
    }
}
