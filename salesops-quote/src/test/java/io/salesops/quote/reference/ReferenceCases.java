package io.salesops.quote.reference;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.BookDerivation;
import io.salesops.quote.price.ConditionalStep;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.LineFacts;
import io.salesops.quote.price.MinimumOrder;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceModel.PercentOfTotal.Basis;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.PricingPolicy.Place;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.RateTier;
import io.salesops.quote.price.UnitConversion;
import io.salesops.quote.price.UnitRounding;
import io.salesops.quote.price.UsageModel;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Catalogues, books, policies and quotes that fit together, drawn from a seed: every price model and every step. */
final class ReferenceCases {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final int PRODUCTS = 14;

    private final Random random;
    private final CurrencyUnit currency;
    private final Map<String, ReferenceCase.Condition> conditions = new HashMap<>();
    private boolean bounded;

    private ReferenceCases(long seed) {
        this.random = new Random(seed);
        this.currency = Monetary.getCurrency(List.of("JPY", "USD", "KWD").get(random.nextInt(3)));
    }

    static Arbitrary<ReferenceCase> cases() {
        return Arbitraries.longs().map(ReferenceCases::of).withoutEdgeCases();
    }

    static ReferenceCase of(long seed) {
        return new ReferenceCases(seed).draw();
    }

    private ReferenceCase draw() {
        Catalog catalog = catalog();
        PriceBook full = book();
        Optional<PriceBook> base = chance(3) ? Optional.of(base(full)) : Optional.empty();
        PriceBook book = base.map(behind -> derived(full, behind)).orElse(full);
        PricingPolicy policy = policy();
        Quote quote = bundled(quote(policy));
        AsOf asOf = AsOf.date(DAY.toString());
        if (!chance(3)) {
            return new ReferenceCase(catalog, policy, book, base, conditions, quote, asOf, Fraction.ONE);
        }
        // Prices, costs and amounts stay in the currency of the book; the customer asks for another one.
        Rational rate = Rational.of(1 + random.nextInt(40_000), 10_000);
        CurrencyUnit other = Monetary.getCurrency(pick(new String[] {"EUR", "KRW", "TND"}));
        RateTable rates = RateTable.builder()
                .id("rates")
                .addRates(new DatedRate(currency, other, DAY.minusDays(9), rate, "plan"))
                .build();
        return new ReferenceCase(
                catalog,
                policy,
                book,
                base,
                conditions,
                quote.withCurrency(other),
                asOf.withRates(rates),
                new Fraction(rate.numerator(), rate.denominator()));
    }

    private Catalog catalog() {
        Catalog.Builder catalog = Catalog.builder().id("catalog").version("1");
        for (int i = 0; i < PRODUCTS; i++) {
            Charge charge = pick(Charge.values());
            Offering offering = Offering.of("P" + i, "Product " + i, charge).withCost(money(decimal(0, 90_000, 2)));
            catalog.addOfferings(i == 0 ? offering.withOptions(options()) : offering);
        }
        return catalog.build();
    }

    /** The options of P0: at unit prices of their own, with units included, at a discount, or with nothing of the kind. */
    private List<BundleOption> options() {
        List<BundleOption> options = new ArrayList<>();
        for (int i = 1; i < 10; i++) {
            BundleOption option = BundleOption.of("P" + i, BundleOption.Presence.OPTIONAL);
            option = chance(3) ? option.at(money(unit())) : option;
            option = chance(2) ? option.including(decimal(0, 9, 1).toPlainString()) : option;
            options.add(chance(3) ? option.discounted(rate(-10, 60)) : option);
        }
        return options;
    }

    /** Makes lines options of a line that sells P0, each product once. */
    private Quote bundled(Quote quote) {
        Optional<QuoteLine> holder = quote.lines().stream()
                .filter(line -> line.product().value().equals("P0"))
                .findFirst();
        Set<ProductId> held = new HashSet<>();
        List<QuoteLine> lines = new ArrayList<>();
        for (QuoteLine line : quote.lines()) {
            boolean fits = Integer.parseInt(line.product().value().substring(1)) % 10 != 0
                    && Integer.parseInt(line.product().value().substring(1)) < 10;
            lines.add(
                    holder.isPresent() && fits && !chance(4) && held.add(line.product())
                            ? line.withBundle(holder.get().id())
                            : line);
        }
        return quote.withLines(lines);
    }

