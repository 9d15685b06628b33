package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two units of work over the same records: when the other one comes, the first has written and not ended. */
final class TwoUnits {
    private TwoUnits() {}

    /**
     * Runs one unit, and another in its middle. The other may end first or wait for the first to end: both are right, if
     * one of them is kept and the other told.
     *
     * @return whether it was the first that was kept
     */
    static boolean firstIsKept(
            String what, UnitOfWork stores, Consumer<UnitOfWork.Ports> first, Consumer<UnitOfWork.Ports> other) {
        AtomicReference<@Nullable CompletableFuture<Boolean>> running = new AtomicReference<>();
        boolean isKept = isKept(stores, ports -> {
            first.accept(ports);
            // Once only: stores may repeat work that was refused.
            if (running.get() == null) {
                CompletableFuture<Boolean> begun = CompletableFuture.supplyAsync(() -> isKept(stores, other));
                running.set(begun);
                awaitBriefly(begun);
            }
        });
        CompletableFuture<Boolean> begun = running.get();
        assertThat(begun).as("%s: the unit in the middle of the first", what).isNotNull();
        boolean isOtherKept = Together.<Boolean>elsewhere(what, () -> begun != null && begun.get());
        assertThat(isKept)
                .as("%s: whether the first is kept, where the other %s", what, isOtherKept ? "is" : "is not")
                .isNotEqualTo(isOtherKept);
        return isKept;
    }

    /** Waits until it has ended, or for as long as shows that it waits for somebody else. */
    static void awaitBriefly(CompletableFuture<Boolean> running) {
        try {
            running.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException waits) {
            return;
        } catch (ExecutionException e) {
            throw new AssertionError("a unit of work in the middle of another failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("a unit of work in the middle of another was interrupted", e);
        }
    }

    private static boolean isKept(UnitOfWork stores, Consumer<UnitOfWork.Ports> work) {
        try {
            return stores.<Boolean>perform(ports -> {
                work.accept(ports);
                return true;
            });
        } catch (StaleVersionException told) {
            return false;
        }
    }
}
