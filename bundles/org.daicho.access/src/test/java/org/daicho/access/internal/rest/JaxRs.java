package org.daicho.access.internal.rest;

import javax.ws.rs.ext.RuntimeDelegate;

import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;

/**
 * Names the implementation of JAX-RS, as the API's own way to find it needs OSGi.
 */
final class JaxRs {

    private JaxRs() {
    }

    static void use() {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }
}
