package org.daicho.tlog;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The head of a log: how many leaves it has, and the root over them.
 *
 * <p>C2SP {@code tlog-checkpoint}: the text of a signed note with the origin, the size, the root in base64 and any
 * extension lines, each on a line of its own.
 *
 * @param origin names the log, not empty
 * @param size the number of leaves
 * @param root the root over them
 * @param extensions further lines, none of them empty; usually there are none
 */
public record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int FIXED_LINES = 3;

    /** Checks the lines and keeps copies. */
    public Checkpoint {
        checkLine(origin);
        if (size < 0) {
            throw new IllegalArgumentException("no log has " + size + " leaves");
        }
        root = TreeHash.check(root).clone();
        extensions = List.copyOf(extensions);
        extensions.forEach(Checkpoint::checkLine);
    }

    /** A checkpoint without extension lines. */
    public Checkpoint(String origin, long size, byte[] root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads the text of a checkpoint, which is not signed and so proves nothing.
     *
     * @param body the lines, each with its newline
     * @throws MalformedException where they are no checkpoint
     */
    public static Checkpoint parse(String body) throws MalformedException {
        if (!body.endsWith("\n")) {
            throw new MalformedException("a checkpoint ends with a newline");
        }
        String[] lines = body.substring(0, body.length() - 1).split("\n", -1);
        if (lines.length < FIXED_LINES) {
            throw new MalformedException("a checkpoint has at least the lines origin, size and root");
        }
        if (!SIZE.matcher(lines[1]).matches()) {
            throw new MalformedException("the checkpoint's size is not a plain number: " + lines[1]);
        }
        byte[] root = NoteKey.base64(lines[2], "the checkpoint's root");
        if (root.length != TreeHash.BYTES) {
            throw new MalformedException("the checkpoint's root has " + root.length + " bytes and not 32");
        }
        try {
            List<String> extensions = Arrays.asList(lines).subList(FIXED_LINES, lines.length);
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), root, extensions);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a line of the checkpoint is empty or out of range", e);
        }
    }

    /**
     * Opens a signed checkpoint of the log that has its key's name.
     *
     * @param note the signed note
     * @param key the log's key, whose name is the origin
     * @throws MalformedException where it is no note or no checkpoint
     * @throws UnverifiedException where the key did not sign it, or it is another log's
     */
    public static Checkpoint open(String note, NoteVerifier key) throws TlogException {
        return open(note, key, key.name());
    }

    /**
     * Opens a signed checkpoint.
     *
     * @param note the signed note
     * @param key the log's key
     * @param origin the origin that it must have
     * @throws MalformedException where it is no note or no checkpoint
     * @throws UnverifiedException where the key did not sign it, or it is another log's
     */
    public static Checkpoint open(String note, NoteVerifier key, String origin) throws TlogException {
        SignedNote signed = SignedNote.parse(note);
        signed.verify(key);
        Checkpoint checkpoint = parse(signed.text());
        checkpoint.checkOrigin(origin);
        return checkpoint;
    }

    /** The lines of the checkpoint, which are the text that is signed. */
    public String body() {
        StringBuilder body = new StringBuilder(origin).append('\n').append(size).append('\n')
                .append(NoteKey.base64(root)).append('\n');
        extensions.forEach(line -> body.append(line).append('\n'));
        return body.toString();
    }

    /**
     * Signs the checkpoint. A log never signs two that do not continue each other.
     *
     * @param signers one or more keys, the log's own first
     * @return the signed note
     */
    public String sign(NoteSigner... signers) {
        return SignedNote.sign(body(), signers).format();
    }

    /** A copy of the root. */
    @Override
    public byte[] root() {
        return root.clone();
    }

    void checkOrigin(String expected) throws UnverifiedException {
        if (!origin.equals(expected)) {
            throw new UnverifiedException(
                    "the checkpoint is of the log \"" + origin + "\", not of \"" + expected + "\"");
        }
    }

    private static void checkLine(String line) {
        if (line.isEmpty() || !Utf8.isWellFormed(line) || line.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a line of a checkpoint is not empty and has no control character");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && origin.equals(that.origin) && size == that.size
                && Arrays.equals(root, that.root) && extensions.equals(that.extensions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * origin.hashCode() + Long.hashCode(size)) + Arrays.hashCode(root);
    }

    @Override
    public String toString() {
        return body();
    }
}
