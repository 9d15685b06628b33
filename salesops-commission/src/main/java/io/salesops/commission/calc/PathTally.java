package io.salesops.commission.calc;

import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of rates in which each deal is priced where the measures stand with it, and keeps its price.
 *
 * <p>Deals stand in the order of their first credit. A later credit of a deal, a refund for example, changes the deal in
 * its place, and all deals are priced again: what a full refund leaves is what there would be without the deal. A credit
 * of a new deal costs O(places), one of an earlier deal O(deals).
 */
final class PathTally extends BucketTally {
    private final Places rows;
    private final Places columns;
    private final boolean split;
    private final Map<String, Deal> deals = new LinkedHashMap<>();
    private final Rational[] in;
    private long rowTotal;
    private long columnTotal;

    private static final class Deal {
        private final int row;
        private final int column;
        private long pay;
        private long rowUnits;
        private long columnUnits;

        Deal(int row, int column) {
            this.row = row;
            this.column = column;
        }
    }

    /**
     * @param split whether a deal is split over the rows that it crosses, in proportion
     */
    PathTally(int measure, Places rows, Places columns, List<Bucket> buckets, RoundingMode mode, boolean split) {
        super(measure, buckets, mode);
        this.rows = rows;
        this.columns = columns;
        this.split = split;
        in = new Rational[buckets.size()];
        Arrays.fill(in, Rational.ZERO);
    }

    @Override
    boolean touches(Event event) {
        return super.touches(event)
                || (rows.measure() >= 0 && event.counts(rows.measure()))
                || (columns.measure() >= 0 && event.counts(columns.measure()));
    }

    @Override
    void add(Event event, long[] totals) {
        int row = rows.of(event.origin());
        int column = columns.of(event.origin());
        String key = row + "/" + column + "/" + event.source();
        boolean known = deals.containsKey(key);
        Deal deal = deals.computeIfAbsent(key, id -> new Deal(row, column));
        deal.pay = Math.addExact(deal.pay, event.in(measure()));
        deal.rowUnits = Math.addExact(deal.rowUnits, rows.measure() < 0 ? 0 : event.in(rows.measure()));
        deal.columnUnits = Math.addExact(deal.columnUnits, columns.measure() < 0 ? 0 : event.in(columns.measure()));
        if (known) {
            rowTotal = 0;
            columnTotal = 0;
            Arrays.fill(in, Rational.ZERO);
            deals.values().forEach(this::price);
        } else {
            price(deal);
        }
        settle();
    }

    private void price(Deal deal) {
        long from = rowTotal;
        rowTotal = Math.addExact(rowTotal, deal.rowUnits);
        columnTotal = Math.addExact(columnTotal, deal.columnUnits);
        int column = columns.isCategory() ? deal.column : columns.reached(columnTotal);
        int row = rows.isCategory() ? deal.row : rows.reached(rowTotal);
        if (row < 0 || column < 0) {
            return;
        }
        if (!split || deal.rowUnits == 0) {
            put(row, column, Rational.of(deal.pay));
            return;
        }
        for (int place = 0; place < rows.size(); place++) {
            Rational share = rows.within(from, rowTotal, place).dividedBy(Rational.of(Math.abs(deal.rowUnits)));
            put(place, column, share.times(Rational.of(deal.pay)));
        }
    }

    private void put(int row, int column, Rational units) {
        int cell = row * columns.size() + column;
        in[cell] = in[cell].plus(units);
    }

    @Override
    Rational in(int bucket) {
        return in[bucket];
    }
}
