package org.daicho.access.internal.directory;

import java.time.LocalDate;

import org.daicho.ledger.value.Entry;

/**
 * A registered terminal (8-2(13)①).
 *
 * @param id         the id of its entry in {@code access.terminals}
 * @param name       what people call it
 * @param asset      the id of its entry in 様式1, or {@code null} where it was registered without that chapter
 * @param hash       the SHA-256 of its value, base64url
 * @param registered the day it was registered
 * @param revoked    whether it was taken back
 */
public record Terminal(String id, String name, String asset, String hash, LocalDate registered, boolean revoked) {

    static Terminal of(Entry entry) {
        return new Terminal(entry.id(), entry.fields().text("name"), entry.fields().text("asset"),
                entry.fields().text("terminalHash"), entry.fields().date("registeredOn"),
                entry.state().equals("revoked"));
    }

    @Override
    public String toString() {
        return "Terminal[" + name + "]";
    }
}
