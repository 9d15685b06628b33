package io.salesops.commission.plan;

/**
 * A point of a payout curve.
 *
 * @param at how far the measure has come
 * @param pays what has been paid there: a share of the target, or an amount
 */
public record CurvePoint(Level at, PayRate pays) {

    /** Obtains a point, for example {@code of("100%", "100%")}. */
    public static CurvePoint of(String at, String pays) {
        return new CurvePoint(Level.of(at), PayRate.of(pays));
    }
}
