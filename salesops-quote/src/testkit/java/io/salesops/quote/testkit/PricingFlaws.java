package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.time.DayCount;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.money.Monetary;
import net.jqwik.api.Arbitrary;

/** Generators of catalogues, price books and pricing policies with one fault, and the checks that find it. */
public final class PricingFlaws {
    private PricingFlaws() {}

    /** Price books with one fault, which {@link #check(PriceBook)} finds. */
    public static Arbitrary<NearlyValid<PriceBook>> nearlyValidPriceBooks() {
        return NearlyValid.from(
                QuoteArbitraries.priceBooks(),
                ImmutableList.of(
                        new Flaw<>(
                                "quote.entry.conflict",
                                book -> PriceBook.builder()
                                        .from(book)
                                        .addEntries(book.entries().get(0))
                                        .build()),
                        new Flaw<>("quote.currency.scale", book -> book.withCurrency(Monetary.getCurrency("XAU"))),
                        priced("quote.price.negative", PriceEntry.of("new", PriceModel.perUnit("-0.01"))),
                        priced(
                                "quote.price.negative",
                                PriceEntry.of("new", PriceModel.perUnit("1")).notBelow("-1")),
                        priced("quote.tier.missing", PriceEntry.of("new", PriceModel.graduated())),
                        priced(
                                "quote.tier.unreachable",
                                PriceEntry.of(
                                        "new", PriceModel.graduated(PriceTier.beyond("2"), PriceTier.beyond("1")))),
                        priced(
                                "quote.tier.order",
                                PriceEntry.of(
                                        "new", PriceModel.volume(PriceTier.to("10", "2"), PriceTier.to("10", "1")))),
                        priced("quote.package.size", PriceEntry.of("new", PriceModel.perPackage("0", "1")))));
    }

    private static Flaw<PriceBook> priced(String code, PriceEntry entry) {
        return new Flaw<>(
                code, book -> PriceBook.builder().from(book).addEntries(entry).build());
    }

    /** Returns what is wrong with a price book by itself. */
    public static ImmutableList<Finding> check(PriceBook book) {
        return QuotePricer.check(PricingArbitraries.offering(book), PricingArbitraries.plainPolicy(), book);
    }

    /** Catalogues with one fault, which {@link #check(Catalog)} finds. */
    public static Arbitrary<NearlyValid<Catalog>> nearlyValidCatalogs() {
        Offering offering = Offering.of("new", "New", Offering.Charge.ONE_TIME);
        ImmutableSet<ProductId> first = ImmutableSet.of(ProductId.of("P0"));
        return NearlyValid.from(
                PricingArbitraries.catalogs(),
                ImmutableList.of(
                        offered("quote.offering.duplicate", offering, offering),
                        offered("quote.offering.self", offering.withRequires(offering.product())),
                        offered("quote.product.unknown", offering.withExcludes(ProductId.of("nowhere"))),
                        offered(
                                "quote.offering.contradiction",
                                offering.withRequires(first).withExcludes(first))));
    }

    private static Flaw<Catalog> offered(String code, Offering... offerings) {
        return new Flaw<>(
                code,
                catalog ->
                        Catalog.builder().from(catalog).addOfferings(offerings).build());
    }

    /** Returns what is wrong with a catalogue by itself. */
    public static ImmutableList<Finding> check(Catalog catalog) {
        return QuotePricer.check(catalog, PricingArbitraries.plainPolicy(), PricingArbitraries.emptyBook());
    }

    /** Policies with one fault, which {@link #check(PricingPolicy)} finds. */
    public static Arbitrary<NearlyValid<PricingPolicy>> nearlyValidPricingPolicies() {
        Rate five = Rate.of("5%");
        return NearlyValid.from(
                QuoteArbitraries.policies(),
                ImmutableList.of(
                        rounding("quote.rounding.mode", rounding -> rounding.withMode(RoundingMode.UNNECESSARY)),
                        rounding("quote.rounding.residue", rounding -> rounding.withResidue(ResidueOwner.LAST_KEY)),
                        new Flaw<>("quote.dayCount.period", policy -> policy.withDayCount(DayCount.ACT_ACT_ICMA)),
                        stepped(
                                "quote.step.duplicate",
                                new WaterfallStep.PartnerDiscount("twin", five),
                                new WaterfallStep.Promotion("twin", "AUTUMN", five)),
                        stepped(
                                "quote.step.conflict",
                                new WaterfallStep.Promotion("early", "AUTUMN", five),
                                new WaterfallStep.Promotion("late", "AUTUMN", five)),
                        stepped("quote.schedule.missing", WaterfallStep.TermSchedule.of("new")),
                        stepped(
                                "quote.schedule.order",
                                WaterfallStep.TermSchedule.of(
                                        "new",
                                        new WaterfallStep.LongTerm(24, five),
                                        new WaterfallStep.LongTerm(12, five))),
                        stepped(
                                "quote.discount.aboveWhole",
                                new WaterfallStep.PartnerDiscount("new", Rate.of("101%")))));
    }

    private static Flaw<PricingPolicy> rounding(String code, UnaryOperator<RoundingPolicy> change) {
        return new Flaw<>(code, policy -> policy.withRounding(change.apply(policy.rounding())));
    }

    /** A policy has one schedule at most: a sound one makes room for that with the fault. */
    private static Flaw<PricingPolicy> stepped(String code, WaterfallStep... steps) {
        return new Flaw<>(
                code,
                policy -> policy.withSteps(ImmutableList.<WaterfallStep>builder()
                        .addAll(policy.steps().stream()
                                .filter(step -> !(step instanceof WaterfallStep.TermSchedule))
                                .toList())
                        .addAll(List.of(steps))
                        .build()));
    }

    /** Returns what is wrong with a policy by itself. */
    public static ImmutableList<Finding> check(PricingPolicy policy) {
        PriceBook book = PricingArbitraries.emptyBook();
        return QuotePricer.check(PricingArbitraries.offering(book), policy, book);
    }

    /** Sets of sound definitions that do not fit, which {@link #check(Scenario)} finds. */
    public static Arbitrary<NearlyValid<Scenario>> nearlyFittingScenarios() {
        return NearlyValid.from(
                QuoteArbitraries.scenarios(),
                ImmutableList.of(
                        new Flaw<>(
                                "quote.product.unknown",
                                scenario -> with(
                                        scenario,
                                        scenario.catalog(),
                                        PriceBook.builder()
                                                .from(scenario.book())
                                                .addEntries(PriceEntry.of("nowhere", PriceModel.perUnit("1")))
                                                .build())),
                        new Flaw<>(
                                "quote.price.tooFine",
                                scenario -> with(
                                                scenario,
                                                Catalog.builder()
                                                        .from(scenario.catalog())
                                                        .addOfferings(
                                                                Offering.of("fine", "Fine", Offering.Charge.ONE_TIME))
                                                        .build(),
                                                PriceBook.builder()
                                                        .from(scenario.book())
                                                        .addEntries(
                                                                PriceEntry.of("fine", PriceModel.perUnit("0.0000001")))
                                                        .build())
                                        .with(scenario.policy()
                                                .withRoundAt(PricingPolicy.Place.UNIT)
                                                .withUnitScale(6)))));
    }

    private static Scenario with(Scenario scenario, Catalog catalog, PriceBook book) {
        return new Scenario(catalog, scenario.policy(), book, scenario.quote());
    }

    /** Returns what is wrong with the definitions together. */
    public static ImmutableList<Finding> check(Scenario scenario) {
        return QuotePricer.check(scenario.catalog(), scenario.policy(), scenario.book());
    }
}
