package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A value with one fault in what it means; its form is sound.
 *
 * @param value the value
 * @param code the code of the finding that names the fault
 */
public record NearlyValid<T>(T value, String code) {

    /**
     * A way to spoil a sound value.
     *
     * @param code the code under which the fault is found
     * @param plant turns a sound value into one with the fault
     */
    public record Flaw<T>(String code, UnaryOperator<T> plant) {}

    /** Generates sound values, each with one of the flaws. */
    public static <T> Arbitrary<NearlyValid<T>> from(Arbitrary<T> sound, ImmutableList<Flaw<T>> flaws) {
        return Combinators.combine(sound, Arbitraries.of(flaws))
                .as((value, flaw) -> new NearlyValid<>(flaw.plant().apply(value), flaw.code()));
    }

    /** Throws an AssertionError unless the check finds errors of this code, and of no other. */
    public void isFoundBy(Function<? super T, ? extends Iterable<Finding>> check) {
        Set<String> errors = errors(check.apply(value));
        if (!errors.equals(Set.of(code))) {
            throw new AssertionError("expected errors of code " + code + ", found " + errors + " in " + value);
        }
    }

    /** Throws an AssertionError if the check finds an error in a value that is to be sound. */
    public static <T> void isSound(T value, Function<? super T, ? extends Iterable<Finding>> check) {
        Iterable<Finding> findings = check.apply(value);
        if (!errors(findings).isEmpty()) {
            throw new AssertionError("expected no error, found " + findings + " in " + value);
        }
    }

    private static ImmutableSet<String> errors(Iterable<Finding> findings) {
        ImmutableSet.Builder<String> codes = ImmutableSet.builder();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                codes.add(finding.code());
            }
        }
        return codes.build();
    }
}
