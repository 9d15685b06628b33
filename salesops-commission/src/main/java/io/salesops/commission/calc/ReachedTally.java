package io.salesops.commission.calc;

import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** A table of rates in which a level that is reached prices all credits, earlier ones too. */
final class ReachedTally extends BucketTally {
    private final Places rows;
    private final Places columns;

    /** What was credited by category of row and column; one place where the dimension is no category. */
    private final long[][] credited;

    private final long[] in;

    ReachedTally(int measure, Places rows, Places columns, List<Bucket> buckets, RoundingMode mode) {
        super(measure, buckets, mode);
        this.rows = rows;
        this.columns = columns;
        credited = new long[rows.isCategory() ? rows.size() : 1][columns.isCategory() ? columns.size() : 1];
        in = new long[buckets.size()];
    }

    @Override
    boolean touches(Event event) {
        return super.touches(event)
                || (rows.measure() >= 0 && event.counts(rows.measure()))
                || (columns.measure() >= 0 && event.counts(columns.measure()));
    }

    @Override
    void add(Event event, long[] totals) {
        if (super.touches(event)) {
            int row = rows.of(event.origin());
            int column = columns.of(event.origin());
            if (row >= 0 && column >= 0) {
                credited[row][column] = Math.addExact(credited[row][column], event.in(measure()));
            }
        }
        Arrays.fill(in, 0);
        int reachedRow = rows.isCategory() ? 0 : rows.reached(rows.measure() < 0 ? 0 : totals[rows.measure()]);
        int reachedColumn =
                columns.isCategory() ? 0 : columns.reached(columns.measure() < 0 ? 0 : totals[columns.measure()]);
        for (int row = 0; row < credited.length; row++) {
            for (int column = 0; column < credited[row].length; column++) {
                int cell = (rows.isCategory() ? row : reachedRow) * columns.size()
                        + (columns.isCategory() ? column : reachedColumn);
                in[cell] = Math.addExact(in[cell], credited[row][column]);
            }
        }
        settle();
    }

    @Override
    Rational in(int bucket) {
        return Rational.of(in[bucket]);
    }
}
