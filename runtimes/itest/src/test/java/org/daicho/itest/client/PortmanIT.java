package org.daicho.itest.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.itest.outside.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What portman derives from the document of one of the staff passes in newman.
 */
@Tag("all")
class PortmanIT {

    @Test
    void newmanRunsWhatPortmanDerives(@TempDir Path folder) throws Exception {
        Node node = new Node(Files.createDirectory(folder.resolve("client")));
        try (Council council = new Council(folder)) {
            Files.write(node.file("told.json"), council.as("okada").get(Council.DOCUMENT).expect(200).bytes());
            String printed = node.run(Map.of("DAICHO_URL", "http://127.0.0.1:" + council.port(), "DAICHO_TOKEN",
                    council.tokens().get("okada")), "portman.mjs");
            Matcher matcher = Pattern.compile("(\\d+) requests, (\\d+) assertions").matcher(printed);
            assertTrue(matcher.find() && Integer.parseInt(matcher.group(2)) > 500, printed);
        }
    }
}
