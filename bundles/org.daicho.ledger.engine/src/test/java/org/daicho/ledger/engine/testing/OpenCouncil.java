package org.daicho.ledger.engine.testing;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A field of type {@link Council} that holds, in each test, one of its own on an empty database, open with {@link Loans}
 * before the test's own {@code @BeforeEach} and closed after its {@code @AfterEach}.
 */
@ExtendWith(OpenCouncil.Opening.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenCouncil {

    /** Opens the council. */
    final class Opening implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) throws Exception {
            Opened opened = new Opened(Files.createTempDirectory("keys"));
            context.getStore(Namespace.create(OpenCouncil.class)).put(OpenCouncil.class, opened);
            opened.council = new Council(opened.keys);
            for (Field field : AnnotationSupport.findAnnotatedFields(context.getRequiredTestClass(),
                    OpenCouncil.class)) {
                field.setAccessible(true);
                field.set(context.getRequiredTestInstance(), opened.council);
            }
        }
    }

    /** What JUnit closes when the test is over, whatever became of it. */
    final class Opened implements CloseableResource {

        private final Path keys;
        private Council council;

        private Opened(Path keys) {
            this.keys = keys;
        }

        @Override
        public void close() throws Exception {
            try {
                if (council != null) {
                    council.close();
                }
            } finally {
                delete();
            }
        }

        private void delete() throws IOException {
            try (Stream<Path> files = Files.walk(keys)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
