package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What holds of every cursor that a store opens for a body and closes after it. */
final class CursorLaws {
    private CursorLaws() {}

    /** A scan, or the reading of a log, with everything but its body given. */
    interface Reading<T> {
        <R> R read(Function<? super Iterable<T>, ? extends R> body);
    }

    /** The body may go over it twice, and one pass inside another. */
    static <T> void passesAreIndependent(Reading<T> reading, List<T> expected) {
        reading.<Boolean>read(found -> {
            for (T first : found) {
                assertThat(ImmutableList.<T>copyOf(found))
                        .as("a pass inside another, which has come to %s", first)
                        .isEqualTo(expected);
            }
            assertThat(ImmutableList.<T>copyOf(found)).as("a second pass").isEqualTo(expected);
            Iterator<T> iterator = found.iterator();
            for (T value : expected) {
                assertThat(iterator.hasNext()).as("whether there is another").isTrue();
                assertThat(iterator.hasNext())
                        .as("whether there is another, asked again")
                        .isTrue();
                assertThat(iterator.next()).as("the next of the pass").isEqualTo(value);
            }
            assertThat(iterator.hasNext())
                    .as("whether there is another after the last")
                    .isFalse();
            assertThatThrownBy(iterator::next).as("the next after the last").isInstanceOf(NoSuchElementException.class);
            return true;
        });
    }

    /** What the body returns is returned; what it got is of no use after that. */
    static <T> void isClosedWhenTheBodyReturns(Reading<T> reading) {
        Object result = new Object();
        List<Iterable<T>> leaked = new ArrayList<>();
        List<Iterator<T>> begun = new ArrayList<>();
        Object returned = reading.<Object>read(found -> {
            leaked.add(found);
            begun.add(found.iterator());
            begun.get(0).next();
            begun.add(found.iterator());
            return result;
        });
        assertThat(returned).as("the result of the body").isSameAs(result);
        areOfNoUse(leaked.get(0), begun, "returned");
    }

    /** What the body throws comes through as it is; what it got is of no use after that. */
    static <T> void isClosedWhenTheBodyThrows(Reading<T> reading) {
        for (Throwable thrown : List.of(new HalfwayException(), new AssertionError("halfway"))) {
            List<Iterable<T>> leaked = new ArrayList<>();
            List<Iterator<T>> begun = new ArrayList<>();
            assertThatThrownBy(() -> reading.read(found -> {
                        leaked.add(found);
                        begun.add(found.iterator());
                        begun.get(0).next();
                        throw asUnchecked(thrown);
                    }))
                    .as("what the body threw")
                    .isSameAs(thrown);
            areOfNoUse(leaked.get(0), begun, "thrown");
        }
    }

    /** The database has as much open afterwards as before, however the body ends. */
    static <T> void nothingStaysOpen(Reading<T> reading, Supplier<OptionalInt> openCursors) {
        OptionalInt before = openCursors.get();
        reading.<Integer>read(found -> Iterators.size(found.iterator()));
        assertThat(openCursors.get()).as("open cursors after a scan to the end").isEqualTo(before);
        reading.<Boolean>read(found -> true);
        assertThat(openCursors.get()).as("open cursors after a scan not read").isEqualTo(before);
        reading.read(found -> found.iterator().next());
        assertThat(openCursors.get()).as("open cursors after a scan half read").isEqualTo(before);
        HalfwayException thrown = new HalfwayException();
        assertThatThrownBy(() -> reading.read(found -> {
                    found.iterator().next();
                    throw thrown;
                }))
                .as("what the body threw")
                .isSameAs(thrown);
        assertThat(openCursors.get())
                .as("open cursors after a scan whose body threw")
                .isEqualTo(before);
    }

    private static <T> void areOfNoUse(Iterable<T> leaked, List<Iterator<T>> begun, String how) {
        assertEnded("a pass begun after the body has " + how, leaked::iterator);
        for (Iterator<T> iterator : begun) {
            assertEnded("asking for another after the body has " + how, iterator::hasNext);
            assertEnded("taking the next after the body has " + how, iterator::next);
        }
    }

    private static void assertEnded(String what, ThrowingCallable use) {
        assertThatThrownBy(use).as(what).isInstanceOf(IllegalStateException.class);
    }

    /** Throws an error; returns any other thing that a body may throw, to be thrown. */
    static RuntimeException asUnchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    /** What a body throws that stops halfway. */
    static final class HalfwayException extends RuntimeException {
        private static final long serialVersionUID = 1;

        HalfwayException() {
            super("halfway");
        }
    }
}
