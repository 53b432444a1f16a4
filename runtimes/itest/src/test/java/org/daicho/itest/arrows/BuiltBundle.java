package org.daicho.itest.arrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the manifest of a built bundle says.
 *
 * @param name    the symbolic name
 * @param imports the imported packages
 * @param exports the exported packages
 */
record BuiltBundle(String name, Set<String> imports, Set<String> exports) {

    /** A header's clause, up to the next comma outside quotes. */
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");

    /** Reads every bundle of the build. */
    static List<BuiltBundle> all() {
        Path bundles = Path.of(System.getProperty("daicho.root"), "bundles");
        try (Stream<Path> folders = Files.list(bundles)) {
            return folders.map(folder -> folder.resolve("target/classes/META-INF/MANIFEST.MF")).filter(Files::exists)
                    .sorted().map(BuiltBundle::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BuiltBundle read(Path manifest) {
        try (InputStream in = Files.newInputStream(manifest)) {
            Attributes main = new Manifest(in).getMainAttributes();
            return new BuiltBundle(main.getValue("Bundle-SymbolicName"), packages(main.getValue("Import-Package")),
                    packages(main.getValue("Export-Package")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Set<String> packages(String header) {
        Set<String> names = new TreeSet<>();
        for (Matcher clauses = CLAUSE.matcher(header == null ? "" : header); clauses.find();) {
            for (String part : clauses.group().split(";")) {
                if (part.contains("=")) {
                    break;
                }
                names.add(part.strip());
            }
        }
        return names;
    }

    boolean isChapter() {
        return name.startsWith("org.daicho.chapter.");
    }

    /** Whether a package is this bundle's own. */
    boolean owns(String packageName) {
        return packageName.equals(name) || packageName.startsWith(name + ".");
    }
}
