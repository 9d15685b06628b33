package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.ProductShelf.Sold;
import org.jspecify.annotations.Nullable;

/** Why a step of the waterfall changed the price; words are made when somebody asks for them. */
interface Cause {

    /** What the step did, with the names of inputs in braces. */
    String label();

    /** The values that the label names. */
    ImmutableMap<String, String> inputs();

    /** The cause with what it must know of the line; itself where it knows everything. */
    default Cause of(LineState line, QuoteContext context) {
        return this;
    }

    /** A cause that is put into words from the line. */
    interface OfLine extends Cause {

        @Override
        Cause of(LineState line, QuoteContext context);

        @Override
        default String label() {
            throw new IllegalStateException("a cause is put into words with its line");
        }

        @Override
        default ImmutableMap<String, String> inputs() {
            throw new IllegalStateException("a cause is put into words with its line");
        }
    }

    /** Words that are already there. */
    record Told(String label, ImmutableMap<String, String> inputs) implements Cause {}

    /** One value beside the rate; the name is blank where there is none. */
    record Rated(String label, Rational rate, String name, String value) implements Cause {

        @Override
        public ImmutableMap<String, String> inputs() {
            String percent = new Rate(rate).toString();
            return name.isEmpty() ? ImmutableMap.of("rate", percent) : ImmutableMap.of("rate", percent, name, value);
        }
    }

    /**
     * The price of a price book for a line: the list price, or the one that is contracted with the customer.
     *
     * @param facts what the model was asked about; the quantity alone unless stated
     * @param exchanged whether it was converted from the currency of the book
     */
    record Booked(
            String what,
            PreparedEntry entry,
            QuoteLine line,
            Sold sold,
            @Nullable PriceFacts facts,
            boolean exchanged,
            QuoteContext context)
            implements Cause {

        private PriceFacts asked() {
            return facts == null ? PriceFacts.of(Rational.of(line.quantity())) : facts;
        }

        @Override
        public String label() {
            return what + ": {calculation} = {base}" + (sold.byMonth() ? " a month x {months}" : "")
                    + (exchanged ? " x rate {exchange}" : "")
                    + (entry.from().isPresent() ? " (from {from})" : "");
        }

        @Override
        public ImmutableMap<String, String> inputs() {
            int decimals = context.decimals();
            ImmutableMap.Builder<String, String> inputs = ImmutableMap.builder();
            inputs.put("calculation", entry.model().calculation(asked(), decimals))
                    .put("base", Figures.grouped(entry.model().price(asked()), decimals));
            if (sold.byMonth()) {
                inputs.put("months", context.months(line, sold).toString());
            }
            if (exchanged) {
                inputs.put("exchange", context.exchange().toString());
            }
            entry.from().ifPresent(rule -> inputs.put("from", rule.toString()));
            return inputs.buildOrThrow();
        }
    }

    /** The step that was better than others. */
    record Best(Cause best, String winner, String losers) implements Cause {

        @Override
        public Cause of(LineState line, QuoteContext context) {
            return new Best(best.of(line, context), winner, losers);
        }

        @Override
        public String label() {
            return best.label() + " (best of {winner}, {losers})";
        }

        @Override
        public ImmutableMap<String, String> inputs() {
            return ImmutableMap.<String, String>builder()
                    .putAll(best.inputs())
                    .put("winner", winner)
                    .put("losers", losers)
                    .buildOrThrow();
        }
    }
}