    /** A book of another currency with some of the entries whose prices are stated, and other ones beside entries of the book. */
    private PriceBook base(PriceBook full) {
        PriceBook.Builder base = PriceBook.builder().id("base").version("3").currency(Monetary.getCurrency("CHF"));
        for (PriceEntry entry : full.entries()) {
            boolean stated = !(entry.price() instanceof PriceModel.PercentOfTotal) && isPlain(entry);
            if (stated && chance(2)) {
                base.addEntries(new PriceEntry(
                        entry.product(),
                        model(random.nextInt(6)),
                        entry.floor(),
                        entry.account(),
                        entry.effective(),
                        entry.priority()));
            }
        }
        return base.build();
    }

    private static boolean isPlain(PriceEntry entry) {
        return Integer.parseInt(entry.product().value().substring(1)) < 6;
    }

    /** The book without some of the entries that its base has. */
    private PriceBook derived(PriceBook full, PriceBook base) {
        BookDerivation derivation =
                BookDerivation.of("base", decimal(1, 30_000, 4).toPlainString());
        derivation = chance(2) ? derivation.plus(decimal(-500, 500, 2).toPlainString()) : derivation;
        derivation = chance(2) ? derivation.roundedTo(random.nextInt(5)) : derivation;
        List<PriceEntry> own = new ArrayList<>();
        for (PriceEntry entry : full.entries()) {
            boolean behind = base.entries().stream()
                    .anyMatch(other -> other.product().equals(entry.product())
                            && other.account().equals(entry.account())
                            && other.effective().isEmpty());
            if (!behind || chance(2)) {
                own.add(entry);
            }
        }
        return full.withEntries(own).withDerivedFrom(derivation);
    }

    private PriceBook book() {
        PriceBook.Builder book = PriceBook.builder().id("book").version("1").currency(currency);
        for (int i = 0; i < PRODUCTS; i++) {
            PriceEntry entry = PriceEntry.of("P" + i, model(i));
            boolean total = entry.price() instanceof PriceModel.PercentOfTotal;
            book.addEntries(
                    chance(3) && !total ? entry.notBelow(decimal(0, 30_000, 2).toPlainString()) : entry);
            if (chance(4) && !total) {
                book.addEntries(PriceEntry.of("P" + i, model(i % 10)).contractedWith("A-1"));
            }
            if (chance(4) && !total) {
                book.addEntries(PriceEntry.of("P" + i, model(i % 10))
                        .ranked(1)
                        .during(
                                chance(2)
                                        ? DateRange.of("2026-03-01", "2026-04-01")
                                        : DateRange.of("2026-04-01", "2026-05-01")));
            }
        }
        return book.build();
    }

    private PriceModel model(int kind) {
        return switch (kind) {
            case 0 -> new PriceModel.PerUnit(unit());
            case 1 -> new PriceModel.Graduated(tiers(false));
            case 2 -> new PriceModel.Graduated(tiers(true));
            case 3 -> new PriceModel.Volume(tiers(chance(2)));
            case 4 ->
                new PriceModel.PerPackage(
                        decimal(1, 5_000, 1),
                        unit(),
                        maybe(decimal(0, 500, 0)),
                        chance(2) ? Optional.of(pick(UnitRounding.values())) : Optional.empty());
            case 5 -> new PriceModel.Flat(unit());
            case 6 -> new PriceModel.CostPlus(rate(-20, 80));
            case 7, 8, 9 -> usage();
            case 10 -> percentage();
            case 11 -> new PriceModel.GraduatedPercentage(rateTiers());
            case 12 -> chance(2) ? PriceModel.dynamic() : PriceModel.dynamic().times("1.37");
            default ->
                chance(2)
                        ? PriceModel.percentOfTotal(rate(0, 30), chance(2) ? Basis.LIST : Basis.NET)
                        : PriceModel.percentOfTotal(rate(0, 30), chance(2) ? Basis.LIST : Basis.NET, "P0", "P1", "P9");
        };
    }

