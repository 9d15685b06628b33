package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.explain.Ratio;
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
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class ValueMetricsTest {
    private static final Catalog CATALOG = Catalog.builder()
            .id("catalog")
            .version("1")
            .addOfferings(
                    Offering.of("SEAT", "Seat", Charge.RECURRING).withCost(usd("30")),
                    Offering.of("API", "Calls", Charge.USAGE),
                    Offering.of("SETUP", "Setup", Charge.ONE_TIME))
            .build();

    private static final PriceBook BOOK = PriceBook.builder()
            .id("book")
            .version("1")
            .currency(Monetary.getCurrency("USD"))
            .addEntries(
                    PriceEntry.of("SEAT", PriceModel.perUnit("100")),
                    PriceEntry.of("API", PriceModel.perUnit("1")),
                    PriceEntry.of("SETUP", PriceModel.perUnit("1800")))
            .build();

    private static final PricingPolicy POLICY = PricingPolicy.builder()
            .id("policy")
            .version("1")
            .addSteps(new WaterfallStep.CustomerDiscount("customer"))
            .build();

    private static MonetaryAmount usd(String amount) {
        return Amounts.of(amount, "USD");
    }

    private static PricedQuote priced(QuoteLine... lines) {
        Quote quote = Quote.builder()
                .id(QuoteId.of("Q-1"))
                .account(AccountId.of("A-1"))
                .priceBook("book")
                .paymentDays(30)
                .validUntil(LocalDate.parse("2026-12-31"))
                .addLines(lines)
                .build();
        return QuotePricer.of(CATALOG, POLICY, BOOK)
                .price(quote, AsOf.date("2026-03-31"))
                .orThrow();
    }

    private static Term year(int from) {
        return Term.months(from + "-01-01", 12);
    }

    /** A ramp of 10, 20 and 30 seats, a year each, beside calls and a setup fee. */
    private static final PricedQuote RAMP = priced(
            QuoteLine.of("1", "SEAT", 10, year(2026)),
            QuoteLine.of("2", "SEAT", 20, year(2027)),
            QuoteLine.of("3", "SEAT", 30, year(2028)).discounted(Rate.ofPercent(50), "ramp"),
            QuoteLine.of("4", "API", 100, year(2026)),
            QuoteLine.of("5", "SETUP", 1, year(2026)));

    @Test
    void aRampEntersAveragesAndExitsAtThreeValues() {
        ValueMetrics metrics = RAMP.metrics();
        assertThat(metrics.tcv()).isEqualTo(usd("57000"));
        assertThat(metrics.firstYearAcv()).isEqualTo(usd("12000"));
        assertThat(metrics.averageAcv()).isEqualTo(usd("18000"));
        assertThat(metrics.exitAcv()).isEqualTo(usd("18000"));
        assertThat(metrics.mrr()).isEqualTo(usd("1000"));
        assertThat(metrics.arr()).isEqualTo(usd("12000"));
        assertThat(metrics.exitArr()).isEqualTo(usd("18000"));
    }

    @Test
    void ratiosShowBothPartsAndWhatBelongsToNeither() {
        ValueMetrics metrics = RAMP.metrics();
        assertThat(metrics.oneTimeShare()).contains(Rate.ratio(1_800, 57_000));
        assertThat(metrics.blendedDiscount()).contains(Rate.ratio(18_000, 75_000));
        Ratio margin = metrics.metric(MetricName.MARGIN).ratio().orElseThrow();
        // 54,000 of seats cost 60 x 30 x 12.
        assertThat(margin.numerator()).isEqualTo(Rational.of(54_000 - 21_600));
        assertThat(margin.denominator()).isEqualTo(Rational.of(54_000));
        assertThat(margin.excluded()).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo("no cost");
            assertThat(left.examples()).containsExactly("4", "5");
        });
        assertThat(metrics.margin()).contains(Rate.ofPercent(60));
    }

    @Test
    void everyMeasureBringsItsDefinition() {
        assertThat(RAMP.metrics().all())
                .hasSize(MetricName.values().length)
                .allSatisfy(metric ->
                        assertThat(metric.definition()).isEqualTo(metric.name().definition()));
        assertThat(SalesOpsJson.write(RAMP)).contains("\"averageAcv\"").contains("the months of the contract");
    }

    @Test
    void withoutRecurringLinesThereIsNoAnnualValue() {
        ValueMetrics metrics = priced(QuoteLine.of("5", "SETUP", 1, year(2026))).metrics();
        assertThat(List.of(metrics.arr(), metrics.mrr(), metrics.averageAcv(), metrics.exitAcv()))
                .allMatch(MonetaryAmount::isZero);
        assertThat(metrics.oneTimeShare()).contains(Rate.ONE);
        assertThat(metrics.margin()).isEmpty();
        assertThat(priced(QuoteLine.of("5", "SETUP", 0, year(2026))).metrics().oneTimeShare())
                .isEmpty();
    }

    /** In a contract of less than a year the first and the last twelve months are the same: all of it. */
    @Test
    void aShortContractIsCountedWhole() {
        ValueMetrics metrics = priced(QuoteLine.of("1", "SEAT", 1, Term.months("2026-01-31", 5)))
                .metrics();
        assertThat(metrics.firstYearAcv()).isEqualTo(usd("500"));
        assertThat(metrics.exitAcv()).isEqualTo(usd("500"));
        assertThat(metrics.averageAcv()).isEqualTo(usd("1200"));
    }

    @Test
    void modelsRefuseWhatCannotBe() {
        assertThatThrownBy(() -> new ValueMetrics(ImmutableList.of())).hasMessageContaining("TCV");
        assertThatThrownBy(() -> new ValueMetric(MetricName.TCV, "none", Optional.empty(), Optional.empty()))
                .hasMessageContaining("TCV");
    }
}
