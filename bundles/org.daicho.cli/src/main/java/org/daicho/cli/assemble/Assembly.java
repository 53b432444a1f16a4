package org.daicho.cli.assemble;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.daicho.cli.assemble.CouncilFile.Wanted;
import org.daicho.cli.refusal.Refusal;
import org.daicho.resolver.CatalogueIndex;
import org.daicho.resolver.IndexedBundle;
import org.daicho.resolver.JarDigest;
import org.daicho.resolver.ModuleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * One distribution that is made from another: the bundles that its modules need, and the others in its catalogue.
 */
public final class Assembly {

    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    private final Path source;
    private final Path sdk;
    private final String name;
    private final CouncilFile council;
    private final List<Wanted> wanted;

    /**
     * Makes an assembly.
     *
     * @param source  the distribution that it takes everything from
     * @param sdk     the SDK that it carries, where that folder is there
     * @param name    the council's id, and the name of the zip
     * @param council what is known about the council
     * @param wanted  the modules
     * @throws Refusal where the name cannot be one, or the file says another
     */
    public Assembly(Path source, Path sdk, String name, CouncilFile council, List<Wanted> wanted) {
        if (!name.matches(NAME)) {
            throw new Refusal("--name のこの名前は使えません: " + name + "。小文字の英字で始まる、英数字とハイフン40字までにしてください",
                    "This --name cannot be used: " + name
                            + "; up to 40 lower-case letters, digits and hyphens, a letter first");
        }
        if (council.id() != null && !council.id().id().equals(name)) {
            throw new Refusal(council.id().where() + ": id(" + council.id().id() + ")が --name(" + name
                    + ")と違います。同じにしてください", "the id differs from --name; make them the same");
        }
        this.source = source;
        this.sdk = sdk;
        this.name = name;
        this.council = council;
        this.wanted = List.copyOf(wanted);
    }

    /**
     * Writes the distribution and its zip.
     *
     * @param out    a folder that is empty or not there
     * @param report where to tell what was written
     * @throws IOException where it cannot be read or written
     * @throws Refusal     where the folder is not empty, or a module is unknown or cannot be resolved
     */
    public void write(Path out, PrintWriter report) throws IOException {
        OutputFolder.requireEmpty(out);
        try (Pool pool = Pool.open(source)) {
            Set<String> modules = known(pool.modules());
            Set<BundleRevision> needed = Closure.of(pool, Base.read(source), modules);
            OutputFolder target = OutputFolder.create(out);
            try {
                lay(pool, needed, target);
                Path zip = target.root().resolve(name + ".zip");
                DistributionZip.write(target.root(), name, zip);
                report.println(name + ": " + String.join(", ", modules) + " (" + needed.size()
                        + " bundles; catalogue: " + rest(pool, needed) + ")");
                report.println(JarDigest.of(zip) + "  " + zip);
            } catch (IOException | RuntimeException failure) {
                target.clear();
                throw failure;
            }
        }
    }

    private Set<String> known(Set<String> known) {
        Set<String> ids = new TreeSet<>();
        for (Wanted each : wanted) {
            if (!known.contains(each.id())) {
                String where = each.where() == null ? "" : each.where() + ": ";
                String list = String.join(", ", known);
                throw new Refusal(where + "モジュール " + each.id() + " はありません(あるもの: " + list + ")",
                        "There is no module " + each.id() + " (there is: " + list + ")");
            }
            ids.add(each.id());
        }
        return ids;
    }

    private void lay(Pool pool, Set<BundleRevision> needed, OutputFolder target) throws IOException {
        target.folder("load");
        for (BundleRevision bundle : needed) {
            target.copy(pool.jar(bundle), "bundles");
        }
        List<IndexedBundle> index = new ArrayList<>();
        target.folder("catalogue");
        for (BundleRevision bundle : remaining(pool.bundles(), needed)) {
            index.add(IndexedBundle.of(bundle, target.copy(pool.jar(bundle), "catalogue")));
        }
        target.text("catalogue/" + CatalogueIndex.FILE, CatalogueIndex.write(index));
        target.copyAll(source.resolve("framework"), "framework");
        target.copyAll(source.resolve("conf"), "conf");
        if (Files.isDirectory(sdk)) {
            target.copyTree(sdk, "sdk");
        }
        CouncilConfiguration configuration = new CouncilConfiguration(name, council);
        target.text("conf/council.json", configuration.councilJson());
        target.delete("conf/port.json");
        if (council.port() != null) {
            target.text("conf/port.json", configuration.portJson());
        }
        target.copy(source.resolve("LICENSE"), "");
        target.executable(target.copy(source.resolve("daicho"), ""));
        target.text(Digests.FILE, Digests.sums(target.root()));
    }

    private static List<BundleRevision> remaining(Collection<BundleRevision> all, Set<BundleRevision> needed) {
        return all.stream().filter(bundle -> !needed.contains(bundle)).toList();
    }

    private static String rest(Pool pool, Set<BundleRevision> needed) {
        String ids = remaining(pool.bundles(), needed).stream().flatMap(bundle -> ModuleCapability.ids(bundle).stream())
                .sorted()
                .distinct().collect(Collectors.joining(", "));
        return ids.isEmpty() ? "–" : ids;
    }
}
