package org.daicho.access.internal.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells from where a login came, as one key for each network that one person commands: an IPv4 address, or the /64 that
 * an IPv6 address lies in (RFC 6177 gives no site less).
 */
final class Addresses {

    static final String UNKNOWN = "unknown";

    private static final int LONGEST = 64;
    private static final int PREFIX_BYTES = 8;
    /** Only literals: a name would be looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Addresses() {
    }

    static String key(String address) {
        String literal = address == null ? "" : address.replaceAll("[\\[\\]]|%.*", "");
        if (literal.length() > LONGEST || !LITERAL.matcher(literal).matches()) {
            return UNKNOWN;
        }
        try {
            InetAddress parsed = InetAddress.getByName(literal);
            if (parsed instanceof Inet6Address) {
                byte[] prefix = Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES), 2 * PREFIX_BYTES);
                return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
            }
            return parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }
}
