package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.catalog.Offering.Charge;

/** Why a step of the waterfall changed the price; words are made when somebody asks for them. */
interface Cause {

    /** What the step did, with the names of inputs in braces. */
    String label();

    /** The values that the label names. */
    ImmutableMap<String, String> inputs();

    /** Words that are already there. */
    record Told(String label, ImmutableMap<String, String> inputs) implements Cause {}

    /** The list price of a line. */
    record Listed(ListPrice price, Charge charge, Rational quantity, Rational base, Rational months, int decimals)
            implements Cause {

        @Override
        public String label() {
            return charge == Charge.ONE_TIME
                    ? "list: {calculation} = {base}"
                    : "list: {calculation} = {base} a month x {months}";
        }

        @Override
        public ImmutableMap<String, String> inputs() {
            ImmutableMap.Builder<String, String> inputs = ImmutableMap.builder();
            inputs.put("calculation", price.calculation(quantity, decimals))
                    .put("base", Figures.grouped(base, decimals));
            if (charge != Charge.ONE_TIME) {
                inputs.put("months", months.toString());
            }
            return inputs.buildOrThrow();
        }
    }

    /** A line's share of the header discount. */
    record Share(MinorUnits money, long discount, Rate rate) implements Cause {

        @Override
        public String label() {
            return "share of header discount {discount} ({rate})";
        }

        @Override
        public ImmutableMap<String, String> inputs() {
            return ImmutableMap.of("discount", money.text(discount), "rate", rate.toString());
        }
    }
}
