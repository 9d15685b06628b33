package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A curve of straight pieces.
 *
 * <p>A piece pays its own line on top of what the piece below it pays when that is full; a piece without one below pays
 * for all of the measure, and what other pieces had paid is taken back. A value costs O(pieces); products beyond 63 bits
 * are calculated in BigInteger.
 */
final class Pieces implements Curve {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * One piece.
     *
     * @param upTo where it ends, as the plan says
     * @param rate what it pays, as statements say
     * @param slope units of pay for each unit of the measure beyond the start
     * @param lump units of pay for reaching it
     * @param start where its line begins, in units of the measure
     * @param below the piece on which it stands; -1 for none
     * @param bound where it ends, in units of the measure; absent for the last
     * @param tie to which piece the bound belongs
     */
    record Piece(
            Optional<Level> upTo,
            PayRate rate,
            Rational slope,
            Rational lump,
            Rational start,
            int below,
            Optional<Rational> bound,
            Tie tie) {

        /** A last piece that pays nothing. */
        static Piece nothing() {
            return of(Optional.empty(), PayRate.of("0%"), Rational.ZERO, Rational.ZERO, -1);
        }

        /** A last piece. */
        static Piece of(Optional<Level> upTo, PayRate rate, Rational slope, Rational start, int below) {
            return new Piece(upTo, rate, slope, Rational.ZERO, start, below, Optional.empty(), Tie.LOWER_TIER);
        }

        Piece withLump(Rational units) {
            return new Piece(upTo, rate, slope, units, start, below, bound, tie);
        }

        Piece endingAt(Rational end, Tie belongs) {
            return new Piece(upTo, rate, slope, lump, start, below, Optional.of(end), belongs);
        }
    }

    private final ImmutableList<Piece> pieces;
    private final RoundingMode mode;

    /** Whether nothing is paid but amounts for what is reached, so that no piece has a base. */
    private final boolean steps;

    /** Where base that pays begins: the bound of a marginal gate; absent, and piece 0 reaches down without end. */
    private final Optional<Rational> floor;

    private final Rational[] starts;

    /** The last whole unit of each piece but the last. */
    private final long[] lastIn;

    /** What the pieces below each piece have paid: exact, and rounded. */
    private final Rational[] paidBefore;

    private final long[] roundedBefore;
    private final Slope[] lines;

    private Pieces(List<Piece> pieces, Optional<Rational> floor, RoundingMode mode) {
        this.pieces = ImmutableList.copyOf(pieces);
        this.floor = floor;
        this.mode = mode;
        steps = pieces.stream().allMatch(piece -> piece.slope().signum() == 0)
                && pieces.stream().anyMatch(piece -> piece.lump().signum() != 0);
        int count = pieces.size();
        starts = new Rational[count];
        lastIn = new long[count - 1];
        paidBefore = new Rational[count];
        roundedBefore = new long[count];
        lines = new Slope[count];
        for (int i = 0; i < count; i++) {
            Piece piece = pieces.get(i);
            starts[i] = floor.map(piece.start()::max).orElse(piece.start());
            paidBefore[i] = piece.below() < 0 ? Rational.ZERO : full(piece.below(), starts[i]);
            roundedBefore[i] = round(paidBefore[i]);
            lines[i] = Slope.of(
                    piece.slope(),
                    paidBefore[i].plus(piece.lump()).minus(piece.slope().times(starts[i])),
                    mode);
            if (i < lastIn.length) {
                lastIn[i] = last(piece.bound().orElseThrow(), piece.tie());
            }
        }
    }

    static Pieces of(List<Piece> pieces, Optional<Rational> floor, RoundingMode mode) {
        return new Pieces(pieces, floor, mode);
    }

    private Rational full(int piece, Rational end) {
        return paidBefore[piece]
                .plus(pieces.get(piece).lump())
                .plus(pieces.get(piece).slope().times(end.minus(starts[piece]).max(Rational.ZERO)));
    }

