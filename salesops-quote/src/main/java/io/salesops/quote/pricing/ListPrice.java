package io.salesops.quote.pricing;

import io.salesops.core.money.Rational;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.UnitRounding;
import io.salesops.quote.price.UsageModel;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A price model made ready: the exact price of a quantity, and the calculation in words. Immutable and thread-safe. */
abstract class ListPrice {

    /** Makes a model ready that the definition check has accepted. */
    static ListPrice of(PriceModel model) {
        return model.match(new PriceModel.Cases<ListPrice>() {
            @Override
            public ListPrice perUnit(PriceModel.PerUnit price) {
                return new UnitPrice(price.unit());
            }

            @Override
            public ListPrice graduated(PriceModel.Graduated price) {
                return new TierPrice.Slabs(Slab.of(price.tiers()));
            }

            @Override
            public ListPrice volume(PriceModel.Volume price) {
                return new TierPrice.Ranges(Slab.of(price.tiers()));
            }

            @Override
            public ListPrice perPackage(PriceModel.PerPackage price) {
                return new PackagePrice(price);
            }

            @Override
            public ListPrice flat(PriceModel.Flat price) {
                return new AmountPrice.Flat(price);
            }

            @Override
            public ListPrice percentage(PriceModel.Percentage price) {
                return new AmountPrice.Percentage(price);
            }

            @Override
            public ListPrice graduatedPercentage(PriceModel.GraduatedPercentage price) {
                return new AmountPrice.GraduatedPercentage(price);
            }

            @Override
            public ListPrice percentOfTotal(PriceModel.PercentOfTotal price) {
                return new AmountPrice.PercentOfTotal(price);
            }

            @Override
            public ListPrice costPlus(PriceModel.CostPlus price) {
                return new AmountPrice.CostPlus(price);
            }

            @Override
            public ListPrice dynamic(PriceModel.Dynamic price) {
                return new AmountPrice.Dynamic(price);
            }

            @Override
            public ListPrice usage(UsageModel price) {
                return new UsagePrice(price, of(price.price()));
            }
        });
    }

    /** Whether the model has a price for the quantity, which is not negative. */
    boolean prices(Rational quantity) {
        return true;
    }

    /** Where the quantities end that have a price, in words. */
    String end() {
        return "nowhere";
    }

    /** Whether the model needs the amounts of a line. */
    boolean needsAmounts() {
        return false;
    }

    /** Whether the model needs the cost of the offering. */
    boolean needsCost() {
        return false;
    }

    /** The exact price. */
    abstract Rational price(PriceFacts facts);

    /** The calculation of that price, such as {@code 50 x 40.00 + 70 x 35.00}. */
    abstract String calculation(PriceFacts facts, int decimals);

    /** The decimals of {@link #scaledPrice}; negative where the model has none. */
    int decimals() {
        return -1;
    }

    /**
     * The price of whole units as a whole number of its smallest decimals.
     *
     * @return {@link Long#MIN_VALUE} where the price does not fit, or the model needs more than a quantity
     */
    long scaledPrice(long quantity) {
        return Long.MIN_VALUE;
    }

    /** {@code a * b + c}, or {@link Long#MIN_VALUE} where it does not fit; none of them is negative. */
    static long multiplyAdd(long a, long b, long c) {
        long product = a * b;
        if (Math.multiplyHigh(a, b) != 0 || product < 0) {
            return Long.MIN_VALUE;
        }
        long sum = product + c;
        return sum < 0 ? Long.MIN_VALUE : sum;
    }

    /** The unscaled number at a scale, or {@link Long#MIN_VALUE} where it is none. */
    static long scaled(BigDecimal value, int scale) {
        BigDecimal moved = value.scale() == scale ? value : value.setScale(scale);
        return moved.unscaledValue().bitLength() < Long.SIZE - 1
                ? moved.unscaledValue().longValue()
                : Long.MIN_VALUE;
    }

    /** Every unit costs the same. */
    private static final class UnitPrice extends ListPrice {
        private final Rational unit;
        private final int decimals;
        private final long scaledUnit;

        UnitPrice(BigDecimal unit) {
            this.unit = Rational.of(unit);
            this.decimals = Math.max(0, unit.scale());
            this.scaledUnit = scaled(unit, decimals);
        }

        @Override
        Rational price(PriceFacts facts) {
            return facts.quantity().times(unit);
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            return Figures.grouped(facts.quantity(), 0) + " x " + Figures.grouped(unit, shown);
        }

        @Override
        int decimals() {
            return scaledUnit < 0 ? -1 : decimals;
        }

        @Override
        long scaledPrice(long quantity) {
            return multiplyAdd(quantity, scaledUnit, 0);
        }
    }

    /** Packages that count. */
    private static final class PackagePrice extends ListPrice {
        private final Rational size;
        private final Rational price;
        private final Rational free;
        private final RoundingMode mode;

        PackagePrice(PriceModel.PerPackage model) {
            this.size = Rational.of(model.size());
            this.price = Rational.of(model.price());
            this.free = Rational.of(model.free().orElse(BigDecimal.ZERO));
            this.mode = model.rounding().map(UnitRounding::mode).orElse(RoundingMode.CEILING);
        }

        private Rational packages(Rational quantity) {
            Rational paid = quantity.minus(free).max(Rational.ZERO);
            return Rational.of(paid.dividedBy(size).round(0, mode));
        }

        @Override
        Rational price(PriceFacts facts) {
            return packages(facts.quantity()).times(price);
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            String text = Figures.grouped(packages(facts.quantity()), 0) + " packages of " + Figures.grouped(size, 0)
                    + " x " + Figures.grouped(price, shown);
            return free.signum() == 0 ? text : text + ", " + Figures.grouped(free, 0) + " units free";
        }
    }
}
