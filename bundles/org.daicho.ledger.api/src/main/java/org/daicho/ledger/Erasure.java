package org.daicho.ledger;

/**
 * Why and how an entry's content is destroyed (3-4, 8-2(7)).
 *
 * @param reason  why it is destroyed
 * @param method  how the paper or medium itself was destroyed
 * @param witness who witnessed it
 */
public record Erasure(String reason, String method, String witness) {
}
