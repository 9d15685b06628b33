package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * What a step does to every line of one quote, where that is so little that it needs no call: nothing, a percentage that is
 * the same for all, one by quantity, or the one that the line asks for. Immutable and thread-safe.
 */
final class Shortcut {
    /** Where nothing is known of a step, it must be called. */
    static final Shortcut NONE = new Shortcut(Kind.NONE, Exact.Ratio.ONE, null, new long[0], ImmutableList.of());

    /** A step that acts on no line. */
    static final Shortcut SKIP = new Shortcut(Kind.SKIP, Exact.Ratio.ONE, null, new long[0], ImmutableList.of());

    /** The discount that a line asks for. */
    static final Shortcut ASKED = new Shortcut(Kind.ASKED, Exact.Ratio.ONE, null, new long[0], ImmutableList.of());

    private final Kind kind;
    private final long over;
    private final long under;
    private final @Nullable Cause cause;
    private final long[] bounds;
    private final Shortcut[] tiers;

    private Shortcut(Kind kind, Exact.Ratio left, @Nullable Cause cause, long[] bounds, ImmutableList<Shortcut> tiers) {
        this.kind = kind;
        this.over = left.over();
        this.under = left.under();
        this.cause = cause;
        this.bounds = bounds;
        this.tiers = tiers.toArray(new Shortcut[0]);
    }

    /** What a shortcut does. */
    enum Kind {
        /** The step must be called. */
        NONE,
        /** Nothing. */
        SKIP,
        /** Leaves a share of the price. */
        CUT,
        /** Leaves the share of the tier that the quantity falls in. */
        QUANTITY,
        /** Leaves the share that the line asks for. */
        ASKED
    }

    /** Leaves a share of every price. */
    static Shortcut cut(Exact.Ratio left, Cause cause) {
        return left.wide() == null ? new Shortcut(Kind.CUT, left, cause, new long[0], ImmutableList.of()) : NONE;
    }

    /**
     * Leaves a share by quantity.
     *
     * @param bounds the largest whole quantity of each tier, ascending
     * @param tiers what each leaves
     */
    static Shortcut byQuantity(long[] bounds, ImmutableList<Shortcut> tiers) {
        return tiers.contains(NONE) ? NONE : new Shortcut(Kind.QUANTITY, Exact.Ratio.ONE, null, bounds.clone(), tiers);
    }

    Kind kind() {
        return kind;
    }

    long over() {
        return over;
    }

    long under() {
        return under;
    }

    @Nullable
    Cause cause() {
        return cause;
    }

    /** What the tier of a quantity leaves; {@link #SKIP} beyond the last. */
    Shortcut tier(long quantity) {
        for (int i = 0; i < bounds.length; i++) {
            if (quantity <= bounds[i]) {
                return tiers[i];
            }
        }
        return SKIP;
    }
}