    private PriceModel usage() {
        UsageModel usage = PriceModel.usage(model(random.nextInt(5)));
        if (chance(2)) {
            usage = usage.converted(new UnitConversion(
                    decimal(1, 100, 0), chance(2) ? Optional.of(pick(UnitRounding.values())) : Optional.empty()));
        }
        usage = chance(3) ? usage.free(decimal(0, 200, 0).toPlainString()) : usage;
        usage = chance(3)
                ? usage.committed(
                        decimal(0, 300, 0).toPlainString(),
                        decimal(0, 50_000, 2).toPlainString())
                : usage;
        int least = random.nextInt(1_000);
        usage = chance(3) ? usage.atLeast(Integer.toString(least)) : usage;
        return chance(3) ? usage.atMost(Integer.toString(least + random.nextInt(20_000))) : usage;
    }

    private PriceModel percentage() {
        PriceModel.Percentage model = PriceModel.percentage(rate(0, 10));
        model = chance(2) ? model.plus(decimal(0, 300, 2).toPlainString()) : model;
        model = chance(2) ? model.free(random.nextInt(3), decimal(0, 500, 0).toPlainString()) : model;
        return chance(2) ? model.between("1.75", "12") : model;
    }

    private ImmutableList<PriceTier> tiers(boolean blocks) {
        boolean below = chance(2);
        ImmutableList.Builder<PriceTier> tiers = ImmutableList.builder();
        BigDecimal bound = BigDecimal.ZERO;
        int count = random.nextInt(4);
        for (int i = 0; i <= count; i++) {
            bound = bound.add(chance(3) ? decimal(1, 5_000, 1) : decimal(1, 300, 0));
            Optional<BigDecimal> own = i == count ? Optional.empty() : Optional.of(bound);
            tiers.add(new PriceTier(
                    below ? Optional.empty() : own,
                    below ? own : Optional.empty(),
                    unit(),
                    maybe(decimal(0, 10_000, 2)),
                    blocks ? maybe(decimal(1, 50, 0)) : Optional.empty()));
        }
        return tiers.build();
    }

    private ImmutableList<RateTier> rateTiers() {
        boolean below = chance(2);
        ImmutableList.Builder<RateTier> tiers = ImmutableList.builder();
        BigDecimal bound = BigDecimal.ZERO;
        int count = random.nextInt(3);
        for (int i = 0; i <= count; i++) {
            bound = bound.add(decimal(1, 400, 0));
            Optional<BigDecimal> own = i == count ? Optional.empty() : Optional.of(bound);
            tiers.add(new RateTier(
                    below ? Optional.empty() : own,
                    below ? own : Optional.empty(),
                    rate(0, 40),
                    maybe(decimal(0, 5_000, 2))));
        }
        return tiers.build();
    }

    private DiscountTier[] discountTiers() {
        return rateTiers().stream()
                .map(tier -> new DiscountTier(tier.upTo(), tier.below(), tier.rate()))
                .toArray(DiscountTier[]::new);
    }

    private PricingPolicy policy() {
        List<WaterfallStep> steps = new ArrayList<>();
        // Without them contracted prices and those of options would be refused.
        steps.add(new WaterfallStep.ContractedPrice("contracted"));
        steps.add(new WaterfallStep.BundlePrice("bundle"));
        add(steps, volume("range", WaterfallStep.VolumeSchedule.Mode.RANGE));
        add(steps, volume("slab", WaterfallStep.VolumeSchedule.Mode.SLAB));
        add(
                steps,
                WaterfallStep.TermSchedule.of(
                        "term",
                        new WaterfallStep.LongTerm(6, rate(0, 10)),
                        new WaterfallStep.LongTerm(12, rate(0, 20))));
        add(steps, new WaterfallStep.PartnerDiscount("partner", rate(0, 30)));
        add(steps, new WaterfallStep.PartnerDiscount("distributor", rate(0, 30)));
        add(steps, chance(3) ? bounded(promotion("spring", "SPRING")) : promotion("spring", "SPRING"));
        add(steps, coupon("welcome", "WELCOME"));
        add(steps, new WaterfallStep.BestOf("best", ImmutableList.of(promotion("a", "A"), coupon("b", "B"))));
        Collections.shuffle(steps, random);
        // First: an amount that the seller takes off must not exceed what is left.
        int first = steps.isEmpty() || !(steps.get(0) instanceof WaterfallStep.ContractedPrice) ? 0 : 1;
        steps.add(chance(2) ? first : random.nextInt(steps.size() + 1), new WaterfallStep.CustomerDiscount("customer"));
        if (chance(3)) {
            steps.add(new WaterfallStep.Floor("floor"));
        }
        Place place = pick(Place.values());
        PricingPolicy.Builder policy = PricingPolicy.builder()
                .id("policy")
                .version("1")
                .steps(steps)
                .dayCount(List.of(
                                DayCount.MONTHS_DAYS,
                                DayCount.ACT_365F,
                                DayCount.ACT_360,
                                DayCount.ACT_ACT,
                                DayCount.THIRTY_E_360,
                                DayCount.THIRTY_360_ISDA,
                                DayCount.fixed(30))
                        .get(random.nextInt(7)))
                .rounding(RoundingPolicy.builder()
                        .mode(chance(2) ? RoundingMode.HALF_UP : RoundingMode.HALF_EVEN)
                        .build())
                .roundAt(place)
                .partnersOffList(chance(4));
        if (place == Place.UNIT) {
            policy.unitScale(6);
        }
        if (chance(4)) {
            policy.minimumOrder(new MinimumOrder(money(decimal(0, 1_000_000, 0)), MinimumOrder.Shortfall.TOP_UP));
        }
        return policy.build();
    }

