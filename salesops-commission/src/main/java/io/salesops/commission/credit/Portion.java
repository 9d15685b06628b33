package io.salesops.commission.credit;

import io.salesops.commission.credit.Credit.Role;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one payee has of an item, or what nobody has, and what is left of it after reversals. Belongs to one call.
 */
final class Portion {

    /**
     * Where a portion comes from.
     *
     * @param id the rule or roll-up; empty where nobody is credited
     * @param ref the same in the document
     * @param role why the payee is credited
     * @param payee who is credited, or empty for what nobody has
     * @param level how far above the seller
     * @param from whose credit was rolled up
     * @param measure what it counts for
     * @param share of the item, or of the rolled-up credit
     * @param why the tests that the item met, or why nobody has it
     */
    record Origin(
            String id,
            RuleRef ref,
            Role role,
            Optional<PayeeId> payee,
            int level,
            Optional<PayeeId> from,
            String measure,
            Rational share,
            String why) {}

    /**
     * An amount of money with its units and its margin.
     *
     * @param amount the number, of any sign
     * @param units the units, where the item states any
     * @param margin the margin, where the item states it
     */
    record Parcel(BigDecimal amount, Optional<BigDecimal> units, Optional<BigDecimal> margin) {
        Parcel minus(Parcel other) {
            return new Parcel(
                    amount.subtract(other.amount),
                    units.map(value -> value.subtract(other.units.orElse(BigDecimal.ZERO))),
                    margin.map(value -> value.subtract(other.margin.orElse(BigDecimal.ZERO))));
        }

        /** The same with so many decimals of the amounts; they have no more. */
        Parcel atScale(int scale) {
            return new Parcel(
                    amount.setScale(scale, RoundingMode.UNNECESSARY),
                    units,
                    margin.map(value -> value.setScale(scale, RoundingMode.UNNECESSARY)));
        }

        Parcel negated() {
            return new Parcel(amount.negate(), units.map(BigDecimal::negate), margin.map(BigDecimal::negate));
        }

        /** A share of it, each number rounded once, a negative one as the mirror image. */
        Parcel times(Rational share, RoundingMode mode) {
            return new Parcel(
                    rounded(Rational.of(amount).times(share), amount.scale(), mode),
                    units.map(value ->
                            rounded(Rational.of(value).times(share), Math.max(0, value.scale()), RoundingMode.HALF_UP)),
                    margin.map(value -> rounded(Rational.of(value).times(share), value.scale(), mode)));
        }
    }

    private final Origin origin;
    private final Parcel parcel;
    private final Rational residue;
    private final List<Portion> raised = new ArrayList<>();
    private Parcel left;

    Portion(Origin origin, Parcel parcel, Rational residue) {
        this.origin = origin;
        this.parcel = parcel;
        this.residue = residue;
        left = parcel;
    }

    Origin origin() {
        return origin;
    }

    /** What was credited. */
    Parcel parcel() {
        return parcel;
    }

    /** The exact share less the credited one. */
    Rational residue() {
        return residue;
    }

    /** What is left after reversals. */
    Parcel left() {
        return left;
    }

    /** What managers got of it. */
    List<Portion> raised() {
        return raised;
    }

    /** Takes a part of what is left; returns it as a portion of the reversal. */
    Portion take(Parcel part) {
        left = left.minus(part);
        return new Portion(origin, part.negated(), Rational.ZERO);
    }

    /** Returns which part of what is left answers to {@code taken} of a whole of which {@code whole} was left. */
    Parcel proportional(Parcel taken, Parcel whole) {
        return new Parcel(
                proportional(left.amount, taken.amount, whole.amount),
                proportional(left.units, taken.units, whole.units),
                proportional(left.margin, taken.margin, whole.margin));
    }

    private static Optional<BigDecimal> proportional(
            Optional<BigDecimal> value, Optional<BigDecimal> taken, Optional<BigDecimal> whole) {
        return value.map(number -> proportional(number, taken.orElse(BigDecimal.ZERO), whole.orElse(BigDecimal.ZERO)));
    }

    /** Half up on the magnitude, at the decimals of the value; all of it where all is taken. */
    static BigDecimal proportional(BigDecimal value, BigDecimal taken, BigDecimal whole) {
        if (taken.compareTo(whole) == 0) {
            return value;
        }
        if (whole.signum() == 0) {
            return BigDecimal.ZERO;
        }
        Rational exact = Rational.of(value).times(Rational.of(taken)).dividedBy(Rational.of(whole));
        return rounded(exact, Math.max(0, value.scale()), RoundingMode.HALF_UP);
    }

    /** Rounds the magnitude, so that a value and its mirror image round alike. */
    static BigDecimal rounded(Rational exact, int scale, RoundingMode mode) {
        BigDecimal rounded = exact.abs().round(scale, mode);
        return exact.signum() < 0 ? rounded.negate() : rounded;
    }
}
