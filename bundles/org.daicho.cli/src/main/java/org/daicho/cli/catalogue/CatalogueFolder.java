package org.daicho.cli.catalogue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.cli.launch.Distribution;
import org.daicho.cli.refusal.Refusal;
import org.daicho.ledger.LedgerException;
import org.daicho.resolver.ModuleJar;

/**
 * The folder of a distribution that modules are added from. A running system sees at once what is put there.
 *
 * @param path the folder
 */
public record CatalogueFolder(Path path) {

    /** The folder's name in a distribution. */
    static final String NAME = "catalogue";

    /** Returns the catalogue of a distribution. */
    public static CatalogueFolder of(Distribution distribution) {
        return new CatalogueFolder(distribution.root().resolve(NAME));
    }

    /**
     * Lists the modules.
     *
     * @return the modules by id, of each the newest first
     * @throws IOException where the folder can't be read
     */
    public List<ModuleJar> modules() throws IOException {
        return modules(path);
    }

    /**
     * Refuses the id of a module that a distribution has.
     *
     * @param distribution the distribution
     * @param id           the id
     * @throws IOException where the distribution can't be read
     */
    public static void requireNew(Distribution distribution, String id) throws IOException {
        if (modules(distribution).stream().anyMatch(module -> module.id().equals(id))) {
            throw new Refusal("モジュール " + id + " はすでにあります。別の名前にしてください",
                    "There is a module " + id + " already; choose another name");
        }
    }

    /** Reads the modules of a distribution, those that it runs and those of its catalogue. */
    static List<ModuleJar> modules(Distribution distribution) throws IOException {
        return modules(distribution.root().resolve("bundles"), distribution.root().resolve(NAME));
    }

    /** Reads the modules of some folders; a jar that is broken is none. */
    private static List<ModuleJar> modules(Path... folders) throws IOException {
        List<ModuleJar> modules = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar")).map(CatalogueFolder::read)
                        .forEach(module -> module.ifPresent(modules::add));
            }
        }
        modules.sort(Comparator.comparing(ModuleJar::id).thenComparing(ModuleJar::version, Comparator.reverseOrder()));
        return modules;
    }

    private static Optional<ModuleJar> read(Path jar) {
        try {
            return ModuleJar.read(jar);
        } catch (LedgerException broken) {
            return Optional.empty();
        }
    }

    /**
     * Puts a module's jar into the catalogue.
     *
     * @param jar the module
     * @throws IOException where the folder can't be written
     * @throws Refusal     where the catalogue has the same version of it with other contents
     */
    public void add(ModuleJar jar) throws IOException {
        for (ModuleJar there : modules()) {
            if (there.id().equals(jar.id()) && there.version().equals(jar.version())) {
                if (there.digest().equals(jar.digest())) {
                    return;
                }
                throw new Refusal(jar.id() + " " + jar.version() + " は、中身の違うものがカタログにあります(" + there.path().getFileName()
                        + ")。版番号を上げてください",
                        "The catalogue has another " + jar.id() + " " + jar.version() + " ("
                                + there.path().getFileName()
                                + "); give this one a higher version");
            }
        }
        // Under its own name only once it is whole.
        Path part = path.resolve(jar.path().getFileName() + ".part");
        try {
            Files.copy(jar.path(), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, path.resolve(jar.id() + "-" + jar.version() + ".jar"), StandardCopyOption.ATOMIC_MOVE);
        } catch (AccessDeniedException denied) {
            throw new Refusal("カタログに書き込めません: " + path + "。書き込める利用者で実行してください",
                    "Cannot write to the catalogue " + path + "; run this as a user who can");
        }
    }
}
