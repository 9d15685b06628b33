package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prices by tiers. */
abstract class TierPrice extends ListPrice {
    final ImmutableList<Slab> slabs;

    TierPrice(ImmutableList<Slab> slabs) {
        this.slabs = slabs;
    }

    private Slab last() {
        return slabs.get(slabs.size() - 1);
    }

    @Override
    boolean prices(Rational quantity) {
        return last().reaches(quantity);
    }

    @Override
    String end() {
        return last().bound()
                .map(end -> (last().boundIn() ? "at " : "below ") + end)
                .orElse("nowhere");
    }

    /** Tiers of whole bounds and decimal prices as columns of longs; empty where they are none, or units come in blocks. */
    static final class Columns {
        private final int decimals;
        private final long[] bounds;
        private final long[] above;
        private final long[] units;
        private final long[] fees;

        private Columns(int decimals, long[] bounds, long[] above, long[] units, long[] fees) {
            this.decimals = decimals;
            this.bounds = bounds;
            this.above = above;
            this.units = units;
            this.fees = fees;
        }

        int decimals() {
            return decimals;
        }

        /** The tier of a quantity; the last one where no bound reaches it. */
        int indexOf(long quantity) {
            int index = 0;
            while (index < bounds.length && quantity > bounds[index]) {
                index++;
            }
            return index;
        }

        static Optional<Columns> of(ImmutableList<Slab> slabs, boolean cumulative) {
            int decimals = 0;
            for (Slab slab : slabs) {
                for (Rational value : List.of(slab.unit(), fee(slab, cumulative))) {
                    Optional<BigDecimal> decimal = value.decimal();
                    if (decimal.isEmpty() || value.signum() < 0) {
                        return Optional.empty();
                    }
                    decimals = Math.max(decimals, decimal.get().scale());
                }
                if (slab.block().isPresent()
                        || !isLong(slab.above())
                        || !isLong(slab.bound().orElse(Rational.ZERO))) {
                    return Optional.empty();
                }
            }
            int size = slabs.size();
            boolean open = slabs.get(size - 1).bound().isEmpty();
            long[] bounds = new long[open ? size - 1 : size];
            long[] above = new long[size];
            long[] units = new long[size];
            long[] fees = new long[size];
            for (int i = 0; i < size; i++) {
                Slab slab = slabs.get(i);
                above[i] = slab.above().numerator().longValue();
                units[i] = scaled(slab.unit().decimal().orElseThrow(), decimals);
                fees[i] = scaled(fee(slab, cumulative).decimal().orElseThrow(), decimals);
                if (units[i] < 0 || fees[i] < 0) {
                    return Optional.empty();
                }
                if (i < bounds.length) {
                    long end = slab.bound().orElseThrow().numerator().longValue();
                    bounds[i] = slab.boundIn() ? end : end - 1;
                }
            }
            return Optional.of(new Columns(decimals, bounds, above, units, fees));
        }

        private static Rational fee(Slab slab, boolean cumulative) {
            Rational flat = slab.flat().orElse(Rational.ZERO);
            return cumulative ? flat.plus(slab.priceBelow()) : flat;
        }

        private static boolean isLong(Rational value) {
            return value.denominator().bitLength() == 1 && value.numerator().bitLength() < Long.SIZE - 2;
        }
    }

    /** Each tier prices the units inside it. */
    static final class Slabs extends TierPrice {
        private final Optional<Columns> columns;

        Slabs(ImmutableList<Slab> slabs) {
            super(slabs);
            this.columns = Columns.of(slabs, true);
        }

        @Override
        Rational price(PriceFacts facts) {
            Slab slab = slabs.get(Slab.indexOf(slabs, facts.quantity()));
            return slab.priceBelow().plus(slab.price(facts.quantity().minus(slab.above())));
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            int last = Slab.indexOf(slabs, facts.quantity());
            List<String> words = new ArrayList<>();
            for (int i = 0; i <= last; i++) {
                Slab slab = slabs.get(i);
                Rational upTo = i < last ? slab.bound().orElseThrow() : facts.quantity();
                words.add(slab.words(upTo.minus(slab.above()), shown));
            }
            return String.join(" + ", words);
        }

        @Override
        int decimals() {
            return columns.map(Columns::decimals).orElse(-1);
        }

        @Override
        long scaledPrice(long quantity) {
            if (columns.isEmpty()) {
                return Long.MIN_VALUE;
            }
            Columns tiers = columns.get();
            int index = tiers.indexOf(quantity);
            return index == slabs.size()
                    ? Long.MIN_VALUE
                    : multiplyAdd(quantity - tiers.above[index], tiers.units[index], tiers.fees[index]);
        }
    }

    /** The tier of the whole quantity prices all units. */
    static final class Ranges extends TierPrice {
        private final Optional<Columns> columns;

        Ranges(ImmutableList<Slab> slabs) {
            super(slabs);
            this.columns = Columns.of(slabs, false);
        }

        @Override
        Rational price(PriceFacts facts) {
            return slabs.get(Slab.indexOf(slabs, facts.quantity())).price(facts.quantity());
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            return slabs.get(Slab.indexOf(slabs, facts.quantity())).words(facts.quantity(), shown);
        }

        @Override
        int decimals() {
            return columns.map(Columns::decimals).orElse(-1);
        }

        @Override
        long scaledPrice(long quantity) {
            if (columns.isEmpty()) {
                return Long.MIN_VALUE;
            }
            Columns tiers = columns.get();
            int index = tiers.indexOf(quantity);
            return index == slabs.size()
                    ? Long.MIN_VALUE
                    : multiplyAdd(quantity, tiers.units[index], tiers.fees[index]);
        }
    }
}
