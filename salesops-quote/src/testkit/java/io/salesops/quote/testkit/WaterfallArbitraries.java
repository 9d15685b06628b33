package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.MoneyArbitraries;
import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.price.BookDerivation;
import io.salesops.quote.price.Commitment;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.LineFacts;
import io.salesops.quote.price.MinimumOrder;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.PromotionUses;
import io.salesops.quote.price.RateTier;
import io.salesops.quote.price.UnitConversion;
import io.salesops.quote.price.UnitRounding;
import io.salesops.quote.price.UsageModel;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of price models and waterfall steps of every kind, and of their parts. */
public final class WaterfallArbitraries {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");

    private WaterfallArbitraries() {}

    static Arbitrary<BigDecimal> decimals(long least, long most, int scale) {
        return Arbitraries.longs().between(least, most).map(value -> BigDecimal.valueOf(value, scale));
    }

    /** Discounts from nothing to all of it. */
    static Arbitrary<Rate> shares() {
        return Arbitraries.longs().between(0, 100).map(Rate::ofPercent);
    }

    private static Arbitrary<MonetaryAmount> dollars(long most) {
        return decimals(0, most, 2).map(amount -> Amounts.of(amount, USD));
    }

    /** Options of bundles, with bounds in order. */
    public static Arbitrary<BundleOption> bundleOptions() {
        return Combinators.combine(
                        CrmArbitraries.ids("P", ProductId::of),
                        Arbitraries.of(BundleOption.Presence.class),
                        decimals(0, 10, 0).optional(0.5),
                        decimals(0, 20, 0).optional(0.5),
                        dollars(9_000).optional(0.3),
                        decimals(0, 10, 0).optional(0.3),
                        shares().optional(0.3))
                .as((product, presence, least, width, unitPrice, included, discount) -> new BundleOption(
                        product,
                        presence,
                        least,
                        width.map(more -> more.add(least.orElse(BigDecimal.ZERO))),
                        least,
                        unitPrice,
                        included,
                        discount));
    }

    /** Conversions into whole and into broken units. */
    public static Arbitrary<UnitConversion> unitConversions() {
        return Combinators.combine(
                        decimals(1, 2_000, 0),
                        Arbitraries.of(UnitRounding.class).optional(0.7))
                .as(UnitConversion::new);
    }

