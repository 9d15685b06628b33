package io.salesops.testkit;

import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.price.BookDerivation;
import io.salesops.quote.price.Commitment;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.LineFacts;
import io.salesops.quote.price.MinimumOrder;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.PromotionUses;
import io.salesops.quote.price.RateTier;
import io.salesops.quote.price.UnitConversion;
import io.salesops.quote.pricing.QuoteTotal;
import io.salesops.quote.pricing.Subtotal;
import io.salesops.quote.pricing.TaxGroup;
import io.salesops.quote.testkit.PricingArbitraries;
import io.salesops.quote.testkit.WaterfallArbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of the parts of catalogues, price books and pricing policies, and of totals. */
public final class QuotePartArbitraries {
    private QuotePartArbitraries() {}

    /** Options of bundles, with bounds in order. */
    public static Arbitrary<BundleOption> bundleOptions() {
        return WaterfallArbitraries.bundleOptions();
    }

    /** Conversions into whole and into broken units. */
    public static Arbitrary<UnitConversion> unitConversions() {
        return WaterfallArbitraries.unitConversions();
    }

    /** What conditions of steps ask about. */
    public static Arbitrary<LineFacts> lineFacts() {
        return WaterfallArbitraries.lineFacts();
    }

    /** Tiers of percentages of amounts. */
    public static Arbitrary<RateTier> rateTiers() {
        return WaterfallArbitraries.rateTiers();
    }

    /** Tiers of discounts. */
    public static Arbitrary<DiscountTier> discountTiers() {
        return WaterfallArbitraries.discountTiers();
    }

    /** Units that are paid for in any case. */
    public static Arbitrary<Commitment> commitments() {
        return WaterfallArbitraries.commitments();
    }

    /** How books are derived from the book {@code base}. */
    public static Arbitrary<BookDerivation> bookDerivations() {
        return WaterfallArbitraries.bookDerivations();
    }

    /** Limits of promotions, amounts in USD. */
    public static Arbitrary<PromotionLimits> promotionLimits() {
        return WaterfallArbitraries.promotionLimits();
    }

    /** Lists of uses. */
    public static Arbitrary<PromotionUses> promotionUses() {
        return WaterfallArbitraries.promotionUses();
    }

    /** Uses of promotions. */
    public static Arbitrary<PromotionUses.Use> promotionUse() {
        return WaterfallArbitraries.uses();
    }

    /** Minimum orders in USD. */
    public static Arbitrary<MinimumOrder> minimumOrders() {
        return WaterfallArbitraries.minimumOrders();
    }

    /** What the groups of priced quotes come to. */
    public static Arbitrary<Subtotal> subtotals() {
        return PricingArbitraries.subtotals();
    }

    /** Taxes on some lines. */
    public static Arbitrary<TaxGroup> taxGroups() {
        return PricingArbitraries.taxGroups();
    }

    /** Priced quotes with one tax on all lines and with freight. */
    public static Arbitrary<QuoteTotal> quoteTotals() {
        return PricingArbitraries.quoteTotals();
    }

    /** What each tax of {@link #quoteTotals()} comes to. */
    public static Arbitrary<QuoteTotal.Tax> taxes() {
        return PricingArbitraries.taxes();
    }

    /** What of {@link #quoteTotals()} falls on each line. */
    public static Arbitrary<QuoteTotal.Line> totalLines() {
        return PricingArbitraries.totalLines();
    }
}
