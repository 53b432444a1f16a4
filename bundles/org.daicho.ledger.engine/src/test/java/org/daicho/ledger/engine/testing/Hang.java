package org.daicho.ledger.engine.testing;

import java.util.concurrent.CountDownLatch;

/** What never returns, or only once it is let go. */
public final class Hang {

    private Hang() {
    }

    public static <T> T forever(CountDownLatch until) {
        while (true) {
            try {
                until.await();
                return null;
            } catch (InterruptedException e) {
                // Stubborn: a module that stalls doesn't listen.
            }
        }
    }
}
