package org.daicho.cli.assemble;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.cli.refusal.Refusal;

/**
 * What every runtime is made of, whatever its chapters: the hand-written requirements that the build's own resolver reads
 * too, from the same file.
 *
 * @param bundles  the symbolic names of the bundles that are required
 * @param services the types of services that are there without a bundle that declares them
 */
record Base(List<String> bundles, List<String> services) {

    /** The file, in the distribution. */
    static final String FILE = "framework/base.bndrun";

    private static final Pattern BUNDLE = Pattern.compile("bnd\\.identity;\\s*id='([\\w.-]+)'");
    private static final Pattern SERVICE = Pattern.compile("objectClass:List<String>='([\\w.]+)'");

    static Base read(Path distribution) {
        Path file = distribution.resolve(FILE);
        Properties bndrun = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bndrun.load(reader);
        } catch (IOException failure) {
            throw new Refusal("配布物がそろっていません: " + file, "This distribution lacks " + file);
        }
        List<String> bundles = new ArrayList<>();
        for (String key : bndrun.stringPropertyNames()) {
            if (key.startsWith("-runrequires")) {
                for (String clause : bndrun.getProperty(key).split(",")) {
                    Matcher bundle = BUNDLE.matcher(clause.strip());
                    if (!bundle.matches()) {
                        throw new Refusal("読めない行があります: " + file + ": " + clause,
                                "Not understood in " + file + ": " + clause);
                    }
                    bundles.add(bundle.group(1));
                }
            }
        }
        return new Base(bundles.stream().sorted().toList(),
                SERVICE.matcher(bndrun.getProperty("-runsystemcapabilities", "")).results()
                        .map(found -> found.group(1)).toList());
    }
}
