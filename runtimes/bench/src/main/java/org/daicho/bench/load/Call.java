package org.daicho.bench.load;

/**
 * What one caller does again and again.
 */
@FunctionalInterface
public interface Call {

    /**
     * Calls, and returns once it was answered.
     *
     * @throws Exception where it was not answered as it should be; that ends the round
     */
    void run() throws Exception;
}
