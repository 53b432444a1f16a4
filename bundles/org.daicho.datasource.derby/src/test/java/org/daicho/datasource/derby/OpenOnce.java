package org.daicho.datasource.derby;

import java.nio.file.Path;

/** Run as a process of its own: opens the database and closes it, exit 1 with the message where it is refused. */
final class OpenOnce {
    private OpenOnce() {
    }

    public static void main(String[] arguments) {
        try {
            DerbyDatabase.open(Path.of(arguments[0]), Path.of(arguments[1])).close();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
