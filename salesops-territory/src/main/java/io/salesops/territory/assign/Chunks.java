package io.salesops.territory.assign;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import io.salesops.core.run.Execution;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs the parts of a long loop on the caller's executor. The calling thread works as well, so a busy executor delays
 * nothing, and a call from one of its own threads does not lock up.
 */
final class Chunks {
    private static final int SIZE = 1_024;

    private final Execution execution;
    private final String phase;
    private final int size;
    private final Body body;
    private final int chunks;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch left;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Works on the items from {@code from} (in) to {@code before} (out). */
    @FunctionalInterface
    interface Body {
        void run(int from, int before);
    }

    private Chunks(Execution execution, String phase, int size, Body body) {
        this.execution = execution;
        this.phase = phase;
        this.size = size;
        this.body = body;
        chunks = (size + SIZE - 1) / SIZE;
        left = new CountDownLatch(chunks);
    }

    /**
     * Runs the body over {@code size} items; what it throws first is thrown here.
     *
     * @throws java.util.concurrent.CancellationException if the execution is cancelled
     */
    static void run(Execution execution, String phase, int size, Body body) {
        new Chunks(execution, phase, size, body).run();
    }

    private void run() {
        int helpers = Math.min(execution.parallelism(), chunks) - 1;
        for (int i = 0; i < helpers; i++) {
            execution.executor().execute(() -> work(false));
        }
        work(true);
        // What is left are chunks that helpers already run; an interrupt is kept for the caller.
        Uninterruptibles.awaitUninterruptibly(left);
        Throwable thrown = failure.get();
        if (thrown != null) {
            Throwables.throwIfUnchecked(thrown);
        }
        execution.progress().at(phase, size, size);
    }

    /** After a failure the remaining chunks are taken and let go, so that everyone comes to the end. */
    private void work(boolean reports) {
        for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
            try {
                if (failure.get() == null) {
                    execution.cancellation().check(phase);
                    int from = chunk * SIZE;
                    int before = Math.min(size, from + SIZE);
                    body.run(from, before);
                    int total = done.addAndGet(before - from);
                    if (reports && total < size) {
                        execution.progress().at(phase, total, size);
                    }
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                left.countDown();
            }
        }
    }
}
