package org.daicho.chapter.council.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clauses of the whole procedure in its order, each with the modules that see to it, so that the board also names what
 * is not installed.
 */
final class Procedure {

    private Procedure() {
    }

    /** Reads the modules of each clause. */
    static Map<String, List<String>> modulesByClause() {
        try (InputStream in = Procedure.class.getResourceAsStream("procedure.txt")) {
            Map<String, List<String>> modules = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" "))
                    .forEach(parts -> modules.put(parts[0], List.of(parts[1].split(","))));
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
