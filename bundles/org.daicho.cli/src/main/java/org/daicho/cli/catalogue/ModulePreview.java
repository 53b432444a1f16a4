package org.daicho.cli.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.daicho.cli.assemble.Closures;
import org.daicho.cli.launch.Distribution;
import org.daicho.cli.refusal.Refusal;
import org.daicho.ledger.LedgerException;
import org.daicho.resolver.ModuleJar;

/**
 * What a jar would bring to a distribution, without running any of it.
 *
 * @param jar       the module
 * @param ledgers   its ledgers
 * @param catalogue the file names of the bundles that come along from the catalogue
 */
public record ModulePreview(ModuleJar jar, List<LedgerPreview> ledgers, List<String> catalogue) {

    /**
     * Looks at a jar.
     *
     * @param distribution what it would be added to
     * @param file         the jar
     * @return what it would bring
     * @throws IOException where the distribution can't be read
     * @throws Refusal     with the first thing that the jar would be refused for
     */
    public static ModulePreview of(Distribution distribution, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("ファイルがありません: " + file, "There is no file " + file);
        }
        ModuleJar jar = read(file);
        requireOwn(distribution, jar);
        List<LedgerPreview> ledgers = new ArrayList<>();
        for (String definition : jar.definitions()) {
            ledgers.add(LedgerPreview.of(jar.id(), definition));
        }
        if (ledgers.isEmpty()) {
            throw new Refusal(file.getFileName() + " に台帳の定義(definitions/*.json)がありません",
                    file.getFileName() + " has no definition of a ledger (definitions/*.json)");
        }
        return new ModulePreview(jar, ledgers, needed(distribution, jar));
    }

    private static ModuleJar read(Path file) {
        try {
            return ModuleJar.require(file);
        } catch (LedgerException refusal) {
            throw new Refusal(refusal.text().ja(), refusal.text().en());
        }
    }

    /** A module is one bundle's: a newer version takes the place of the older one. */
    private static void requireOwn(Distribution distribution, ModuleJar jar) throws IOException {
        for (ModuleJar other : CatalogueFolder.modules(distribution)) {
            if (other.id().equals(jar.id()) && !other.symbolicName().equals(jar.symbolicName())) {
                throw new Refusal("モジュール " + jar.id() + " はバンドル " + other.symbolicName() + " のものです。別のIDにしてください",
                        "The module " + jar.id() + " is the bundle " + other.symbolicName() + "'s; choose another id");
            }
        }
    }

    private static List<String> needed(Distribution distribution, ModuleJar jar) throws IOException {
        Path catalogue = distribution.root().resolve(CatalogueFolder.NAME);
        try (Closures closures = Closures.of(distribution.root(), jar.path().toAbsolutePath())) {
            return closures.jars(List.of(jar.id())).stream().filter(each -> each.startsWith(catalogue))
                    .map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
