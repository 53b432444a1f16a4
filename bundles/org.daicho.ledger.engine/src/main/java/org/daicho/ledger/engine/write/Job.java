package org.daicho.ledger.engine.write;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/**
 * Something to be written, and who waits for it. The writer's thread alone stages it and tells the outcome.
 *
 * @param <T> what it comes to
 */
final class Job<T> {

    /** Puts the job into a transaction. */
    interface Staging<T> {
        T stage(Stage stage) throws SQLException;
    }

    private final Staging<T> staging;
    private final CompletableFuture<T> outcome;
    private T result;

    Job(Staging<T> staging, CompletableFuture<T> outcome) {
        this.staging = staging;
        this.outcome = outcome;
    }

    /** A job that writes nothing, so that the thread wakes up. */
    static Job<Void> wake() {
        return new Job<>(stage -> null, new CompletableFuture<>());
    }

    void stage(Stage stage) throws SQLException {
        result = staging.stage(stage);
    }

    void done() {
        outcome.complete(result);
    }

    void failed(Throwable why) {
        outcome.completeExceptionally(why);
    }
}
