package org.daicho.ledger.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.daicho.ledger.spi.LedgerModule;

/**
 * The definitions that a module carries as {@code definitions/<ledger>.json}.
 */
public final class Definitions {

    private Definitions() {
    }

    /**
     * Reads definitions.
     *
     * @param owner   a class of the module
     * @param ledgers the ledgers' ids
     * @return the definitions, for {@link LedgerModule#definitions()}
     * @throws IllegalArgumentException where the module lacks one of the files
     */
    public static List<String> of(Class<?> owner, String... ledgers) {
        return of(owner, List.of(ledgers));
    }

    /** Reads definitions, as {@link #of(Class, String...)} does. */
    public static List<String> of(Class<?> owner, List<String> ledgers) {
        return ledgers.stream().map(ledger -> read(owner, "/definitions/" + ledger + ".json")).toList();
    }

    private static String read(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(owner.getName() + " has no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