    /** Ascending tiers whose bounds are all in, or all out, the last without bound; some in blocks. */
    public static Arbitrary<ImmutableList<PriceTier>> tiers() {
        return Combinators.combine(
                        QuoteArbitraries.tiers(),
                        Arbitraries.of(true, false),
                        decimals(1, 50, 0).optional(0.3))
                .as((tiers, out, block) -> tiers.stream()
                        .map(tier -> new PriceTier(
                                out ? Optional.empty() : tier.upTo(),
                                out ? tier.upTo() : Optional.empty(),
                                tier.unit(),
                                tier.flat(),
                                block))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Tiers of percentages, ascending, the last without bound. */
    public static Arbitrary<ImmutableList<RateTier>> percentages() {
        return Combinators.combine(tiers(), shares().list().ofSize(4)).as((tiers, rates) -> {
            ImmutableList.Builder<RateTier> all = ImmutableList.builder();
            for (int i = 0; i < tiers.size(); i++) {
                PriceTier tier = tiers.get(i);
                all.add(new RateTier(tier.upTo(), tier.below(), rates.get(i), tier.flat()));
            }
            return all.build();
        });
    }

    /** Tiers of {@link #percentages()}. */
    public static Arbitrary<RateTier> rateTiers() {
        return percentages().flatMap(Arbitraries::of);
    }

    /** Tiers of discounts, ascending, the last without bound. */
    public static Arbitrary<ImmutableList<DiscountTier>> schedules() {
        return percentages()
                .map(tiers -> tiers.stream()
                        .map(tier -> new DiscountTier(tier.upTo(), tier.below(), tier.rate()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Tiers of {@link #schedules()}. */
    public static Arbitrary<DiscountTier> discountTiers() {
        return schedules().flatMap(Arbitraries::of);
    }

    /** Units that are paid for in any case. */
    public static Arbitrary<Commitment> commitments() {
        return Combinators.combine(decimals(0, 500, 0), QuoteArbitraries.unitPrices())
                .as(Commitment::new);
    }

    /** Price models of every kind. */
    public static Arbitrary<PriceModel> priceModels() {
        Arbitrary<PriceModel> percentOfTotal = Combinators.combine(
                        shares(),
                        Arbitraries.of(PriceModel.PercentOfTotal.Basis.class),
                        CrmArbitraries.ids("P", ProductId::of)
                                .set()
                                .ofMaxSize(3)
                                .map(ImmutableSet::copyOf)
                                .optional(0.5))
                .as(PriceModel.PercentOfTotal::new);
        return Arbitraries.oneOf(simple(), simple(), percentOfTotal, usages());
    }

    /** Price models that need no other line and no other model. */
    private static Arbitrary<PriceModel> simple() {
        return Arbitraries.oneOf(
                QuoteArbitraries.unitPrices().map(PriceModel.PerUnit::new),
                tiers().map(PriceModel.Graduated::new),
                tiers().map(PriceModel.Volume::new),
                Combinators.combine(
                                decimals(1, 5_000, 1),
                                QuoteArbitraries.unitPrices(),
                                decimals(0, 2_000, 0).optional(0.5),
                                Arbitraries.of(UnitRounding.class).optional(0.5))
                        .as(PriceModel.PerPackage::new),
                QuoteArbitraries.unitPrices().map(PriceModel.Flat::new),
                Combinators.combine(
                                shares(),
                                decimals(0, 500, 2).optional(0.5),
                                Arbitraries.integers().between(0, 3).map(OptionalInt::of),
                                decimals(0, 10_000, 2).optional(0.5),
                                decimals(0, 100, 2).optional(0.3),
                                decimals(100, 1_000, 2).optional(0.3))
                        .as(PriceModel.Percentage::new),
                percentages().map(PriceModel.GraduatedPercentage::new),
                shares().map(PriceModel.CostPlus::new),
                decimals(0, 200, 2).optional(0.5).map(PriceModel.Dynamic::new));
    }

    private static Arbitrary<PriceModel> usages() {
        return Combinators.combine(
                        simple(),
                        unitConversions().optional(0.5),
                        decimals(0, 100, 0).optional(0.5),
                        commitments().optional(0.5),
                        decimals(0, 1_000, 2).optional(0.3),
                        decimals(1_000, 1_000_000, 2).optional(0.3))
                .as(UsageModel::new);
    }

    /** How books are derived from the book {@code base}. */
    public static Arbitrary<BookDerivation> bookDerivations() {
        return Combinators.combine(
                        decimals(0, 300, 2).optional(0.8),
                        decimals(-100, 500, 2).optional(0.4),
                        Arbitraries.integers().between(0, 4).optional(0.5))
                .as((factor, surcharge, scale) -> new BookDerivation(
                        "base", factor, surcharge, scale.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    }

    /** Limits of promotions, amounts in USD. */
    public static Arbitrary<PromotionLimits> promotionLimits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5).optional(0.3),
                        Arbitraries.integers().between(0, 3).optional(0.3),
                        dollars(50_000).optional(0.4),
                        decimals(0, 500, 1).optional(0.4))
                .as((uses, own, most, quantity) -> new PromotionLimits(
                        uses.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        own.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        most,
                        quantity));
    }

    /** Uses of promotions. */
    public static Arbitrary<PromotionUses.Use> uses() {
        return Combinators.combine(
                        Arbitraries.of("SPRING", "EACH", "ONCE"),
                        CrmArbitraries.ids("A-", AccountId::of),
                        Arbitraries.integers().between(0, 4))
                .as(PromotionUses.Use::new);
    }

    /** Lists of uses. */
    public static Arbitrary<PromotionUses> promotionUses() {
        return uses().list()
                .ofMaxSize(4)
                .map(uses -> PromotionUses.builder().uses(uses).build());
    }

    /** Minimum orders in USD. */
    public static Arbitrary<MinimumOrder> minimumOrders() {
        return Combinators.combine(dollars(1_000_000), Arbitraries.of(MinimumOrder.Shortfall.class))
                .as(MinimumOrder::new);
    }

    /** Steps of every kind; promotions carry the codes SPRING, EACH and ONCE, amounts are in USD. */
    public static Arbitrary<WaterfallStep> waterfallSteps() {
        return Arbitraries.oneOf(
                Arbitraries.just(new WaterfallStep.ContractedPrice("contract")),
                Arbitraries.just(new WaterfallStep.BundlePrice("bundle")),
                schedule("range", WaterfallStep.VolumeSchedule.Mode.RANGE),
                schedule("slab", WaterfallStep.VolumeSchedule.Mode.SLAB),
                termSchedules(),
                Arbitraries.just(new WaterfallStep.CustomerDiscount("customer")),
                shares().map(rate -> new WaterfallStep.PartnerDiscount("partner", rate)),
                promotions("spring", "SPRING"),
                coupons("each", "EACH", WaterfallStep.Coupon.Per.UNIT),
                coupons("once", "ONCE", WaterfallStep.Coupon.Per.LINE),
                Arbitraries.just(new WaterfallStep.Floor("floor")),
                choices(),
                Combinators.combine(conditions(), termSchedules()).as((where, step) -> step.where(where)));
    }

    /** Conditions on fields of lines, quotes and accounts. */
    public static Arbitrary<Criteria<LineFacts>> conditions() {
        return Arbitraries.of(
                LineFacts.QUANTITY.atLeast(BigDecimal.TEN),
                LineFacts.MONTHS.below(12L),
                LineFacts.SEGMENT.is("smb").not(),
                LineFacts.PRODUCT.in(ProductId.of("P0"), ProductId.of("P1")).or(LineFacts.GROUP.present()),
                LineFacts.account(Account.COUNTRY).in("DE", "AT").and(LineFacts.CHANNEL.startsWith("web")));
    }

    /** Facts about lines, some with the account of the customer. */
    public static Arbitrary<LineFacts> lineFacts() {
        return Combinators.combine(
                        QuoteArbitraries.quotes().map(quote -> quote.lines().get(0)),
                        CrmArbitraries.accounts().optional(0.5),
                        Arbitraries.of("smb", "large").optional(0.5))
                .as((line, account, segment) -> new LineFacts(
                        line.product(),
                        line.quantity(),
                        line.term().from().until(line.term().before()).toTotalMonths(),
                        line.group(),
                        line.bundle().isPresent(),
                        account.map(Account::id).orElse(AccountId.of("A-1")),
                        Optional.empty(),
                        segment,
                        Optional.empty(),
                        Monetary.getCurrency("USD"),
                        account));
    }

    static Arbitrary<WaterfallStep> schedule(String id, WaterfallStep.VolumeSchedule.Mode mode) {
        return Combinators.combine(schedules(), products())
                .as((tiers, products) -> new WaterfallStep.VolumeSchedule(id, mode, tiers, products));
    }

    private static Arbitrary<Optional<ImmutableSet<ProductId>>> products() {
        return Arbitraries.of("P0", "P1", "P2", "P3")
                .map(ProductId::of)
                .set()
                .ofMinSize(1)
                .map(ImmutableSet::copyOf)
                .optional(0.4);
    }

    static Arbitrary<WaterfallStep> termSchedules() {
        return MoneyArbitraries.rates()
                .map(rate -> WaterfallStep.TermSchedule.of(
                        "term",
                        new WaterfallStep.LongTerm(6, Rate.ofPercent(2)),
                        new WaterfallStep.LongTerm(12, rate.compareTo(Rate.ONE) > 0 ? Rate.ONE : Rate.ofPercent(9))));
    }

    static Arbitrary<WaterfallStep> promotions(String id, String code) {
        return Combinators.combine(shares(), products(), promotionLimits().optional(0.5))
                .as((rate, products, limits) -> new WaterfallStep.Promotion(id, code, rate, products, limits));
    }

    static Arbitrary<WaterfallStep> coupons(String id, String code, WaterfallStep.Coupon.Per per) {
        return Combinators.combine(dollars(5_000), products(), promotionLimits().optional(0.5))
                .as((amount, products, limits) -> new WaterfallStep.Coupon(id, code, amount, per, products, limits));
    }

    static Arbitrary<WaterfallStep> choices() {
        return Combinators.combine(shares(), dollars(5_000), schedule("offer", WaterfallStep.VolumeSchedule.Mode.RANGE))
                .as((rate, amount, schedule) -> WaterfallStep.BestOf.of(
                        "best",
                        new WaterfallStep.Promotion("vip", "VIP", rate),
                        WaterfallStep.Coupon.of("gift", "GIFT", amount, WaterfallStep.Coupon.Per.LINE),
                        schedule));
    }
}
