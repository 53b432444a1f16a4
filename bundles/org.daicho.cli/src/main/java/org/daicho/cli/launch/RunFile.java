package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

import org.daicho.cli.refusal.Refusal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code DATA/run.json}: where a running system serves, and the token for the commands that talk to it. Its owner alone
 * may read it, from the moment that it is there. A process that is killed leaves it behind; its token is then dead.
 *
 * @param host  the address that the system listens on
 * @param port  the port that it listens on
 * @param token a token with the role {@code operator}
 * @param pid   the system's process
 * @param since when that process started
 * @param distribution the folder of the distribution that it runs
 */
public record RunFile(String host, int port, String token, long pid, Instant since, Path distribution) {

    private static final String NAME = "run.json";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads the file of the system that runs on a data folder.
     *
     * @param data the data folder
     * @return the file, or empty where no system runs there: no file, or one of a process that is gone
     * @throws Refusal where the file cannot be read
     */
    public static Optional<RunFile> ofRunning(Path data) {
        return read(data.resolve(NAME))
                .filter(run -> ProcessHandle.of(run.pid).isPresent() && DataFolder.isHeld(data));
    }

    private static Optional<RunFile> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new RunFile(json.required("host").asText(), json.required("port").asInt(),
                    json.required("token").asText(), json.required("pid").asLong(),
                    Instant.parse(json.required("since").asText()), Path.of(json.required("distribution").asText())));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException | RuntimeException broken) {
            throw new Refusal(file + " の中身が壊れています。システムを停止して、もう一度起動してください",
                    file + " is damaged; stop the system and start it again");
        } catch (IOException unreadable) {
            throw new Refusal(file + " を読めません。システムを起動した利用者で実行してください",
                    "Cannot read " + file + "; run this as the user who started the system");
        }
    }

    /** Writes the file, whole at once. */
    void write(Path data) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("host", host).put("port", port).put("token", token)
                .put("pid", pid).put("since", since.toString()).put("distribution", distribution.toString());
        Path part = data.resolve(NAME + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, forOwnerOnly(data));
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
        Files.move(part, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] forOwnerOnly(Path data) throws IOException {
        return Files.getFileStore(data).supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** Deletes the file; only who holds the data folder may. */
    static void delete(Path data) {
        try {
            Files.deleteIfExists(data.resolve(NAME));
        } catch (IOException failure) {
            throw new Refusal("データフォルダーに書き込めません: " + data, "Cannot write to the data folder " + data);
        }
    }

    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "RunFile[" + host + ":" + port + ", pid " + pid + "]";
    }
}
