package org.daicho.itest.subsets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.daicho.cli.launch.DaichoRuntime;
import org.daicho.cli.launch.Distribution;
import org.daicho.cli.launch.Settings;
import org.daicho.cli.launch.StopHook;

/**
 * Starts one distribution after the other in one Java, with the class path and by the code of {@code ./daicho run}: a Java
 * for each would take most of the time. Each line of input names a distribution and a data folder; it answers with the
 * address, and stops at the next line, which it answers too.
 */
public final class SubsetProcess {

    private SubsetProcess() {
    }

    /**
     * Serves until its input ends.
     *
     * @param args none
     * @throws Exception where a distribution does not start
     */
    public static void main(String[] args) throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] folders = line.split("\t");
                serve(Path.of(folders[0]), Path.of(folders[1]), lines);
                System.out.println("stopped");
            }
        } finally {
            StopHook.exiting();
        }
        System.exit(0); // some library's thread may be left
    }

    private static void serve(Path distribution, Path data, BufferedReader lines) throws Exception {
        Settings settings = Settings.read(Distribution.at(distribution), distribution, Map.of(), 0, data);
        try (DaichoRuntime runtime = DaichoRuntime.launch(settings)) {
            runtime.awaitReady();
            System.out.println(runtime.readyLine());
            lines.readLine();
        } catch (IOException | RuntimeException failure) {
            System.err.println("daicho: " + failure.getMessage());
            throw failure;
        }
    }
}
