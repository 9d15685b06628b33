package io.salesops.core.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Runs the same work on several threads that start together. */
public final class Together {
    /** How many threads. */
    public static final int THREADS = 8;

    private Together() {}

    /** Runs the work on each thread, which gets its number, and waits for all. */
    public static void run(IntConsumer work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                Callable<Boolean> task = () -> {
                    start.await();
                    work.accept(number);
                    return true;
                };
                running.add(pool.submit(task));
            }
            for (Future<Boolean> done : running) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Repeats the work until nobody came in between. */
    public static <R> R retried(Supplier<R> work) {
        while (true) {
            try {
                return work.get();
            } catch (StaleVersionException stale) {
                Thread.onSpinWait();
            }
        }
    }
}
