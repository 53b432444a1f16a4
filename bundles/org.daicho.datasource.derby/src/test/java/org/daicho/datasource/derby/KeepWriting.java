package org.daicho.datasource.derby;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** Run as a process of its own: writes notes on four connections until killed, prints each id once committed. */
final class KeepWriting {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private KeepWriting() {
    }

    public static void main(String[] arguments) {
        DerbyDatabase database = DerbyDatabase.open(Path.of(arguments[0]), Path.of(arguments[1]));
        for (int writer = 0; writer < 4; writer++) {
            new Thread(() -> write(database.dataSource())).start();
        }
    }

    private static void write(DataSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection
                        .prepareStatement("INSERT INTO notes VALUES (?, 'acknowledged')")) {
            connection.setAutoCommit(false);
            while (true) {
                int id = NEXT.incrementAndGet();
                insert.setInt(1, id);
                insert.executeUpdate();
                connection.commit();
                System.out.println("committed " + id);
            }
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
