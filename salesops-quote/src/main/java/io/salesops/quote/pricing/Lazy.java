package io.salesops.quote.pricing;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;

/** A value that is made when it is first asked for, and once. Thread-safe. */
final class Lazy<T> {
    private final Supplier<T> value;

    private Lazy(Supplier<T> value) {
        this.value = value;
    }

    static <T> Lazy<T> of(java.util.function.Supplier<T> maker) {
        return new Lazy<>(Suppliers.memoize(maker::get));
    }

    static <T> Lazy<T> made(T value) {
        return new Lazy<>(Suppliers.ofInstance(value));
    }

    T get() {
        return checkNotNull(value.get());
    }
}
