package org.daicho.ledger.value;

import java.util.Locale;

/**
 * What a person is to the council; the procedures give rights to roles, never to accounts.
 */
public enum Role {
    /** 管理責任者, the responsible manager (1-3). */
    MANAGER,
    /** 管理責任者の代行, acting for the manager within dates and scope (1-3). */
    DEPUTY,
    /** 事務局職員, secretariat staff (1-2(1)). */
    STAFF,
    /** 委員, council member (1-2(1)). */
    MEMBER,
    /** 事務取扱担当者, a person whom 様式7 names; never granted by hand (8-1(1)). */
    HANDLER,
    /** IT担当, who runs the system and reads no ledger of the procedures. */
    OPERATOR;

    /**
     * Returns the name that REST and definitions use.
     *
     * @return the lower-case name, such as {@code manager}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
