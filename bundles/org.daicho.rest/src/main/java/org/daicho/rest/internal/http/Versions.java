package org.daicho.rest.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.ws.rs.core.EntityTag;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;
import org.daicho.rest.internal.problem.ProblemType;

/**
 * Versions of entries as entity tags, {@code "v3"}. JAX-RS' own {@code Request.evaluatePreconditions} is not used: the
 * runtime's (CXF 3.6) finds no weak tag equal to a strong one, and none in a list.
 */
public final class Versions {

    private static final Pattern OURS = Pattern.compile("\"v([1-9][0-9]{0,8})\"");

    /** An entity tag (RFC 9110, 8.8.3). */
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private Versions() {
    }

    /** Returns the entity tag of a version. */
    public static EntityTag tag(int version) {
        return new EntityTag("v" + version);
    }

    /**
     * Reads an {@code If-Match} header: one strong tag. A list and {@code *} are refused (400), as neither says which
     * version the caller saw; a weak tag, or one that never was ours, can't match (412).
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
        if (TAG.matcher(tag).matches()) {
            throw new ProblemException(Problem.of(ProblemType.STALE, Problem.text("stale.etag", tag)));
        }
        throw Problem.malformed("header.if-match", tag);
    }

    /**
     * Tells whether a client has what it asks for already (RFC 9110, 13.1.2).
     *
     * @param header the {@code If-None-Match} header, or {@code null}
     * @param newest the tag of what it would get
     * @return whether the header names it, weakly or not, or is {@code *}
     */
    public static boolean isKnown(String header, EntityTag newest) {
        if (header == null) {
            return false;
        }
        if (header.trim().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            if (tags.group().replaceFirst("^W/", "").equals('"' + newest.getValue() + '"')) {
                return true;
            }
        }
        return false;
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
