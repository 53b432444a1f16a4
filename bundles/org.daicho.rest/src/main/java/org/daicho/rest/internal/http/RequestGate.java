package org.daicho.rest.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;
import org.daicho.rest.internal.problem.ProblemType;
import org.daicho.rest.internal.problem.RequestIds;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Stops what must not reach any resource or servlet, whoever wrote it.
 * <ul>
 * <li>What comes over a network without TLS (4-4). What stays within this machine, such as from a proxy on it that speaks
 * TLS to the others, does not.
 * <li>Methods that are none of ours: a servlet would answer 501, or echo the request for {@code TRACE}, and the JAX-RS
 * runtime takes {@code get} for {@code GET}.
 * <li>Parameters within the path, which the JAX-RS runtime leaves out without a word.
 * <li>Content that is encoded, of no media type, or JSON in anything but UTF-8: it would be read as something else.
 * <li>Queries that the JAX-RS runtime fails at for a broken percent code, and {@code _method}, {@code _type} and
 * {@code _ctype}, which there stand above the request's own method and headers.
 * </ul>
 */
@Component(service = Filter.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
@HttpWhiteboardFilterPattern("/*")
public class RequestGate implements Filter {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private static final Pattern OVERRIDE = Pattern.compile("_(method|type|ctype)");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[^/;\\s]+/[^/;\\s]+\\s*(;.*)?");
    /** Only addresses: a name would be looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern OTHER_CHARSET = Pattern
            .compile("application/(\\S+\\+)?json\\b.*;\\s*charset=(?!\"?utf-8"
                    + "\"?\\s*(;|$)).*", Pattern.CASE_INSENSITIVE);

    @Override
    public void init(FilterConfig config) {
        // it keeps nothing
    }

    @Override
    public void destroy() {
        // it keeps nothing
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        try {
            check(http);
        } catch (ProblemException refusal) {
            RequestIds.begin(http.getHeader(RequestIds.HEADER));
            if (refusal.problem().status() == ProblemType.METHOD_NOT_ALLOWED.status()) {
                answer.setHeader("Allow", String.join(", ", METHODS));
            }
            Answers.write(http, answer, refusal.problem());
            RequestIds.end();
            return;
        }
        chain.doFilter(request, response);
    }

    static void check(HttpServletRequest request) {
        if (!request.isSecure() && !isWithinMachine(request)) {
            throw new ProblemException(Problem.unencrypted());
        }
        if (!METHODS.contains(request.getMethod())) {
            throw refusal(ProblemType.METHOD_NOT_ALLOWED);
        }
        if (request.getRequestURI().indexOf(';') >= 0) {
            throw refusal(ProblemType.NOT_FOUND);
        }
        String encoding = request.getHeader("Content-Encoding");
        String type = request.getContentType();
        if (encoding != null && !encoding.trim().equalsIgnoreCase("identity")
                || type != null && (!MEDIA_TYPE.matcher(type.trim()).matches()
                        || OTHER_CHARSET.matcher(type).matches())) {
            throw refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        query(request.getQueryString());
    }

    /** A call to one's own address, whichever it is, never leaves the machine. */
    private static boolean isWithinMachine(HttpServletRequest request) {
        String remote = literal(request.getRemoteAddr());
        if (!ADDRESS.matcher(remote).matches()) {
            return false;
        }
        try {
            return remote.equals(literal(request.getLocalAddr())) || InetAddress.getByName(remote).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Takes off what may stand around an IPv6 address: brackets and a zone. */
    private static String literal(String address) {
        return address == null ? "" : address.replaceAll("[\\[\\]]|%.*", "");
    }

    private static ProblemException refusal(ProblemType type) {
        return new ProblemException(Problem.of(type));
    }

    private static void query(String query) {
        if (query == null) {
            return;
        }
        for (String parameter : query.split("[&;]")) {
            String[] parts = parameter.split("=", 2);
            String name = Query.decode(parts[0]);
            if (OVERRIDE.matcher(name).matches()) {
                throw Problem.malformed("query.unknown", name);
            }
            if (parts.length > 1) {
                Query.decode(parts[1]);
            }
        }
    }
}
