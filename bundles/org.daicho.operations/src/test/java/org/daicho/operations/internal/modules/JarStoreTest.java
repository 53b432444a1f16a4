package org.daicho.operations.internal.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.resolver.JarDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarStoreTest {

    @TempDir
    Path folder;

    @Test
    void aJarIsKeptUnderItsDigestAndFoundAgain() throws IOException {
        JarStore store = new JarStore(folder.resolve("modules"));
        Path jar = Files.writeString(folder.resolve("a.jar"), "content");
        String digest = JarDigest.of(jar);
        Path kept = store.keep(jar, digest);
        Files.delete(jar);
        assertEquals(Optional.of(kept), store.find(digest));
        assertEquals("content", Files.readString(kept));
    }

    @Test
    void aJarThatChangedMeanwhileIsNotKept() throws IOException {
        JarStore store = new JarStore(folder.resolve("modules"));
        Path jar = Files.writeString(folder.resolve("a.jar"), "content");
        assertThrows(IOException.class, () -> store.keep(jar, "00"));
        try (Stream<Path> left = Files.list(folder.resolve("modules"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aDamagedJarIsNotFound() throws IOException {
        JarStore store = new JarStore(folder.resolve("modules"));
        Path jar = Files.writeString(folder.resolve("a.jar"), "content");
        String digest = JarDigest.of(jar);
        Files.writeString(store.keep(jar, digest), "contents");
        assertEquals(Optional.empty(), store.find(digest));
    }

    @Test
    void whatIsNotNeededGoesWithHalvesOfCopies() throws IOException {
        JarStore store = new JarStore(folder.resolve("modules"));
        String[] digests = new String[2];
        for (int i = 0; i < 2; i++) {
            Path jar = Files.writeString(folder.resolve(i + ".jar"), "content " + i);
            digests[i] = JarDigest.of(jar);
            store.keep(jar, digests[i]);
        }
        Files.writeString(folder.resolve("modules").resolve("copy123.tmp"), "half");
        store.retain(Set.of(digests[1]));
        try (Stream<Path> left = Files.list(folder.resolve("modules"))) {
            assertEquals(digests[1] + ".jar", left.map(Path::getFileName).map(Path::toString)
                    .reduce((a, b) -> a + "," + b).orElse(""));
        }
    }
}
