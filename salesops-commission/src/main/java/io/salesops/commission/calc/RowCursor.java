package io.salesops.commission.calc;

/**
 * A running total that moves along the rows of one payee, with what a curve of pieces has paid. Not thread-safe.
 *
 * <p>While the total stays in its piece, and above the bound of a marginal gate, a row costs one product and one division; where it crosses into another, all
 * pieces are compared.
 */
final class RowCursor {
    private final Pieces curve;
    private final RowTrace trace;
    private final long[] paid;
    private final long[] base;
    private final long[] paidBefore;
    private final long[] baseBefore;
    private int piece;
    private long low;
    private long high;
    private long total;
    private long running;

    RowCursor(Pieces curve, RowTrace trace) {
        this.curve = curve;
        this.trace = trace;
        paid = new long[curve.tiers()];
        base = new long[curve.tiers()];
        paidBefore = new long[curve.tiers()];
        baseBefore = new long[curve.tiers()];
        move(0);
    }

    private void move(long to) {
        piece = curve.reached(to);
        low = curve.firstIn(piece);
        high = curve.lastIn(piece);
        total = to;
        running = curve.paid(to);
    }

    /** What has been paid so far. */
    long running() {
        return running;
    }

    /** Skips rows that nobody asks about. */
    void skip(long units) {
        move(Math.addExact(total, units));
    }

    /** Takes a row and writes down what it changed. */
    void take(int row, long units) {
        long next = Math.addExact(total, units);
        if (next >= low && next <= high && total >= low) {
            long now = curve.paid(next, piece);
            trace.one(row, next, now - running, piece);
            total = next;
            running = now;
            return;
        }
        curve.pay(total, paidBefore);
        curve.base(total, baseBefore);
        long before = running;
        move(next);
        curve.pay(next, paid);
        curve.base(next, base);
        trace.several(row, next, Math.subtractExact(running, before));
        for (int tier = 0; tier < paid.length; tier++) {
            if (paid[tier] != paidBefore[tier] || base[tier] != baseBefore[tier]) {
                trace.portion(
                        tier,
                        Math.subtractExact(base[tier], baseBefore[tier]),
                        Math.subtractExact(paid[tier], paidBefore[tier]));
            }
        }
    }
}
