package org.daicho.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A closed loop: each caller sends the next call when the one before was answered.
 */
public final class Load {

    private static final int ROOM = 1024;

    private Load() {
    }

    /**
     * Runs one round. The first call that fails ends it for all.
     *
     * @param time  how long to begin calls; those that have begun are waited for
     * @param calls what each caller does
     * @return how it went
     * @throws Exception what the first failing call threw
     */
    public static Round run(Duration time, List<? extends Call> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CountDownLatch go = new CountDownLatch(1);
            AtomicBoolean failed = new AtomicBoolean();
            List<Future<long[]>> callers = new ArrayList<>();
            for (Call call : calls) {
                callers.add(threads.submit(() -> {
                    go.await();
                    return caller(call, System.nanoTime() + time.toNanos(), failed);
                }));
            }
            long begin = System.nanoTime();
            go.countDown();
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> caller : callers) {
                all.add(caller.get());
            }
            return Round.of(System.nanoTime() - begin, all);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] caller(Call call, long deadline, AtomicBoolean failed) throws Exception {
        long[] took = new long[ROOM];
        int count = 0;
        for (long now = System.nanoTime(); now < deadline && !failed.get();) {
            try {
                call.run();
            } catch (Exception | Error failure) {
                failed.set(true);
                throw failure;
            }
            long end = System.nanoTime();
            if (count == took.length) {
                took = Arrays.copyOf(took, count * 2);
            }
            took[count++] = end - now;
            now = end;
        }
        return Arrays.copyOf(took, count);
    }
}
