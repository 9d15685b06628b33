package io.salesops.quote.pricing;

import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceLevel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of a price book, made ready.
 *
 * @param entry as it stands there, or as it was derived
 * @param model its price model, made ready
 * @param floor the lowest net unit price, in the currency of the book
 * @param step where it stands
 * @param toMinor turns {@link ListPrice#scaledPrice} into minor units of the book's currency
 * @param from the entry that it was derived from
 */
record PreparedEntry(
        PriceEntry entry,
        ListPrice model,
        Optional<Rational> floor,
        StepRule step,
        Exact.Ratio toMinor,
        Optional<RuleRef> from) {

    static PreparedEntry of(PriceEntry entry, RuleRef rule, int scale, Optional<RuleRef> from) {
        ListPrice model = ListPrice.of(entry.price());
        int decimals = Math.max(0, model.decimals());
        PriceLevel level = entry.account().isPresent() ? PriceLevel.SPECIAL : PriceLevel.LIST;
        return new PreparedEntry(
                entry,
                model,
                entry.floor().map(Rational::of),
                new StepRule(rule, level),
                Exact.Ratio.of(MinorUnits.shift(scale - decimals)),
                from);
    }

    boolean holdsOn(LocalDate date) {
        return entry.effective().isEmpty() || entry.effective().get().contains(date);
    }

    int priority() {
        return entry.priority().orElse(0);
    }
}
