package org.daicho.cli.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewChapterTest {

    @TempDir
    Path folder;

    private Sdk sdk;

    @BeforeEach
    void sdk() throws IOException {
        Path template = folder.resolve("sdk/chapter");
        Files.createDirectories(template.resolve("src/example"));
        Files.writeString(template.resolve("pom.xml"), "org.daicho.chapter.example @sdk@");
        Files.writeString(template.resolve("src/example/ExampleChapter.java"), "class ExampleChapter");
        Files.writeString(folder.resolve("sdk/README.md"), "SDK");
        sdk = Sdk.at(folder.resolve("sdk"));
    }

    @Test
    void bearsItsOwnNameEverywhereAndPointsToTheSdk() throws IOException {
        Path out = folder.resolve("lending");
        assertEquals(out.resolve("target/org.daicho.chapter.lending-1.0.0.jar"),
                new NewChapter("lending").writeFor(out, sdk));
        assertEquals("class LendingChapter", Files.readString(out.resolve("src/lending/LendingChapter.java")));
        assertEquals("org.daicho.chapter.lending " + sdk.root().toUri(), Files.readString(out.resolve("pom.xml")));
        assertFalse(Files.exists(out.resolve("sdk")));
    }

    @Test
    void carriesAnSdkOfItsOwnWhereNoneIsNamed() throws IOException {
        Path out = folder.resolve("lending");
        new NewChapter("lending").writeWith(out, sdk);
        assertEquals("org.daicho.chapter.lending file://${project.basedir}/sdk",
                Files.readString(out.resolve("pom.xml")));
        assertEquals("SDK", Files.readString(out.resolve("sdk/README.md")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9lives", "Lending", "a-b", "", "new", "int", "modules", "system"})
    void aNameThatNoModuleOrPackageCanHaveIsRefused(String name) {
        assertThrows(Refusal.class, () -> new NewChapter(name));
    }

    @Test
    void nothingIsWrittenOverAndAnSdkHasATemplate() {
        assertThrows(Refusal.class, () -> new NewChapter("lending").writeFor(folder, sdk));
        Refusal none = assertThrows(Refusal.class, () -> Sdk.at(folder));
        assertTrue(none.getMessage().contains("./daicho sdk"), none.getMessage());
    }
}
