package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.cli.refusal.Refusal;

/**
 * Where {@code ./daicho} lies: the root of a checkout or of a distribution.
 *
 * @param root the folder of the script
 */
public record Home(Path root) {

    /** The runtime that is meant where a checkout's user names none. */
    public static final String DEFAULT_RUNTIME = "ogikubo";

    /** The system property by which the script tells which distribution it started. */
    static final String DISTRIBUTION = "daicho.distribution";

    /** The system property by which the script tells its folder. */
    static final String PROPERTY = "daicho.home";

    /**
     * Returns the home that the script named.
     *
     * @return the home
     */
    public static Home ofProcess() {
        String root = System.getProperty(PROPERTY);
        if (root == null) {
            throw new Refusal("./daicho から起動してください", "Start this with ./daicho");
        }
        return new Home(Path.of(root).toAbsolutePath().normalize());
    }

    /**
     * Returns the distribution of a runtime.
     *
     * @param name the runtime's name, or {@code null} for the default
     * @return its distribution folder
     * @throws Refusal where there is no runtime of that name here
     */
    public Distribution distribution(String name) {
        if (!isCheckout()) {
            Distribution only = Distribution.at(root);
            if (name != null && !name.equals(only.name())) {
                throw unknown(name, List.of(only.name()));
            }
            return only;
        }
        String wanted = name == null ? DEFAULT_RUNTIME : name;
        List<String> known = runtimes();
        if (!known.contains(wanted)) {
            throw unknown(wanted, known);
        }
        return Distribution.at(root.resolve("runtimes").resolve(wanted).resolve("target").resolve("dist"));
    }

    /**
     * Returns the distribution that this command was started from.
     *
     * @return the distribution
     */
    public Distribution installed() {
        String folder = System.getProperty(DISTRIBUTION);
        return folder == null ? distribution(null) : Distribution.at(Path.of(folder));
    }

    /**
     * Returns the SDK that was built here, or that this distribution carries.
     *
     * @return its folder, which may not be there
     */
    public Path sdk() {
        return isCheckout()
                ? root.resolve("runtimes").resolve("sdk").resolve("target").resolve("sdk")
                : root.resolve("sdk");
    }

    private boolean isCheckout() {
        return Files.isRegularFile(root.resolve("pom.xml"));
    }

    private List<String> runtimes() {
        try (Stream<Path> folders = Files.list(root.resolve("runtimes"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("conf")))
                    .map(folder -> folder.getFileName().toString()).sorted().collect(Collectors.toList());
        } catch (IOException failure) {
            throw new Refusal("runtimes フォルダーを読めません: " + failure, "Cannot read the folder runtimes: " + failure);
        }
    }

    private static Refusal unknown(String name, List<String> known) {
        String list = String.join(", ", known);
        return new Refusal("構成 " + name + " はありません(あるもの: " + list + ")",
                "There is no runtime " + name + " (there is: " + list + ")");
    }
}
