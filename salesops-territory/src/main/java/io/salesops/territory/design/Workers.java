package io.salesops.territory.design;

import io.salesops.core.run.Execution;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Runs tasks that do not know of each other, on as many threads as the execution allows; the calling thread works too. */
final class Workers {
    private final Execution execution;

    Workers(Execution execution) {
        this.execution = execution;
    }

    /** Runs all tasks and returns when the last has ended; the first failure is thrown then, also that the call was cancelled. */
    void run(List<Runnable> tasks) {
        int helpers = Math.min(execution.parallelism(), tasks.size()) - 1;
        AtomicInteger next = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(tasks.size());
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        Runnable loop = () -> {
            for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                try {
                    execution.cancellation().check("territory design");
                    tasks.get(i).run();
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    open.countDown();
                }
            }
        };
        for (int i = 0; i < helpers; i++) {
            execution.executor().execute(loop);
        }
        loop.run();
        boolean interrupted = false;
        while (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            throw new java.util.concurrent.CancellationException("interrupted during the design of territories");
        }
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }
}
