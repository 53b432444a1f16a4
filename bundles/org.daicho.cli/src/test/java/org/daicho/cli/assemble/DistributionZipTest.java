package org.daicho.cli.assemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionZipTest {

    @TempDir
    Path folder;

    private Path lay(String name, String... files) throws IOException {
        Path root = folder.resolve(name);
        Files.createDirectories(root.resolve("load"));
        for (String file : files) {
            Files.writeString(root.resolve(file), "the same " + file);
        }
        Files.setPosixFilePermissions(root.resolve("daicho"), PosixFilePermissions.fromString("rwxr-xr-x"));
        return root;
    }

    private Path zip(Path root) throws IOException {
        Path zip = folder.resolve(root.getFileName() + ".zip");
        DistributionZip.write(root, "council", zip);
        return zip;
    }

    @Test
    void theSameFilesAreTheSameBytesWhateverTheirTimesOrderAndZone() throws IOException {
        Path one = zip(lay("one", "a.txt", "daicho", "b.txt"));
        Path root = lay("two", "daicho", "b.txt", "a.txt");
        Files.setLastModifiedTime(root.resolve("a.txt"), FileTime.fromMillis(0));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Honolulu"));
            assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(zip(root)));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void entriesAreSortedBelowOneFolder() throws IOException {
        try (ZipFile zip = new ZipFile(zip(lay("one", "b.txt", "daicho", "a.txt")).toFile())) {
            assertEquals(List.of("council/", "council/a.txt", "council/b.txt", "council/daicho", "council/load/"),
                    zip.stream().map(Object::toString).toList());
        }
    }

    @Test
    void onlyTheScriptMayBeExecutedOnceUnpacked() throws IOException {
        Path zip = zip(lay("one", "a.txt", "daicho"));
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()),
                Map.of("enablePosixFileAttributes", "true"))) {
            assertEquals("rwxr-xr-x", mode(files.getPath("council/daicho")));
            assertEquals("rw-r--r--", mode(files.getPath("council/a.txt")));
            assertEquals("rwxr-xr-x", mode(files.getPath("council/load")));
            assertEquals("the same daicho", Files.readString(files.getPath("council/daicho")));
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
