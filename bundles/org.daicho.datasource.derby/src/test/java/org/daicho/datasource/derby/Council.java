package org.daicho.datasource.derby;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folders of a council under test, with a table of notes. */
record Council(Path data, Path keys) {
    static Council in(Path folder) {
        return new Council(folder.resolve("data"), folder.resolve("keys"));
    }

    Path keyFile() {
        return keys.resolve("database.key");
    }

    Path nextKeyFile() {
        return keys.resolve("database.key.next");
    }

    DerbyDatabase open() {
        return DerbyDatabase.open(data, keys);
    }

    /** Makes the database with its table and stops it again. */
    void create() throws SQLException {
        try (DerbyDatabase database = open();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text VARCHAR(4000) NOT NULL)");
        }
    }

    void write(int firstId, int count, String text) throws SQLException {
        try (DerbyDatabase database = open();
                Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO notes VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int id = firstId; id < firstId + count; id++) {
                insert.setInt(1, id);
                insert.setString(2, text);
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    /** Opens the database and counts the notes with this text. */
    int count(String text) throws SQLException {
        try (DerbyDatabase database = open();
                Connection connection = database.dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM notes WHERE text = ?")) {
            query.setString(1, text);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    /** Every file of the database and the keys with its digest. */
    Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        for (Path root : new Path[]{data.resolve("database"), keys}) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(file -> state.put(file.toString(), digest(file)));
            }
        }
        return state;
    }

    /** Every file of the database with its size, as far as it is still there when looked at. */
    Map<String, Long> sizes() {
        Map<String, Long> sizes = new TreeMap<>();
        for (String part : new String[]{"", "seg0", "log"}) {
            String[] names = data.resolve("database").resolve(part).toFile().list();
            for (String name : names == null ? new String[0] : names) {
                sizes.put(part + "/" + name, data.resolve("database").resolve(part).resolve(name).toFile().length());
            }
        }
        return sizes;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
