package org.daicho.itest.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class the one {@code ogikubo} and its {@link Office} that all who ask for them share: a {@code @BeforeAll}
 * takes a {@link DaichoProcess}, an {@link Office}, or the data folder as a {@link Path}. It is started when the first
 * asks and runs until this Java ends, so it is for classes that neither stop it nor count what others may enter too; who
 * needs an account of a state of its own makes one.
 */
final class SharedOffice implements ParameterResolver {

    /** The system of this Java. */
    private static final class Running {

        static final Path FOLDER;
        static final DaichoProcess PROCESS;
        static final Office OFFICE;

        static {
            try {
                FOLDER = Files.createTempDirectory("shared");
                PROCESS = DaichoProcess.run("ogikubo", data());
                Runtime.getRuntime().addShutdownHook(new Thread(Running::end));
                OFFICE = Office.open(PROCESS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Path data() {
            return FOLDER.resolve("data");
        }

        /** Not only one test has used it: its log bears the name of none. */
        private static void end() {
            try {
                PROCESS.close();
                ModuleSystem.deleteAll(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DaichoProcess.class || type == Office.class || type == Path.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Office.class ? Running.OFFICE : type == DaichoProcess.class ? Running.PROCESS : Running.data();
    }
}
