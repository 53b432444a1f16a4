/**
 * The public formats and the arithmetic of Daicho's transparency log.
 *
 * <p>Pure functions and small values over the JDK alone: RFC 6962 hashing and proofs, the C2SP formats
 * {@code tlog-tiles}, {@code tlog-checkpoint} and {@code signed-note}, RFC 8785 canonical JSON, the three leaf formats,
 * and a verifier that needs nothing but what the log publishes. Whoever stores the log implements
 * {@link org.daicho.tlog.TileSource}; whoever audits it implements {@link org.daicho.tlog.LogSource}.
 *
 * <p>A hash is an array of 32 bytes and never null. What does not follow a format is a
 * {@link org.daicho.tlog.MalformedException}, what follows it and still does not fit is an
 * {@link org.daicho.tlog.UnverifiedException}, and a caller's own mistake is an {@link IllegalArgumentException}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daicho.tlog;
