package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A price model made ready: the exact price of a quantity, and the calculation in words. Immutable and thread-safe. */
abstract class ListPrice {

    /** Makes a model ready that the definition check has accepted. */
    static ListPrice of(PriceModel model) {
        return model.match(new PriceModel.Cases<ListPrice>() {
            @Override
            public ListPrice perUnit(PriceModel.PerUnit price) {
                return new Units(Rational.of(price.unit()));
            }

            @Override
            public ListPrice graduated(PriceModel.Graduated price) {
                return new Slabs(slabs(price.tiers()));
            }

            @Override
            public ListPrice volume(PriceModel.Volume price) {
                return new Ranges(slabs(price.tiers()));
            }

            @Override
            public ListPrice perPackage(PriceModel.PerPackage price) {
                return new Packages(
                        Rational.of(price.size()),
                        Rational.of(price.price()),
                        Rational.of(price.free().orElse(BigDecimal.ZERO)));
            }

            @Override
            public ListPrice flat(PriceModel.Flat later) {
                throw new UnsupportedOperationException("not priced yet: " + later);
            }

            @Override
            public ListPrice percentage(PriceModel.Percentage later) {
                throw new UnsupportedOperationException("not priced yet: " + later);
            }

            @Override
            public ListPrice graduatedPercentage(PriceModel.GraduatedPercentage later) {
                throw new UnsupportedOperationException("not priced yet: " + later);
            }

            @Override
            public ListPrice percentOfTotal(PriceModel.PercentOfTotal later) {
                throw new UnsupportedOperationException("not priced yet: " + later);
            }

            @Override
            public ListPrice costPlus(PriceModel.CostPlus later) {
                throw new UnsupportedOperationException("not priced yet: " + later);
            }

            @Override
            public ListPrice dynamic(PriceModel.Dynamic later) {
                throw new UnsupportedOperationException("not priced yet: " + later);
            }

            @Override
            public ListPrice usage(PriceModel.Usage later) {
                throw new UnsupportedOperationException("not priced yet: " + later);
            }
        });
    }

    /** The largest quantity that has a price; empty where there is no bound. */
    Optional<Rational> most() {
        return Optional.empty();
    }

    /** The exact price of a quantity from 0 up to {@link #most()}. */
    abstract Rational price(Rational quantity);

    /** The calculation of that price, such as {@code 50 x 40.00 + 70 x 35.00}. */
    abstract String calculation(Rational quantity, int decimals);

    /** A tier with its bounds, and the price of all that lies below it. */
    private record Slab(
            Rational above, Optional<Rational> upTo, Rational unit, Optional<Rational> flat, Rational priceBelow) {

        Rational fee() {
            return flat.orElse(Rational.ZERO);
        }

        String words(Rational units, int decimals) {
            String text = Figures.grouped(units, 0) + " x " + Figures.grouped(unit, decimals);
            return flat.filter(fee -> fee.signum() != 0)
                    .map(fee -> text + " + " + Figures.grouped(fee, decimals))
                    .orElse(text);
        }
    }

    private static ImmutableList<Slab> slabs(List<PriceTier> tiers) {
        ImmutableList.Builder<Slab> slabs = ImmutableList.builder();
        Rational above = Rational.ZERO;
        Rational below = Rational.ZERO;
        for (PriceTier tier : tiers) {
            Slab slab = new Slab(
                    above,
                    tier.upTo().map(Rational::of),
                    Rational.of(tier.unit()),
                    tier.flat().map(Rational::of),
                    below);
            slabs.add(slab);
            if (slab.upTo().isPresent()) {
                Rational bound = slab.upTo().get();
                below = below.plus(slab.fee()).plus(bound.minus(above).times(slab.unit()));
                above = bound;
            }
        }
        return slabs.build();
    }

    /** The slab that a quantity falls in, by binary search over the upper bounds, which belong to their slab. */
    private static int indexOf(ImmutableList<Slab> slabs, Rational quantity) {
        int low = 0;
        int high = slabs.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slabs.get(middle).upTo().orElseThrow().compareTo(quantity) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static final class Units extends ListPrice {
        private final Rational unit;

        Units(Rational unit) {
            this.unit = unit;
        }

        @Override
        Rational price(Rational quantity) {
            return quantity.times(unit);
        }

        @Override
        String calculation(Rational quantity, int decimals) {
            return Figures.grouped(quantity, 0) + " x " + Figures.grouped(unit, decimals);
        }
    }

    private abstract static class Tiered extends ListPrice {
        final ImmutableList<Slab> slabs;

        Tiered(ImmutableList<Slab> slabs) {
            this.slabs = slabs;
        }

        @Override
        Optional<Rational> most() {
            return slabs.get(slabs.size() - 1).upTo();
        }
    }

    private static final class Slabs extends Tiered {
        Slabs(ImmutableList<Slab> slabs) {
            super(slabs);
        }

        @Override
        Rational price(Rational quantity) {
            Slab slab = slabs.get(indexOf(slabs, quantity));
            return slab.priceBelow()
                    .plus(slab.fee())
                    .plus(quantity.minus(slab.above()).times(slab.unit()));
        }

        @Override
        String calculation(Rational quantity, int decimals) {
            int last = indexOf(slabs, quantity);
            List<String> words = new ArrayList<>();
            for (int i = 0; i <= last; i++) {
                Slab slab = slabs.get(i);
                Rational upTo = i < last ? slab.upTo().orElseThrow() : quantity;
                words.add(slab.words(upTo.minus(slab.above()), decimals));
            }
            return String.join(" + ", words);
        }
    }

    private static final class Ranges extends Tiered {
        Ranges(ImmutableList<Slab> slabs) {
            super(slabs);
        }

        @Override
        Rational price(Rational quantity) {
            Slab slab = slabs.get(indexOf(slabs, quantity));
            return quantity.times(slab.unit()).plus(slab.fee());
        }

        @Override
        String calculation(Rational quantity, int decimals) {
            return slabs.get(indexOf(slabs, quantity)).words(quantity, decimals);
        }
    }

    private static final class Packages extends ListPrice {
        private final Rational size;
        private final Rational price;
        private final Rational free;

        Packages(Rational size, Rational price, Rational free) {
            this.size = size;
            this.price = price;
            this.free = free;
        }

        private Rational started(Rational quantity) {
            Rational paid = quantity.minus(free).max(Rational.ZERO);
            return Rational.of(paid.dividedBy(size).round(0, java.math.RoundingMode.CEILING));
        }

        @Override
        Rational price(Rational quantity) {
            return started(quantity).times(price);
        }

        @Override
        String calculation(Rational quantity, int decimals) {
            String text = Figures.grouped(started(quantity), 0) + " packages of " + Figures.grouped(size, 0) + " x "
                    + Figures.grouped(price, decimals);
            return free.signum() == 0 ? text : text + ", " + Figures.grouped(free, 0) + " units free";
        }
    }
}
