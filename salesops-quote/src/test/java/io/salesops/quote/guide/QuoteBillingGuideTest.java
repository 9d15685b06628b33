package io.salesops.quote.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.AccountId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.quote.billing.BillableLine;
import io.salesops.quote.billing.BillingPlan;
import io.salesops.quote.billing.BillingPolicy;
import io.salesops.quote.billing.BillingSchedule;
import io.salesops.quote.billing.BillingScheduler;
import io.salesops.quote.billing.CreditCap;
import io.salesops.quote.billing.PriceChange;
import io.salesops.quote.billing.ProratedChange;
import io.salesops.quote.billing.ProratedPrice;
import io.salesops.quote.billing.Prorator;
import io.salesops.quote.billing.Ramp;
import io.salesops.quote.billing.RecurringPrice;
import io.salesops.quote.billing.Uplift;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.document.ContractId;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.pricing.MetricName;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.quote.pricing.Reach;
import io.salesops.quote.pricing.ReachGoal;
import io.salesops.quote.pricing.ReachOptions;
import io.salesops.quote.pricing.Samples;
import io.salesops.quote.pricing.ValueMetric;
import io.salesops.quote.revenue.BundlePrice;
import io.salesops.quote.revenue.PerformanceObligation;
import io.salesops.quote.revenue.PriceAllocation;
import io.salesops.quote.revenue.Recognition;
import io.salesops.quote.revenue.RevenueAllocator;
import io.salesops.quote.revenue.RevenueContract;
import io.salesops.quote.revenue.RevenuePolicy;
import io.salesops.quote.revenue.RevenueSchedule;
import io.salesops.quote.revenue.RevenueScheduler;
import io.salesops.quote.revenue.StandAlonePrice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuoteBillingGuideTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    private final QuotePricer pricer = QuotePricer.of(Samples.CATALOG, Samples.POLICY, Samples.BOOK);
    private final PricedQuote priced = pricer.price(Samples.QUOTE, TODAY).orThrow();

    /** A block of the page whose text contains the words. */
    private static String block(String language, String words) throws Exception {
        Path module = Path.of("").toAbsolutePath();
        Matcher block = Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(module.resolveSibling("docs/guide/quote-pricing.md")));
        while (block.find()) {
            if (block.group(1).contains(words)) {
                return block.group(1).strip();
            }
        }
        throw new AssertionError("no " + language + " block with " + words);
    }

    @Test
    void pricesByAPriceBookOfEveryKind() throws Exception {
        Catalog catalog = SalesOpsJson.read(block("json", "salesops/catalog/1"), Catalog.class)
                .orThrow();
        PriceBook book = SalesOpsJson.read(block("json", "postbox-list"), PriceBook.class)
                .orThrow();
        // snippet:quote-saas
        QuotePricer postbox = QuotePricer.of(catalog, Samples.POLICY, book);
        Term twoYears = Term.months("2026-04-01", 24);
        Quote order = Quote.builder()
                .id(QuoteId.of("Q-7"))
                .account(AccountId.of("A-17"))
                .paymentDays(30)
                .validUntil(LocalDate.parse("2026-04-30"))
                .currency(book.currency())
                .addLines(
                        QuoteLine.of("1", "PLAN", 1, twoYears),
                        QuoteLine.of("2", "SEAT", 60, twoYears),
                        QuoteLine.of("3", "EMAIL", 2_750_000, twoYears),
                        QuoteLine.of("4", "SUPPORT", 1, twoYears),
                        QuoteLine.of("5", "ONBOARDING", 3, twoYears))
                .build();
        PricedQuote offer = postbox.price(order, TODAY).orThrow();
        String emails = offer.line("3").explain();
        // end
        assertThat(emails).isEqualTo(block("text", "EMAIL"));
    }

    @Test
    void measuresTheWorth() {
        // snippet:quote-metrics
        ValueMetric acv = priced.metrics().metric(MetricName.FIRST_YEAR_ACV);
        String sentence = acv.amount().orElseThrow() + ": " + acv.definition();
        Rate discount = priced.metrics().blendedDiscount().orElseThrow();
        // end
        assertThat(sentence).startsWith("EUR 64078.2: the recurring net price that falls into the first twelve months");
        assertThat(discount.value().round(4, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("0.1025");
    }

    @Test
    void reachesATarget() throws Exception {
        // snippet:quote-reach
        Reach reach = pricer.reach(priced, Amounts.of("60000", "EUR"), TODAY).orThrow();
        Rate below = reach.below().orElseThrow().discount();

        Reach exact = pricer.reach(
                        priced,
                        new ReachGoal.Discount(Rate.ofPercent(15)),
                        ReachOptions.line("2").withRoundingAmount(true),
                        TODAY)
                .orThrow();
        Quote agreed = exact.rounded().orElseThrow().quote();
        // end
        assertThat(below).isEqualTo(Rate.ofPercent("9.18"));
        assertThat(pricer.price(agreed, TODAY).orThrow().net()).isEqualTo(Amounts.of("60690.00", "EUR"));
        assertThat(reach.explain()).isEqualTo(block("text", "towards its goal"));
    }

    @Test
    void billsAQuote() throws Exception {
        // snippet:quote-billing
        BillingPolicy policy = SalesOpsJson.read(block("json", "salesops/billing-policy/1"), BillingPolicy.class)
                .orThrow();
        BillingScheduler scheduler = BillingScheduler.of(policy);
        BillingPlan plan = scheduler.plan(priced).orThrow();

        Term term = new Term(LocalDate.parse("2026-02-10"), LocalDate.parse("2026-07-01"), 1);
        BillingSchedule schedule = scheduler
                .schedule(BillableLine.of(LineId.of("1"), term, Amounts.of("1000.00", "EUR")))
                .orThrow();
        // end
        assertThat(plan.total()).isEqualTo(priced.net());
        assertThat(schedule.explain()).isEqualTo(block("text", "instalment 1, from 2026-02-10"));
    }

    @Test
    void proratesRampsUpliftsAdditionsAndChanges() {
        List<ProratedPrice> shown = new ArrayList<>();
        // snippet:quote-proration
        Prorator prorator =
                Prorator.of(BillingPolicy.builder().id("monthly").version("1").build());
        Term threeYears = Term.months("2026-04-01", 36);

        Ramp uplifted = Uplift.compound(Rate.ofPercent(5)).ramp(threeYears, Rational.of(1_000));
        Ramp firstMonthFree = uplifted.free(DateRange.of("2026-04-01", "2026-05-01"));
        RecurringPrice ramped =
                RecurringPrice.of(threeYears, Amounts.of("1000", "EUR"), 1).along(firstMonthFree);
        shown.add(prorator.price(ramped).orThrow());

        RecurringPrice addition = RecurringPrice.of(Term.months("2026-08-20", 12), Amounts.of("200", "EUR"), 1)
                .coTerminated(Term.months("2026-04-01", 12));
        shown.add(prorator.price(addition).orThrow());

        ProratedChange upgrade = prorator.change(PriceChange.of(
                                DateRange.of("2024-03-01", "2024-04-01"),
                                LocalDate.parse("2024-03-15"),
                                Amounts.of("10", "EUR"),
                                Amounts.of("20", "EUR"))
                        .withCap(new CreditCap(Amounts.of("10", "EUR"), Amounts.of("0", "EUR"))))
                .orThrow();
        // end
        assertThat(shown)
                .extracting(price -> price.amount().toString())
                // 11 months of 1,000, a year of 1,050 and one of 1,102.50; 12 of 31 days of August, then seven months.
                .containsExactly("EUR 36830", "EUR 1477.42");
        assertThat(upgrade.net()).isEqualTo(Amounts.of("5.49", "EUR"));
    }

    @Test
    void recognisesRevenue() throws Exception {
        // snippet:quote-revenue
        RevenuePolicy policy =
                RevenuePolicy.builder().id("asc606").version("2026").build();
        RevenueContract contract = RevenueContract.builder()
                .id(ContractId.of("C-1"))
                .price(Amounts.of("100", "USD"))
                .addObligations(
                        PerformanceObligation.of("A", StandAlonePrice.observed("40"))
                                .withRecognition(new Recognition.PointInTime(LocalDate.parse("2026-04-10"))),
                        PerformanceObligation.of("B", StandAlonePrice.observed("55"))
                                .withRecognition(Recognition.monthly(DateRange.of("2026-04-01", "2026-07-01"))),
                        PerformanceObligation.of("C", StandAlonePrice.observed("45"))
                                .withRecognition(Recognition.daily(DateRange.of("2026-04-16", "2026-07-16"))))
                .addBundles(BundlePrice.of("60", "B", "C"))
                .build();
        PriceAllocation allocation =
                RevenueAllocator.of(policy).allocate(contract).orThrow();
        RevenueSchedule revenue = RevenueScheduler.of(policy, FiscalCalendar.startingIn(Month.JANUARY))
                .schedule(allocation)
                .orThrow();
        // end
        assertThat(allocation.explain()).isEqualTo(block("text", "transaction price"));
        assertThat(revenue.recognizedBy(LocalDate.parse("2026-04-30"))).isEqualTo(Amounts.of("55.45", "USD"));
    }
}
