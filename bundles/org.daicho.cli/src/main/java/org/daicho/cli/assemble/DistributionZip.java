package org.daicho.cli.assemble;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a folder as a zip whose bytes depend on nothing but names, contents and who may execute a file. Entries are stored,
 * not deflated: nearly all are jars already, and two builds of zlib need not agree.
 * <p>
 * The JDK writes no Unix permissions, so they are put into the central directory afterwards (PKWARE APPNOTE 4.3.12, 4.3.16).
 */
final class DistributionZip {

    /** Not January 1980: the JDK takes that for a time before the format's first, and adds one with a zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int END_SIZE = 22;
    private static final int END_COUNT = 10;
    private static final int END_OFFSET = 16;
    private static final int HEADER_SIZE = 46;
    private static final int HEADER_LENGTHS = 28;
    private static final int HEADER_MADE_BY = 5;
    private static final int HEADER_ATTRIBUTES = 38;
    private static final byte UNIX = 3;
    private static final int FOLDER_MODE = 0040755;
    private static final int FILE_MODE = 0100644;
    private static final int EXECUTABLE_MODE = 0100755;

    private DistributionZip() {
    }

    /**
     * Writes a zip.
     *
     * @param folder what is in it
     * @param top    the folder that its entries lie in
     * @param zip    the file, which is not among them
     * @throws IOException where it cannot be written
     */
    static void write(Path folder, String top, Path zip) throws IOException {
        TreeMap<String, Path> entries = entries(folder, top);
        List<Integer> modes = new ArrayList<>();
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream target = new ZipOutputStream(out)) {
            target.setMethod(ZipOutputStream.STORED);
            for (String name : entries.keySet()) {
                modes.add(add(target, name, entries.get(name)));
            }
        }
        setModes(zip, modes);
    }

    private static TreeMap<String, Path> entries(Path folder, String top) throws IOException {
        TreeMap<String, Path> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.equals(folder) ? top : top + "/" + Digests.name(folder, file);
                entries.put(Files.isDirectory(file) ? name + "/" : name, file);
            }
        }
        return entries;
    }

    private static int add(ZipOutputStream target, String name, Path file) throws IOException {
        boolean directory = Files.isDirectory(file);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(directory ? 0 : Files.size(file));
        entry.setCrc(directory ? 0 : checksum(file));
        target.putNextEntry(entry);
        if (!directory) {
            Files.copy(file, target);
        }
        target.closeEntry();
        if (directory) {
            return FOLDER_MODE;
        }
        return Files.isExecutable(file) ? EXECUTABLE_MODE : FILE_MODE;
    }

    private static long checksum(Path file) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue();
        }
    }

    private static void setModes(Path zip, List<Integer> modes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            ByteBuffer all = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, file.length())
                    .order(ByteOrder.LITTLE_ENDIAN);
            int end = all.limit() - END_SIZE;
            if (all.getShort(end + END_COUNT) != modes.size()) {
                throw new IOException("the zip has another number of entries than were written");
            }
            int header = all.getInt(end + END_OFFSET);
            for (int mode : modes) {
                all.put(header + HEADER_MADE_BY, UNIX);
                all.putInt(header + HEADER_ATTRIBUTES, mode << Short.SIZE);
                header += HEADER_SIZE + all.getShort(header + HEADER_LENGTHS)
                        + all.getShort(header + HEADER_LENGTHS + 2)
                        + all.getShort(header + HEADER_LENGTHS + 2 * Short.BYTES);
            }
        }
    }
}
