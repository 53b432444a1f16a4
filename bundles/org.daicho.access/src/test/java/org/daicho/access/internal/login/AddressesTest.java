package org.daicho.access.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @Test
    void anIpv4AddressIsItself() {
        assertEquals("192.0.2.7", Addresses.key("192.0.2.7"));
        assertEquals("192.0.2.7", Addresses.key("::ffff:192.0.2.7"));
    }

    @Test
    void ipv6AddressesOfOneNetworkAreOne() {
        String key = Addresses.key("2001:db8:1:2::1");
        assertEquals("2001:db8:1:2:0:0:0:0/64", key);
        assertEquals(key, Addresses.key("[2001:db8:1:2:ffff::9%eth0]"));
        assertNotEquals(key, Addresses.key("2001:db8:1:3::1"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"example.org", "localhost", "1.2.3.4.5.6", "a b"})
    void whatIsNoAddressIsNeverLookedUp(String address) {
        assertEquals(Addresses.UNKNOWN, Addresses.key(address));
    }
}
