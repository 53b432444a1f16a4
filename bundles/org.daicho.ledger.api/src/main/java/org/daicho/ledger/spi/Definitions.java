package org.daicho.ledger.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The definitions that a module carries as {@code definitions/<ledger>.json}.
 */
public final class Definitions {

    private Definitions() {
    }

    /**
     * Reads a definition, and writes into it the words that the ledger has in one place for all chapters:
     * {@code "@disposal.wiped"} becomes the label of {@link DisposalMethod#WIPED}, {@code "@medium.optical"} that of
     * {@link MediumKind#OPTICAL}.
     *
     * @param owner  a class of the module
     * @param ledger the ledger's id
     * @return the definition, for {@link LedgerModule#definitions()}
     * @throws IllegalArgumentException where the module has no such file
     */
    public static String of(Class<?> owner, String ledger) {
        String file = "/definitions/" + ledger + ".json";
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(owner.getName() + " has no " + file);
            }
            return fill(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String definition) {
        String filled = definition;
        for (DisposalMethod method : DisposalMethod.values()) {
            filled = filled.replace("\"@disposal." + method.name().toLowerCase(Locale.ROOT) + "\"",
                    "\"" + method.label() + "\"");
        }
        for (MediumKind kind : MediumKind.values()) {
            filled = filled.replace("\"@medium." + kind.name().toLowerCase(Locale.ROOT) + "\"",
                    "\"" + kind.label() + "\"");
        }
        return filled;
    }
}
