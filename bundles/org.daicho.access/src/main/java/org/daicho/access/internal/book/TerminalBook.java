package org.daicho.access.internal.book;

import java.util.HashMap;
import java.util.Map;

import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.directory.Terminal;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.login.TokenValues;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.value.Caller;

/**
 * Writes the register of terminals (8-2(13)①). Safe for use by many threads.
 */
public final class TerminalBook {

    private final Writer writer;
    private final AccountDirectory directory;

    /** Makes a book over a ledger. */
    public TerminalBook(Ledger ledger, AccountDirectory directory) {
        this.writer = new Writer(ledger);
        this.directory = directory;
    }

    /**
     * Registers a terminal.
     *
     * @param name  what people call it
     * @param asset the id of its entry in 様式1, or {@code null} where that chapter is absent
     * @return its id, and the value that is shown once
     */
    public TokenBook.Issued register(Caller by, String name, String asset) {
        String value = TokenValues.terminal();
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", name);
        fields.put("asset", asset);
        fields.put("terminalHash", TokenValues.hash(value));
        return new TokenBook.Issued(writer.enter(by, AccessLedgers.TERMINALS, fields).id(), value);
    }

    /** Takes a terminal back; one that was taken back before stays so. */
    public void revoke(Caller by, Terminal terminal) {
        if (!terminal.revoked()) {
            writer.act(by, AccessLedgers.TERMINALS, terminal.id(), "revoke", Map.of());
        }
    }

    /** Takes back what stood for a thing that has left 様式1. */
    public void revokeOf(String asset) {
        directory.terminals().stream().filter(terminal -> asset.equals(terminal.asset()))
                .forEach(terminal -> revoke(AccessLedgers.SYSTEM, terminal));
    }
}
