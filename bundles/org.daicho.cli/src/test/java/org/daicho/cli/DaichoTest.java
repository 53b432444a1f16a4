package org.daicho.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

class DaichoTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line = Daicho.commandLine().setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @Test
    void everyCommandHelpsInBothLanguages() {
        assertEquals(0, line.execute("--help"));
        assertEveryCommandHelps();
    }

    private void assertEveryCommandHelps() {
        for (String name : line.getSubcommands().keySet()) {
            out.getBuffer().setLength(0);
            assertEquals(0, line.execute(name, "--help"), name);
            assertTrue(out.toString().chars().anyMatch(Character::isIdeographic), out::toString);
            assertTrue(out.toString().contains("Usage: daicho " + name), out::toString);
        }
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertEquals(2, line.execute());
        assertEquals(2, line.execute("fly"));
        assertEquals(2, line.execute("run", "--port", "70000"));
        assertEquals(2, line.execute("run", "--port", "many"));
    }

    @Test
    void aRefusalIsOneLineAndEndsWithOne() {
        // without the script's property there is no home, which is refused before anything is touched
        assertEquals(1, line.execute("run"));
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().startsWith("daicho: "));
    }
}
