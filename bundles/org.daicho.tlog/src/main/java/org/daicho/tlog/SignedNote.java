package org.daicho.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with the signatures of one or more keys.
 *
 * <p>C2SP {@code signed-note}: the text, an empty line, then one line for each signature. A note says nothing until
 * {@link #verify} has found the signature of a key that one trusts.
 *
 * @param text the text with its last newline
 * @param signatures at least one, in their order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** The longest note that is read, in bytes; the format asks for some limit. */
    public static final int MAX_BYTES = 1_000_000;

    /** The most signatures that are read; the format asks for at least 16. */
    public static final int MAX_SIGNATURES = 100;

    /** Checks the text and keeps a copy of the list. */
    public SignedNote {
        checkText(text);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to 100 signatures, not " + signatures.size());
        }
    }

    /**
     * Signs a text.
     *
     * @param text ends with a newline, has no other control character
     * @param signers one or more keys
     */
    public static SignedNote sign(String text, NoteSigner... signers) {
        return new SignedNote(text, Arrays.stream(signers).map(signer -> signer.sign(text)).toList());
    }

    /**
     * Reads a note without verifying it.
     *
     * @param note its bytes in UTF-8
     * @throws MalformedException where they are no note
     */
    public static SignedNote parse(byte[] note) throws MalformedException {
        if (note.length > MAX_BYTES) {
            throw new MalformedException("the note has more than 1,000,000 bytes");
        }
        return parse(Utf8.decode(note));
    }

    /**
     * Reads a note without verifying it.
     *
     * @param note the whole note
     * @throws MalformedException where it is no note
     */
    public static SignedNote parse(String note) throws MalformedException {
        if (note.length() > MAX_BYTES) {
            throw new MalformedException("the note is longer than 1,000,000 bytes");
        }
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n")) {
            throw new MalformedException("a note is a text, an empty line and lines with signatures");
        }
        String text = note.substring(0, gap + 1);
        if (!isText(text)) {
            throw new MalformedException("the note's text has a control character or half of a surrogate pair");
        }
        String below = note.substring(gap + 2);
        if (below.isEmpty()) {
            throw new MalformedException("the note has no signature");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : below.substring(0, below.length() - 1).split("\n", -1)) {
            if (signatures.size() == MAX_SIGNATURES) {
                throw new MalformedException("the note has more than 100 signatures");
            }
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(text, signatures);
    }

    /** The note as it is handed on. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /**
     * Checks the signatures of the keys one trusts; those of others are passed over.
     *
     * @param trusted the keys
     * @return those of the keys that signed, at least one
     * @throws UnverifiedException where none of them signed, or a signature that bears a key's name and id is not its
     */
    public List<NoteVerifier> verify(NoteVerifier... trusted) throws UnverifiedException {
        Set<NoteVerifier> signed = new LinkedHashSet<>();
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        for (NoteSignature signature : signatures) {
            for (NoteVerifier key : trusted) {
                if (!key.name().equals(signature.name()) || key.keyId() != signature.keyId()) {
                    continue;
                }
                if (!key.verify(message, signature.signature())) {
                    throw new UnverifiedException("the signature of " + key.name() + " does not fit the text");
                }
                signed.add(key);
            }
        }
        if (signed.isEmpty()) {
            throw new UnverifiedException("the note is not signed by a trusted key");
        }
        return List.copyOf(signed);
    }

    static void checkText(String text) {
        if (!text.endsWith("\n") || !isText(text)) {
            throw new IllegalArgumentException("a note's text ends with a newline and has no other control character");
        }
    }

    private static boolean isText(String text) {
        return Utf8.isWellFormed(text) && text.chars().noneMatch(c -> c < ' ' && c != '\n');
    }

    @Override
    public String toString() {
        return format();
    }
}
