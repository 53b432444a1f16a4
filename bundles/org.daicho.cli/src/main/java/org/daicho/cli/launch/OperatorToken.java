package org.daicho.cli.launch;

import org.daicho.cli.refusal.Refusal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Asks access for a token of the system itself, by reflection: the classes of the framework's bundles are not ours.
 */
final class OperatorToken {

    private static final String TOKENS = "org.daicho.access.OperatorTokens";

    private final BundleContext context;

    OperatorToken(BundleContext context) {
        this.context = context;
    }

    /** Returns a new token. It is kept in memory only, so it ends with this process. */
    String mint() {
        ServiceReference<?> reference = context.getServiceReference(TOKENS);
        if (reference == null) {
            throw new Refusal("利用者の管理(access)が動いていません", "The bundle org.daicho.access does not serve");
        }
        // Never given back: the service stays as long as its tokens have to hold.
        Object tokens = context.getService(reference);
        try {
            return (String) reference.getBundle().loadClass(TOKENS).getMethod("mint").invoke(tokens);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
