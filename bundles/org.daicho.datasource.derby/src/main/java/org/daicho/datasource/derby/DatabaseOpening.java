package org.daicho.datasource.derby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database from what lies on the disk to running: made at the first start, encrypted anew where a next key
 * lies ready, else simply started. Each step may be cut off anywhere and is completed by the next start.
 */
final class DatabaseOpening {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOpening.class);

    /** Derby keeps the algorithm of a database with an external key nowhere, so every start has to name it. */
    static final String CIPHER = "dataEncryption=true;encryptionAlgorithm=AES/CBC/NoPadding;";
    private static final String WRONG_KEY = "XBCXK";
    private static final String LOCKED = "XSDB6";

    private final DerbySettings settings;
    private final Path database;
    private final KeyFolder keys;

    DatabaseOpening(DerbySettings settings) {
        this.settings = settings;
        this.database = settings.database();
        this.keys = new KeyFolder(settings.keys());
    }

    /**
     * Starts the database.
     *
     * @throws IOException where a file or folder cannot be read or written
     * @throws SQLException where a database that had started does not stop again
     * @throws DatabaseRefusedException where the database or its key is not as it should be
     */
    void run() throws IOException, SQLException {
        Optional<DatabaseKey> next = keys.next();
        if (!Files.exists(database)) {
            create(next.isPresent());
        } else if (next.isPresent()) {
            changeKey(next.get());
        } else if (!starts(keys.current().orElseThrow(this::missingKey))) {
            throw wrongKey(keys.currentFile().toString());
        }
    }

    /** The key is durable before the database exists, and the database appears under its name only when complete. */
    private void create(boolean withNext) throws IOException, SQLException {
        if (withNext) {
            keys.promoteNext(); // Nothing was encrypted with the present one.
        }
        Optional<DatabaseKey> current = keys.current();
        DatabaseKey key = current.isPresent() ? current.get() : keys.create();

        PrivateFiles.deleteTree(settings.creating());
        PrivateFiles.makeFolder(settings.creating());
        Path fresh = settings.creating().resolve("database");
        // The territory of a database is fixed when it is made; without it that of the host would decide.
        start(fresh, key, "create=true;territory=ja_JP;collation=UCS_BASIC;");
        DerbyEngine.stop(fresh);
        PrivateFiles.closeToOthers(fresh);
        PrivateFiles.forceTree(fresh);
        PrivateFiles.move(fresh, database);
        PrivateFiles.deleteTree(settings.creating());

        if (!starts(key)) {
            throw wrongKey(keys.currentFile().toString());
        }
        LOG.info("暗号化されたデータベース {} を作成しました。 / Created the encrypted database {}.", database, database);
    }

    private void changeKey(DatabaseKey next) throws IOException, SQLException {
        Optional<DatabaseKey> current = keys.current();
        // Starting with the old key first takes back what an earlier attempt left unfinished.
        if (current.isPresent() && starts(current.get())) {
            if (!current.get().equals(next)) {
                DerbyEngine.stop(database);
                encryptAnew(current.get(), next);
                DerbyEngine.stop(database);
                if (!starts(next)) {
                    throw wrongKey(keys.nextFile().toString());
                }
            }
        } else if (!starts(next)) {
            throw wrongKey(
                    current.isPresent() ? keys.currentFile() + ", " + keys.nextFile() : keys.nextFile().toString());
        }
        keys.promoteNext();
        LOG.info("データベースの鍵を交換しました。鍵ファイルは {} です。 / Changed the key of the database; the key file is {}.",
                keys.currentFile(), keys.currentFile());
    }

    private void encryptAnew(DatabaseKey current, DatabaseKey next) {
        try {
            start(database, current, "newEncryptionKey=" + next.hex() + ";");
        } catch (SQLException e) {
            throw new DatabaseRefusedException(
                    "データベース " + database + " の鍵を交換できませんでした(" + reason(e) + ")。今の鍵で続けるには " + keys.nextFile()
                            + " を取り除いて起動し直してください。",
                    "The key of the database " + database + " could not be changed (" + reason(e)
                            + "); to go on with the present key remove " + keys.nextFile() + " and start again.",
                    shown(e, current, next));
        }
    }

    /** Starts the database and says whether the key was the right one. */
    private boolean starts(DatabaseKey key) {
        try {
            start(database, key, "");
            return true;
        } catch (SQLException e) {
            if (has(e, WRONG_KEY)) {
                return false;
            }
            if (has(e, LOCKED)) {
                throw FolderLock.inUse(settings.data(), shown(e, key));
            }
            throw new DatabaseRefusedException(
                    "データベース " + database + " を開けません(" + reason(e) + ")。" + settings.log().resolve("derby.log")
                            + " を確かめるか、バックアップから復元してください。",
                    "The database " + database + " cannot be opened (" + reason(e) + "); see "
                            + settings.log().resolve("derby.log") + " or restore a backup.",
                    shown(e, key));
        }
    }

    private void start(Path folder, DatabaseKey key, String more) throws SQLException {
        DerbyEngine.start(settings, folder, CIPHER + more + "encryptionKey=" + key.hex());
    }

    private DatabaseRefusedException missingKey() {
        return new DatabaseRefusedException(
                "データベース " + database + " の鍵ファイル " + keys.currentFile() + " がありません。元の場所に戻してから起動し直してください。",
                "The key file " + keys.currentFile() + " of the database " + database
                        + " is missing; put it back and start again.",
                null);
    }

    private DatabaseRefusedException wrongKey(String files) {
        return new DatabaseRefusedException(
                "鍵ファイル " + files + " の鍵ではデータベース " + database + " を開けません。このデータベースの鍵ファイルを戻してから起動し直してください。",
                "The key in " + files + " does not open the database " + database
                        + "; put back the key file of this database and start again.",
                null);
    }

    private static boolean has(SQLException thrown, String state) {
        for (SQLException e = thrown; e != null; e = e.getNextException()) {
            if (state.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** What Derby says last is what was wrong first. SQL states only: its texts may quote the connection's URL. */
    private static String reason(SQLException thrown) {
        SQLException last = thrown;
        while (last.getNextException() != null) {
            last = last.getNextException();
        }
        return "Derby " + last.getSQLState();
    }

    /** The exception as a cause to be logged, or null where it quotes a key. */
    private static SQLException shown(SQLException thrown, DatabaseKey... secrets) {
        for (Throwable e : thrown) {
            for (DatabaseKey secret : secrets) {
                if (e.toString().contains(secret.hex())) {
                    return null;
                }
            }
        }
        return thrown;
    }
}