    private void add(List<WaterfallStep> steps, WaterfallStep step) {
        if (chance(3)) {
            steps.add(chance(3) ? conditional(step) : step);
        }
    }

    private WaterfallStep conditional(WaterfallStep step) {
        int bound = random.nextInt(300);
        Criteria<LineFacts> many = LineFacts.QUANTITY.atLeast(BigDecimal.valueOf(bound));
        ReferenceCase.Condition isMany = (quote, line) -> line.quantity().compareTo(BigDecimal.valueOf(bound)) >= 0;
        Criteria<LineFacts> small = LineFacts.SEGMENT.is("smb");
        return switch (random.nextInt(5)) {
            case 0 -> meaning(step, many, isMany);
            case 1 -> meaning(step, many.not(), (quote, line) -> !isMany.isMet(quote, line));
            case 2 -> meaning(step, small, (quote, line) -> quote.segment().equals(Optional.of("smb")));
            case 3 ->
                meaning(
                        step,
                        small.not().or(many),
                        (quote, line) -> isMany.isMet(quote, line)
                                || quote.segment()
                                        .filter(segment -> !segment.equals("smb"))
                                        .isPresent());
            default ->
                meaning(
                        step,
                        LineFacts.MONTHS.atLeast(12L).and(LineFacts.PRODUCT.in(ProductId.of("P0"), ProductId.of("P4"))),
                        (quote, line) -> !line.term()
                                        .from()
                                        .plusMonths(12)
                                        .isAfter(line.term().before())
                                && List.of("P0", "P4").contains(line.product().value()));
        };
    }

    private WaterfallStep meaning(WaterfallStep step, Criteria<LineFacts> where, ReferenceCase.Condition condition) {
        conditions.put(step.id(), condition);
        return step.where(where);
    }

    private WaterfallStep volume(String id, WaterfallStep.VolumeSchedule.Mode mode) {
        WaterfallStep.VolumeSchedule schedule = WaterfallStep.VolumeSchedule.of(id, mode, discountTiers());
        return chance(2) ? schedule : schedule.on("P0", "P1", "P2", "P3");
    }

    private WaterfallStep.Promotion promotion(String id, String code) {
        WaterfallStep.Promotion promotion = new WaterfallStep.Promotion(id, code, rate(0, 30));
        promotion = chance(2) ? promotion : promotion.on("P0", "P4", "P7");
        return chance(2)
                ? promotion
                : promotion.within(
                        PromotionLimits.none().quantityPerLine(decimal(1, 90, 0).toPlainString()));
    }

    /** The quote of a promotion with a bound has no line that is a percentage of others. */
    private WaterfallStep bounded(WaterfallStep.Promotion promotion) {
        bounded = true;
        return promotion.within(
                promotion.limits().orElse(PromotionLimits.none()).mostPerUse(money(decimal(1, 500, 0))));
    }

