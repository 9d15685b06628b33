package io.salesops.core.finding;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value, or the findings that say why there is none. It stands in a signature exactly where refusing is possible.
 *
 * @param <T> the type of the value
 */
public sealed interface Checked<T> {

    /** All findings: information and warnings beside a value, at least one error instead of one. */
    ImmutableList<Finding> findings();

    /** The value, if it was not refused. */
    Optional<T> value();

    /** Calls {@code accepted} with the value, or {@code refused} with the findings. */
    <R> R match(
            Function<? super T, ? extends R> accepted, Function<? super ImmutableList<Finding>, ? extends R> refused);

    /**
     * Returns the value.
     *
     * @throws FindingsException with every finding, if there is no value
     */
    default T orThrow() {
        return value().orElseThrow(() -> new FindingsException(findings()));
    }

    /** Returns the checked result of a function of the value; findings are kept. */
    default <R> Checked<R> map(Function<? super T, ? extends R> function) {
        return match(value -> accepted(function.apply(value), findings()), findings -> new Refused<>(findings));
    }

    /** Accepts a value without findings. */
    static <T> Checked<T> accepted(T value) {
        return new Accepted<>(value, ImmutableList.of());
    }

    /** Accepts a value beside findings, none of which is an error. */
    static <T> Checked<T> accepted(T value, Iterable<Finding> findings) {
        return new Accepted<>(value, ImmutableList.copyOf(findings));
    }

    /** Refuses with findings, at least one of which is an error. */
    static <T> Checked<T> refused(Iterable<Finding> findings) {
        return new Refused<>(ImmutableList.copyOf(findings));
    }

    /** Accepts the value unless one of the findings is an error. */
    static <T> Checked<T> of(T value, Iterable<Finding> findings) {
        ImmutableList<Finding> all = ImmutableList.copyOf(findings);
        return all.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? new Refused<>(all)
                : new Accepted<>(value, all);
    }

    /** There is a value. */
    record Accepted<T>(T accepted, ImmutableList<Finding> findings) implements Checked<T> {

        /** Checks that no finding is an error. */
        public Accepted {
            checkArgument(
                    findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
                    "an accepted value must not have errors: %s",
                    findings);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(accepted);
        }

        @Override
        public <R> R match(
                Function<? super T, ? extends R> whenAccepted,
                Function<? super ImmutableList<Finding>, ? extends R> whenRefused) {
            return whenAccepted.apply(accepted);
        }
    }

    /** There is none. */
    record Refused<T>(ImmutableList<Finding> findings) implements Checked<T> {

        /** Checks that a finding says why. */
        public Refused {
            checkArgument(
                    findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR),
                    "a refusal must have at least one error: %s",
                    findings);
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> R match(
                Function<? super T, ? extends R> whenAccepted,
                Function<? super ImmutableList<Finding>, ? extends R> whenRefused) {
            return whenRefused.apply(findings);
        }
    }
}
