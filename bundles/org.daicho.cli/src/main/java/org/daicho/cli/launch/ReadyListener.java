package org.daicho.cli.launch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/**
 * Waits for the condition that tells that the whole system serves, and takes the port from it.
 */
final class ReadyListener implements ServiceListener {

    private static final String READY = "(osgi.condition.id=org.daicho.ready)";
    private static final String PORT = "daicho.port";

    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ReadyListener() {
    }

    static ReadyListener on(BundleContext context) {
        ReadyListener listener = new ReadyListener();
        try {
            context.addServiceListener(listener, READY);
            ServiceReference<?>[] there = context.getAllServiceReferences(null, READY);
            if (there != null) {
                listener.found(there[0]);
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return listener;
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.REGISTERED) {
            found(event.getServiceReference());
        }
    }

    private void found(ServiceReference<?> condition) {
        port.complete((Integer) condition.getProperty(PORT));
    }

    /** Returns the port, or {@code null} when the time was over first. */
    Integer await(long time, TimeUnit unit) throws InterruptedException {
        try {
            return port.get(time, unit);
        } catch (TimeoutException over) {
            return null;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
