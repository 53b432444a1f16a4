package org.daicho.cli.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.daicho.cli.assemble.OutputFolder;
import org.daicho.cli.refusal.Refusal;

/**
 * An SDK: a Maven repository with the API, the kit and what the kit runs on, and beside it the template of a chapter.
 *
 * @param root its folder
 */
public record Sdk(Path root) {

    /** The folder of the template. */
    private static final String TEMPLATE = "chapter";

    /**
     * Finds an SDK.
     *
     * @param root its folder
     * @return the SDK
     * @throws Refusal where there is none
     */
    public static Sdk at(Path root) {
        Sdk sdk = new Sdk(root.toAbsolutePath().normalize());
        if (!Files.isRegularFile(sdk.template().resolve("pom.xml"))) {
            throw new Refusal("SDK がありません: " + sdk.root + "。ソースのチェックアウトで ./daicho sdk を実行し、できたフォルダーを指定してください",
                    "There is no SDK in " + sdk.root + "; write one with ./daicho sdk in a checkout of the sources, and"
                            + " name its folder");
        }
        return sdk;
    }

    /**
     * Writes it once more.
     *
     * @param out a folder that is empty or not there
     * @return the copy
     * @throws IOException where it can't be read or written
     * @throws Refusal     where the folder is not empty
     */
    public Sdk write(Path out) throws IOException {
        OutputFolder target = OutputFolder.create(out);
        target.copyTree(root, "");
        return new Sdk(target.root());
    }

    /** Returns the folder of the chapter that all others begin as. */
    Path template() {
        return root.resolve(TEMPLATE);
    }
}
