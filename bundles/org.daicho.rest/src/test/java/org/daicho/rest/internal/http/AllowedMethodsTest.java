package org.daicho.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.osgi.service.jaxrs.runtime.dto.ApplicationDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceMethodInfoDTO;

class AllowedMethodsTest {

    private final AllowedMethods methods = new AllowedMethods(() -> new ApplicationDTO[]{
            application("/api/ledgers", new ResourceMethodInfoDTO[]{method("GET", ""), method("GET", "{ledger}"),
                    method("POST", "{ledger}/entries"), method("GET", "{ledger}/entries"),
                    method("GET", "{ledger}/entries/{entry}"), method("PUT", "{ledger}/entries/{entry}")}),
            application("/api/log/*", new ResourceMethodInfoDTO[]{method("GET", "tile/{path: .+}")})});

    @Test
    void namesTheMethodsOfTheAddressAndNoOthers() {
        assertEquals(Set.of("GET", "HEAD", "OPTIONS"), methods.of("/api/ledgers"));
        assertEquals(Set.of("GET", "HEAD", "OPTIONS"), methods.of("/api/ledgers/"));
        assertEquals(Set.of("GET", "HEAD", "OPTIONS", "POST"), methods.of("/api/ledgers/a.b/entries"));
        assertEquals(Set.of("GET", "HEAD", "OPTIONS", "PUT"), methods.of("/api/ledgers/a.b/entries/e"));
        assertEquals(Set.of("GET", "HEAD", "OPTIONS"), methods.of("/api/log/tile/0/x001/000"));
    }

    @Test
    void namesNoneWhereNothingIsKnown() {
        assertEquals(Set.of(), methods.of("/api/ledgers/a.b/entries/e/x"));
        assertEquals(Set.of(), methods.of("/"));
    }

    @Test
    void findsResourcesThatJoinAnApplication() {
        ApplicationDTO application = application("/api/access", new ResourceMethodInfoDTO[0]);
        ResourceDTO users = new ResourceDTO();
        users.resourceMethods = new ResourceMethodInfoDTO[]{method("PUT", "/users/{name}/roles")};
        application.resourceDTOs = new ResourceDTO[]{users};
        assertEquals(Set.of("PUT", "OPTIONS"), new AllowedMethods(() -> new ApplicationDTO[]{application})
                .of("/api/access/users/sato/roles"));
    }

    private static ApplicationDTO application(String base, ResourceMethodInfoDTO[] methods) {
        ApplicationDTO application = new ApplicationDTO();
        application.base = base;
        application.resourceMethods = Arrays.copyOf(methods, methods.length);
        application.resourceDTOs = new ResourceDTO[0];
        return application;
    }

    private static ResourceMethodInfoDTO method(String method, String path) {
        ResourceMethodInfoDTO info = new ResourceMethodInfoDTO();
        info.method = method;
        info.path = path;
        return info;
    }
}