    private WaterfallStep coupon(String id, String code) {
        boolean unit = chance(2);
        WaterfallStep.Coupon coupon = WaterfallStep.Coupon.of(
                id,
                code,
                money(unit ? decimal(1, 30, 0) : decimal(1, 500, 0)),
                unit ? WaterfallStep.Coupon.Per.UNIT : WaterfallStep.Coupon.Per.LINE);
        coupon = chance(2) ? coupon : coupon.on("P0", "P3", "P5");
        return unit && chance(2)
                ? coupon.within(
                        PromotionLimits.none().quantityPerLine(decimal(1, 90, 0).toPlainString()))
                : coupon;
    }

    private Quote quote(PricingPolicy policy) {
        Quote.Builder quote = Quote.builder()
                .id(QuoteId.of("Q-1"))
                .account(AccountId.of(chance(2) ? "A-1" : "A-9"))
                .priceBook("book")
                .paymentDays(30)
                .validUntil(DAY.plusYears(1));
        int lines = 1 + random.nextInt(7);
        for (int i = 0; i < lines; i++) {
            quote.addLines(line("L" + i));
        }
        if (chance(2)) {
            quote.segment(pick(new String[] {"smb", "large"}));
        }
        if (chance(2)) {
            quote.partner(AccountId.of("A-2"));
        }
        codes(policy.steps(), quote);
        if (chance(2) && policy.roundAt() != Place.QUOTE) {
            quote.headerDiscount(rate(0, 40));
        }
        if (chance(4)) {
            quote.headerAmount(money(decimal(0, 20, 0)));
        }
        return quote.build();
    }

    private void codes(List<WaterfallStep> steps, Quote.Builder quote) {
        for (WaterfallStep step : steps) {
            if (step instanceof WaterfallStep.Promotion promotion && chance(2)) {
                quote.addPromotions(promotion.code());
            } else if (step instanceof WaterfallStep.Coupon coupon && chance(2)) {
                quote.addPromotions(coupon.code());
            } else if (step instanceof WaterfallStep.BestOf best) {
                codes(best.steps(), quote);
            } else if (step instanceof ConditionalStep conditional) {
                codes(List.of(conditional.step()), quote);
            }
        }
    }

    private QuoteLine line(String id) {
        int product = random.nextInt(bounded ? PRODUCTS - 1 : PRODUCTS);
        LocalDate from = DAY.plusDays(random.nextInt(400));
        QuoteLine.Builder line = QuoteLine.builder()
                .id(LineId.of(id))
                .product(ProductId.of("P" + product))
                .quantity(chance(3) ? decimal(0, 90_000, 2) : decimal(0, 800, 0))
                .term(new Term(
                        from,
                        chance(2) ? from.plusMonths(1 + random.nextInt(36)) : from.plusDays(1 + random.nextInt(700)),
                        1));
        if (product >= 10 && product <= 12) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                line.addAmounts(
                        money(currency.getDefaultFractionDigits() == 0 ? decimal(0, 900, 0) : decimal(0, 90_000, 2)));
            }
        }
        if (chance(4)) {
            line.unitPrice(money(decimal(0, 500, 0))).reason("matched an offer");
        } else if (chance(6)) {
            line.amountOff(money(decimal(0, 5, 0))).reason("rounded down");
        } else if (chance(2)) {
            line.discount(rate(-10, 60)).reason("asked for");
        }
        return line.build();
    }

    private BigDecimal unit() {
        return switch (random.nextInt(3)) {
            case 0 -> decimal(0, 100_000, 2);
            case 1 -> decimal(0, 9_999, 6);
            default -> decimal(0, 1_000, 0);
        };
    }

    private Rate rate(int least, int most) {
        return switch (random.nextInt(3)) {
            case 0 -> Rate.ofPercent(least + random.nextInt(most - least + 1));
            case 1 -> Rate.ratio(100L * least + random.nextInt(100 * (most - least) + 1), 10_000);
            default -> Rate.ratio(random.nextInt(3), 7);
        };
    }

    private BigDecimal decimal(int least, int most, int scale) {
        return BigDecimal.valueOf(least + random.nextInt(most - least + 1), scale);
    }

    private MonetaryAmount money(BigDecimal number) {
        return Amounts.of(number, currency);
    }

    private <T> Optional<T> maybe(T value) {
        return chance(2) ? Optional.of(value) : Optional.empty();
    }

    private <T> T pick(T[] some) {
        return List.of(some).get(random.nextInt(some.length));
    }

    /** One in so many. */
    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }
}
