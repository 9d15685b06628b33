package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.AccountId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.time.LocalDate;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class GoalSeekTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    private static final Catalog CATALOG = Catalog.builder()
            .id("catalog")
            .version("1")
            .addOfferings(
                    Offering.of("BOX", "Box", Charge.ONE_TIME).withCost(usd("2000")),
                    Offering.of("PEN", "Pen", Charge.ONE_TIME))
            .build();

    private static final PriceBook BOOK = PriceBook.builder()
            .id("book")
            .version("1")
            .currency(Monetary.getCurrency("USD"))
            .addEntries(
                    PriceEntry.of("BOX", PriceModel.perUnit("3999.99")), PriceEntry.of("PEN", PriceModel.perUnit("1")))
            .build();

    private static final PricingPolicy POLICY = PricingPolicy.builder()
            .id("policy")
            .version("1")
            .addSteps(new WaterfallStep.CustomerDiscount("customer"))
            .roundAt(PricingPolicy.Place.UNIT)
            .build();

    private static MonetaryAmount usd(String amount) {
        return Amounts.of(amount, "USD");
    }

    private static Quote quote(QuoteLine... lines) {
        return Quote.builder()
                .id(QuoteId.of("Q-1"))
                .account(AccountId.of("A-1"))
                .priceBook("book")
                .paymentDays(30)
                .validUntil(LocalDate.parse("2026-12-31"))
                .addLines(lines)
                .build();
    }

    private static final Quote THREE_BOXES = quote(QuoteLine.of("1", "BOX", 3, Term.months("2026-04-01", 1)));

    /** Three units cannot cost 10,000 where a unit has cents: 9,999.99 or 10,000.02. */
    @Test
    void aTargetThatUnitPricesCannotMakeHasTwoNeighbours() {
        QuotePricer pricer = QuotePricer.of(CATALOG, POLICY, BOOK);
        PricedQuote priced = pricer.price(THREE_BOXES, TODAY).orThrow();
        Reach reach = pricer.reach(
                        priced,
                        new ReachGoal.Net(usd("10000")),
                        ReachOptions.line("1").withPercentDecimals(6),
                        TODAY)
                .orThrow();
        assertThat(reach.below().orElseThrow().net()).isEqualTo(usd("9999.99"));
        assertThat(reach.above().orElseThrow().net()).isEqualTo(usd("10000.02"));
        assertThat(reach.nearest().net()).isEqualTo(usd("9999.99"));
        assertThat(reach.below().orElseThrow().residual()).isEqualTo(Rational.of(1, 100));
        assertThat(reach.explain()).contains("below").contains("10,000.02").contains("misses the goal by -0.02");
        Reach rounded = pricer.reach(
                        priced,
                        new ReachGoal.Net(usd("10000")),
                        ReachOptions.line("1").withPercentDecimals(6).withRoundingAmount(true),
                        TODAY)
                .orThrow();
        assertThat(rounded.rounded().orElseThrow().net()).isEqualTo(usd("10000"));
        assertThat(rounded.rounded().orElseThrow().quote().headerAmount()).contains(usd("0.02"));
    }

    @Test
    void aMarginIsReachedByThePriceThatLeavesIt() {
        QuotePricer pricer = QuotePricer.of(CATALOG, POLICY, BOOK);
        PricedQuote priced = pricer.price(THREE_BOXES, TODAY).orThrow();
        Reach reach = pricer.reach(priced, new ReachGoal.Margin(Rate.ofPercent(40)), ReachOptions.header(), TODAY)
                .orThrow();
        // 6,000 of costs and 40% margin make 10,000; a hundredth of a percent of the list price is 1.20.
        assertThat(reach.below().orElseThrow().discount()).isEqualTo(Rate.ofPercent("16.67"));
        assertThat(reach.above().orElseThrow().discount()).isEqualTo(Rate.ofPercent("16.66"));
        assertThat(pricer.price(reach.above().orElseThrow().quote(), TODAY)
                        .orThrow()
                        .margin()
                        .orElseThrow())
                .isGreaterThan(Rate.ofPercent(40));
    }

    @Test
    void aQuoteThatWasReadFromADocumentReachesTheSame() {
        QuotePricer pricer = QuotePricer.of(CATALOG, POLICY, BOOK);
        PricedQuote priced = pricer.price(THREE_BOXES, TODAY).orThrow();
        PricedQuote read =
                SalesOpsJson.read(SalesOpsJson.write(priced), PricedQuote.class).orThrow();
        assertThat(pricer.reach(read, usd("9000"), TODAY).orThrow())
                .isEqualTo(pricer.reach(priced, usd("9000"), TODAY).orThrow());
        ReachGoal discount = new ReachGoal.Discount(Rate.ofPercent("12.34"));
        assertThat(pricer.reach(read, discount, ReachOptions.line("1"), TODAY).orThrow())
                .isEqualTo(pricer.reach(priced, discount, ReachOptions.line("1"), TODAY)
                        .orThrow());
    }

    @Test
    void whatCannotBeReachedIsAbsent() {
        QuotePricer pricer = QuotePricer.of(CATALOG, POLICY, BOOK);
        PricedQuote priced = pricer.price(THREE_BOXES, TODAY).orThrow();
        assertThat(pricer.reach(priced, usd("99999"), TODAY).orThrow().above()).isEmpty();
        Reach most = pricer.reach(
                        priced,
                        new ReachGoal.Net(usd("1")),
                        ReachOptions.header().withMost(Rate.ofPercent(20)),
                        TODAY)
                .orThrow();
        assertThat(most.below()).isEmpty();
        assertThat(most.nearest().discount()).isEqualTo(Rate.ofPercent(20));
        assertThat(most.explain()).contains("20%");
    }

    @Test
    void aGoalThatMakesNoSenseIsRefused() {
        QuotePricer pricer = QuotePricer.of(CATALOG, POLICY, BOOK);
        PricedQuote pens = pricer.price(quote(QuoteLine.of("1", "PEN", 3, Term.months("2026-04-01", 1))), TODAY)
                .orThrow();
        assertThat(pricer.reach(pens, new ReachGoal.Margin(Rate.ofPercent(40)), ReachOptions.line("7"), TODAY)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("quote.reach.line", "quote.reach.cost");
        assertThat(pricer.reach(pens, Amounts.of("1", "EUR"), TODAY).findings())
                .extracting(Finding::code)
                .containsExactly("quote.reach.currency");
        QuotePricer plain = QuotePricer.of(CATALOG, POLICY.withSteps(), BOOK);
        assertThat(plain.reach(pens, new ReachGoal.Net(usd("2")), ReachOptions.line("1"), TODAY)
                        .findings())
                .isNotEmpty();
        assertThatThrownBy(() -> new ReachGoal.Margin(Rate.ONE)).hasMessageContaining("100%");
        assertThatThrownBy(() -> ReachOptions.header().withPercentDecimals(7)).hasMessageContaining("7");
        assertThatThrownBy(() ->
                        ReachOptions.header().withLeast(Rate.ofPercent(50)).withMost(Rate.ofPercent(40)))
                .hasMessageContaining("50%");
    }
}
