package io.salesops.core.explain;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.util.Optional;

/**
 * A numerator over a denominator, with what was left out of both.
 *
 * @param numerator the part
 * @param denominator the whole; zero where there was nothing to count
 * @param excluded what belongs to neither, and why
 */
public record Ratio(Rational numerator, Rational denominator, ImmutableList<Omission> excluded) {

    /** Obtains a ratio of counts. */
    public static Ratio of(long numerator, long denominator, Iterable<Omission> excluded) {
        return new Ratio(Rational.of(numerator), Rational.of(denominator), ImmutableList.copyOf(excluded));
    }

    /** The exact ratio; absent, not zero, where the denominator is. */
    public Optional<Rate> rate() {
        return denominator.signum() == 0 ? Optional.empty() : Optional.of(new Rate(numerator.dividedBy(denominator)));
    }
}