    @Override
    public int tiers() {
        return pieces.size();
    }

    @Override
    public Optional<Level> upTo(int tier) {
        return pieces.get(tier).upTo();
    }

    @Override
    public PayRate rate(int tier, long total) {
        return pieces.get(tier).rate();
    }

    @Override
    public void pay(long total, long[] byTier) {
        Arrays.fill(byTier, 0);
        if (unpaid(total)) {
            return;
        }
        int reached = reached(total);
        byTier[reached] = Math.subtractExact(lines[reached].at(total), roundedBefore[reached]);
        for (int above = reached, tier = below(reached); tier >= 0; above = tier, tier = below(tier)) {
            byTier[tier] = Math.subtractExact(roundedBefore[above], roundedBefore[tier]);
        }
    }

    @Override
    public void base(long total, long[] byTier) {
        Arrays.fill(byTier, 0);
        if (unpaid(total)) {
            return;
        }
        int reached = reached(total);
        byTier[reached] = isLump(reached) ? 0 : Math.subtractExact(total, whole(starts[reached]));
        for (int above = reached, tier = below(reached); tier >= 0; above = tier, tier = below(tier)) {
            byTier[tier] = isLump(tier) ? 0 : Math.max(0, whole(starts[above]) - whole(starts[tier]));
        }
    }

    @Override
    public Rational exact(long total, int tier) {
        if (unpaid(total)) {
            return Rational.ZERO;
        }
        int reached = reached(total);
        if (tier == reached) {
            return pieces.get(tier)
                    .lump()
                    .plus(pieces.get(tier).slope().times(Rational.of(total).minus(starts[tier])));
        }
        for (int above = reached, under = below(reached); under >= 0; above = under, under = below(under)) {
            if (under == tier) {
                return paidBefore[above].minus(paidBefore[tier]);
            }
        }
        return Rational.ZERO;
    }

    /** The tier in which a running total ends. */
    int reached(long total) {
        int tier = 0;
        while (tier < lastIn.length && total > lastIn[tier]) {
            tier++;
        }
        return tier;
    }

    /** The running pay of all tiers; cheaper than tier by tier. */
    long paid(long total) {
        return unpaid(total) ? 0 : lines[reached(total)].at(total);
    }

    /** The running pay while the total is in a known tier. */
    long paid(long total, int tier) {
        return lines[tier].at(total);
    }

    /** The first whole unit of a tier; where a gate leaves the lower units unpaid, the first that is paid. */
    long firstIn(int tier) {
        long first = tier == 0 ? Long.MIN_VALUE : lastIn[tier - 1] + 1;
        return floor.map(bound -> Math.max(first, last(bound, Tie.LOWER_TIER) + 1))
                .orElse(first);
    }

    /** The last whole unit of a tier. */
    long lastIn(int tier) {
        return tier == lastIn.length ? Long.MAX_VALUE : lastIn[tier];
    }

    private int below(int tier) {
        return pieces.get(tier).below();
    }

    private boolean isLump(int tier) {
        return steps || pieces.get(tier).lump().signum() != 0;
    }

    private boolean unpaid(long total) {
        return floor.isPresent() && Rational.of(total).compareTo(floor.get()) <= 0;
    }

    /** A tier whose full pay needs more than 63 bits is never full: its slope refuses first. */
    private long round(Rational pay) {
        return clamp(pay.round(0, mode));
    }

    private static long clamp(BigDecimal value) {
        return value.min(MOST).max(MOST.negate()).longValueExact();
    }

    private static long whole(Rational bound) {
        return clamp(bound.round(0, RoundingMode.HALF_UP));
    }

    /** The last whole unit within a bound; a bound beyond all totals is never reached. */
    static long last(Rational bound, Tie tie) {
        BigDecimal last = tie == Tie.LOWER_TIER
                ? bound.round(0, RoundingMode.FLOOR)
                : bound.round(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
        return clamp(last);
    }
}
