package org.daicho.itest.arrows;

import java.io.File;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundle as it was built, and what its manifest says.
 *
 * @param classes the folder of its class files
 * @param name    the symbolic name
 * @param imports the imported packages
 * @param exports the exported packages
 */
record BuiltBundle(Path classes, String name, Set<String> imports, Set<String> exports) {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String CLASS = ".class";

    /** A header's clause, up to the next comma outside quotes. */
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");

    /** Reads every bundle of the build. */
    static List<BuiltBundle> all() {
        Path bundles = Path.of(System.getProperty("daicho.root"), "bundles");
        try (Stream<Path> folders = Files.list(bundles)) {
            return folders.map(folder -> folder.resolve("target/classes"))
                    .filter(classes -> Files.exists(classes.resolve(MANIFEST))).sorted().map(BuiltBundle::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BuiltBundle read(Path classes) {
        try (InputStream in = Files.newInputStream(classes.resolve(MANIFEST))) {
            Attributes main = new Manifest(in).getMainAttributes();
            return new BuiltBundle(classes, main.getValue("Bundle-SymbolicName"),
                    packages(main.getValue("Import-Package")),
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

    /** Returns the names of our classes in it, nested ones too. */
    Set<String> classNames() {
        try (Stream<Path> files = Files.walk(classes.resolve("org/daicho"))) {
            return files.map(file -> classes.relativize(file).toString()).filter(name -> name.endsWith(CLASS))
                    .map(name -> name.substring(0, name.length() - CLASS.length()).replace(File.separatorChar, '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isChapter() {
        return name.startsWith("org.daicho.chapter.");
    }

    /** Whether a package is this bundle's own. */
    boolean owns(String packageName) {
        return packageName.equals(name) || packageName.startsWith(name + ".");
    }
}
