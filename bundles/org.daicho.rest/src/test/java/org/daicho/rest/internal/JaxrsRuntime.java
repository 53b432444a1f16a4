package org.daicho.rest.internal;

import javax.ws.rs.ext.RuntimeDelegate;

import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives the JAX-RS API its runtime before the first test; inside the framework the API's own bundle finds it.
 */
public class JaxrsRuntime implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }
}
