package io.salesops.core.match;

import com.google.common.base.Throwables;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

/** Runs the numbered parts of a call on its executor; results come in the order of the parts, whichever ends first. */
final class Parallel {

    private Parallel() {}

    static <R> List<R> run(Execution execution, String phase, int parts, IntFunction<R> part) {
        List<R> results = new ArrayList<>(parts);
        for (int from = 0; from < parts; from += execution.parallelism()) {
            execution.cancellation().check(phase);
            int before = Math.min(parts, from + execution.parallelism());
            List<CompletableFuture<R>> running = new ArrayList<>();
            for (int number = from; number < before; number++) {
                int mine = number;
                running.add(CompletableFuture.supplyAsync(() -> part.apply(mine), execution.executor()));
            }
            running.forEach(future -> results.add(join(future)));
            execution.progress().at(phase, before, parts);
        }
        return results;
    }

    private static <R> R join(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() != null) {
                Throwables.throwIfUnchecked(e.getCause());
            }
            throw e;
        }
    }
}
