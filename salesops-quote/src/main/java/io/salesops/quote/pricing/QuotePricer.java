package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.PromotionUses;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Prices quotes from a catalogue, a policy and price books. Immutable and thread-safe: made once, kept, and asked often.
 *
 * <p>A price is a pure function of these definitions, the quote, earlier uses of promotions, the day and its exchange rates.
 * Prices are exact rational numbers until they are rounded at the place that the policy names; a price that does not fit in
 * 63 bits of minor units is a finding. Cost of a quote: O(lines x steps); shares of a header discount, made when a line is
 * asked for, O(lines log lines) once.
 */
public final class QuotePricer {
    private final Definitions definitions;

    private QuotePricer(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Makes an engine; versions of a price book share its id and are in force on different days.
     *
     * @throws FindingsException with every finding of {@link #check}, if one of them is an error
     */
    public static QuotePricer of(Catalog catalog, PricingPolicy policy, PriceBook... books) {
        ImmutableList<Finding> findings = check(catalog, policy, books);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new QuotePricer(Definitions.of(catalog, policy, List.of(books)));
    }

    /** Returns everything that is wrong with the definitions, each alone and together; never throws. */
    public static ImmutableList<Finding> check(Catalog catalog, PricingPolicy policy, PriceBook... books) {
        return DefinitionCheck.check(catalog, policy, List.of(books));
    }

    /**
     * Prices a quote on a day, where no promotion was used before.
     *
     * @return the priced quote, whose findings tell of prices below their floor; or all findings that refuse it: products
     *     or prices that are not there, a price book that is not in force, a missing exchange rate, quantities and discounts
     *     that cannot be, bundles that do not hold together, amounts beyond 63 bits. There is never a total without all its
     *     lines.
     */
    public Checked<PricedQuote> price(Quote quote, AsOf asOf) {
        return price(quote, PromotionUses.none(), asOf);
    }

    /** Prices a quote on a day; promotions whose limits are used up take nothing off, and a finding says so. */
    public Checked<PricedQuote> price(Quote quote, PromotionUses uses, AsOf asOf) {
        return price(quote, Optional.empty(), uses, asOf);
    }

    /**
     * Prices a quote for a customer whose record is known: conditions of steps may ask about its fields.
     *
     * @return see {@link #price(Quote, AsOf)}; refused where the quote is for another account
     */
    public Checked<PricedQuote> price(Quote quote, Account customer, AsOf asOf) {
        return price(quote, customer, PromotionUses.none(), asOf);
    }

    /** Prices a quote for a customer whose record is known, after earlier uses of promotions. */
    public Checked<PricedQuote> price(Quote quote, Account customer, PromotionUses uses, AsOf asOf) {
        return price(quote, Optional.of(customer), uses, asOf);
    }

    /** Prices a quote with what was known when an earlier state of it was priced. */
    Checked<PricedQuote> price(Quote quote, @Nullable PricedState earlier, AsOf asOf) {
        return earlier == null
                ? price(quote, asOf)
                : price(quote, earlier.context().customer(), earlier.context().uses(), asOf);
    }

    private Checked<PricedQuote> price(Quote quote, Optional<Account> customer, PromotionUses uses, AsOf asOf) {
        return new QuotePricing(definitions, quote, customer, uses, asOf).price();
    }

    /**
     * Prices a quote of which one line has changed; equal to pricing the quote with that line. Only what depends on the line is
     * calculated: its own steps, lines that are a percentage of others, and sums. O(steps), and one copy of an array of
     * references to the lines.
     *
     * <p>A quote that was priced by another engine or on another day, or was read from a document, is priced as a whole.
     *
     * @throws IllegalArgumentException if the quote has no line of that id
     */
    public Checked<PricedQuote> reprice(PricedQuote priced, QuoteLine line, AsOf asOf) {
        PricedState state = priced.state();
        if (state != null
                && state.context().definitions().engine() == definitions.engine()
                && priced.findings().isEmpty()
                && state.context().asOf().equals(asOf)) {
            Optional<Checked<PricedQuote>> changed =
                    new Repricing(state, line, position(state.index().indexOf(line.id()), priced, line)).price();
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        return price(replaced(priced, line), state, asOf);
    }

    /**
     * Looks for the header discounts, in hundredths of a percent, whose net prices are next to a target.
     *
     * @return see {@link #reach(PricedQuote, ReachGoal, ReachOptions, AsOf)}
     */
    public Checked<Reach> reach(PricedQuote priced, MonetaryAmount net, AsOf asOf) {
        return reach(priced, new ReachGoal.Net(net), ReachOptions.header(), asOf);
    }

    /**
     * Looks for the discounts of a grid whose net prices are next to a goal: the highest at or below it and the lowest at or
     * above it, each with the smallest discount that makes it. Prices O(log n) of n discounts.
     *
     * @return what can be reached; or all findings that refuse it: a line that is not there, a margin without costs, another
     *     currency, or whatever refuses the quote with the least discount
     */
    public Checked<Reach> reach(PricedQuote priced, ReachGoal goal, ReachOptions options, AsOf asOf) {
        return GoalSeek.of(this, priced, goal, options, asOf);
    }

    private static Quote replaced(PricedQuote priced, QuoteLine line) {
        Quote quote = priced.quote();
        int position = -1;
        for (int i = 0; i < quote.lines().size() && position < 0; i++) {
            position = quote.lines().get(i).id().equals(line.id()) ? i : -1;
        }
        int found = position(position, priced, line);
        ImmutableList.Builder<QuoteLine> lines = ImmutableList.builder();
        for (int i = 0; i < quote.lines().size(); i++) {
            lines.add(i == found ? line : quote.lines().get(i));
        }
        return quote.withLines(lines.build());
    }

    private static int position(int found, PricedQuote priced, QuoteLine line) {
        if (found < 0) {
            throw new IllegalArgumentException("quote " + priced.quote().id() + " has no line '" + line.id()
                    + "' to change. Maybe price the quote with the new line.");
        }
        return found;
    }
}
