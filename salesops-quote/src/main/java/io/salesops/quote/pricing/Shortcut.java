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

    /** A step that acts on products with contracted prices. */
    static final Shortcut CONTRACT =
            new Shortcut(Kind.CONTRACT, Exact.Ratio.ONE, null, new long[0], ImmutableList.of());

    /** A step that acts on products with floors. */
    static final Shortcut FLOOR = new Shortcut(Kind.FLOOR, Exact.Ratio.ONE, null, new long[0], ImmutableList.of());

    /** A step that acts on options of bundles. */
    static final Shortcut BUNDLE = new Shortcut(Kind.BUNDLE, Exact.Ratio.ONE, null, new long[0], ImmutableList.of());

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
        /** Leaves the share of the tier that the months of the term fall in; nothing of what is charged once. */
        TERM,
        /** Leaves the share that the line asks for. */
        ASKED,
        /** Nothing, where no customer has a price of his own for the product. */
        CONTRACT,
        /** Nothing, where the product has no floor. */
        FLOOR,
        /** Nothing, where the line is no option of a bundle. */
        BUNDLE
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
        return tiered(Kind.QUANTITY, bounds, tiers);
    }

    /**
     * Leaves a share by the months of the term.
     *
     * @param bounds the most months of each tier, ascending
     * @param tiers what each leaves
     */
    static Shortcut byTerm(long[] bounds, ImmutableList<Shortcut> tiers) {
        return tiered(Kind.TERM, bounds, tiers);
    }

    private static Shortcut tiered(Kind kind, long[] bounds, ImmutableList<Shortcut> tiers) {
        ImmutableList<Shortcut> all =
                ImmutableList.<Shortcut>builder().addAll(tiers).add(SKIP).build();
        return tiers.contains(NONE) ? NONE : new Shortcut(kind, Exact.Ratio.ONE, null, bounds.clone(), all);
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

    /** What is left to do on a line, where the step does not do the same on all; {@link #NONE} if it must be called. */
    Shortcut on(LinePrice line, long quantity) {
        return switch (kind) {
            case QUANTITY -> tier(quantity);
            case TERM ->
                line.isOneTime()
                        ? SKIP
                        : tier(TermMonths.wholeMonths(line.line().term()));
            case CONTRACT -> line.sold().shelf().hasContracts() ? NONE : SKIP;
            case FLOOR -> line.sold().hasFloor() ? NONE : SKIP;
            case BUNDLE -> line.line().bundle().isPresent() ? NONE : SKIP;
            default -> this;
        };
    }

    /** What the tier of a quantity leaves; {@link #SKIP} beyond the last. */
    private Shortcut tier(long quantity) {
        int tier = 0;
        for (long bound : bounds) {
            // Counted without a branch: a processor cannot guess quantities.
            tier += (int) ((bound - quantity) >>> (Long.SIZE - 1));
        }
        return tiers[tier];
    }
}
