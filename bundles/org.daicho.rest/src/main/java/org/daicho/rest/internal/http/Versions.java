package org.daicho.rest.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.ws.rs.core.EntityTag;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;
import org.daicho.rest.internal.problem.ProblemType;

/**
 * Versions of entries as entity tags, {@code "v3"}.
 */
public final class Versions {

    private static final Pattern OURS = Pattern.compile("\"v([1-9][0-9]{0,8})\"");

    /** A strong entity tag (RFC 9110, 8.8.3). */
    private static final Pattern STRONG = Pattern.compile("\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private Versions() {
    }

    /** Returns the entity tag of a version. */
    public static EntityTag tag(int version) {
        return new EntityTag("v" + version);
    }

    /**
     * Reads an {@code If-Match} header: one strong tag. A weak one, a list and {@code *} are refused (400), as none
     * says which version the caller saw; a tag that never was ours can't match (412).
     *
     * @param header the header, or {@code null}
     * @return the version, or {@code null} where there is no header
     */
    public static Integer ifMatch(String header) {
        if (header == null) {
            return null;
        }
        String tag = header.trim();
        Matcher ours = OURS.matcher(tag);
        if (ours.matches()) {
            return Integer.valueOf(ours.group(1));
        }
        if (STRONG.matcher(tag).matches()) {
            throw new ProblemException(Problem.of(ProblemType.STALE, Problem.text("stale.etag", tag)));
        }
        throw Problem.malformed("header.if-match", tag);
    }

    /**
     * Reads an {@code If-Match} header that must be there.
     *
     * @param header the header, or {@code null}
     * @return the version; refused (428) where there is no header
     */
    public static int requiredIfMatch(String header) {
        Integer version = ifMatch(header);
        if (version == null) {
            throw new ProblemException(Problem.of(ProblemType.PRECONDITION_REQUIRED));
        }
        return version;
    }
}
