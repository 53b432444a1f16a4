package org.daicho.cli.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.lang.model.SourceVersion;

import org.daicho.cli.assemble.OutputFolder;
import org.daicho.cli.refusal.Refusal;
import org.daicho.ledger.LedgerException;
import org.daicho.resolver.ModuleJar;

/**
 * A chapter that is made of an SDK's template: the same files, with its own name wherever the template has its.
 */
public final class NewChapter {

    /** The template's own id; nothing else in it is spelt so. */
    private static final String ID = "example";

    /** Where the template's build file names the SDK. */
    private static final String SDK = "@sdk@";

    /** The folder in which a chapter carries an SDK of its own. */
    private static final String OWN_SDK = "sdk";

    private final String id;

    /**
     * Names a chapter.
     *
     * @param id the module's id
     * @throws Refusal where no module, or no package of Java, can be named so
     */
    public NewChapter(String id) {
        try {
            ModuleJar.requireId(id, id);
        } catch (LedgerException unfit) {
            throw new Refusal(unfit.text().ja(), unfit.text().en());
        }
        if (!SourceVersion.isName(id)) {
            throw new Refusal(id + " は Java の予約語です。別の名前にしてください", id + " is a word of Java; choose another name");
        }
        this.id = id;
    }

    /**
     * Writes the chapter, with an SDK of its own in it.
     *
     * @param out a folder that is empty or not there
     * @param sdk the SDK, which is copied
     * @return the jar that its build makes
     * @throws IOException where it can't be read or written
     * @throws Refusal     where the folder is not empty
     */
    public Path writeWith(Path out, Sdk sdk) throws IOException {
        OutputFolder target = OutputFolder.create(out);
        target.copyTree(sdk.root(), OWN_SDK);
        return write(target, sdk, "file://${project.basedir}/" + OWN_SDK);
    }

    /**
     * Writes the chapter so that it is built with an SDK that lies elsewhere.
     *
     * @param out a folder that is empty or not there
     * @param sdk the SDK, which stays where it is
     * @return the jar that its build makes
     * @throws IOException where it can't be read or written
     * @throws Refusal     where the folder is not empty
     */
    public Path writeFor(Path out, Sdk sdk) throws IOException {
        return write(OutputFolder.create(out), sdk, sdk.root().toUri().toString());
    }

    private Path write(OutputFolder target, Sdk sdk, String address) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(sdk.template())) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            target.file(named(sdk.template().relativize(file).toString()),
                    named(Files.readString(file)).replace(SDK, address));
        }
        return target.root().resolve("target").resolve("org.daicho.chapter." + id + "-1.0.0.jar");
    }

    private String named(String text) {
        return text.replace(ID, id).replace(capital(ID), capital(id));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
