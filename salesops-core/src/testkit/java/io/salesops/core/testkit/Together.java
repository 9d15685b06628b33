package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.repository.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs work on other threads and waits for it, but not for ever: a store that hangs is a failure, not a stop. */
public final class Together {
    /** How many threads {@link #all} runs. */
    public static final int THREADS = 4;

    private static final int LONGEST_SECONDS = 30;

    private Together() {}

    /** Runs one thing on another thread. */
    static <R> R elsewhere(String what, Callable<R> work) {
        return run(what, 1, ignored -> work).get(0);
    }

    /** Runs the work of each of the threads at the same time, and returns the results in their order. */
    public static <R> ImmutableList<R> all(String what, IntFunction<Callable<R>> workOf) {
        return run(what, THREADS, workOf);
    }

    /** Repeats until no other writer came in between; returns how often one did. */
    public static int retried(Runnable work) {
        for (int stale = 0; ; stale++) {
            try {
                work.run();
                return stale;
            } catch (StaleVersionException other) {
                assertThat(stale)
                        .as("writes refused one after the other: %s", other.getMessage())
                        .isLessThan(10_000);
                Thread.onSpinWait();
            }
        }
    }

    private static <R> ImmutableList<R> run(String what, int threads, IntFunction<Callable<R>> workOf) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "store contract");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<R> running = new ExecutorCompletionService<>(pool);
            List<Future<R>> inOrder = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                inOrder.add(running.submit(workOf.apply(i)));
            }
            // As they end, so that the first failure is not hidden by those who wait for the one that failed.
            for (int i = 0; i < threads; i++) {
                Future<R> ended = running.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
                if (ended == null) {
                    throw new AssertionError(what + " has not ended after " + LONGEST_SECONDS + " seconds");
                }
                ended.get();
            }
            ImmutableList.Builder<R> results = ImmutableList.builder();
            for (Future<R> each : inOrder) {
                results.add(each.get());
            }
            return results.build();
        } catch (ExecutionException e) {
            throw new AssertionError(what + " failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what + " was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
