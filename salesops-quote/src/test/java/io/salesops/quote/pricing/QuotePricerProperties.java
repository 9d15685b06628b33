package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.testkit.PriceBookLaws;
import io.salesops.quote.testkit.PricingArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuotePricerProperties {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    @Provide
    Arbitrary<Scenario> scenarios() {
        return QuoteArbitraries.scenarios();
    }

    static PricedQuote price(Scenario scenario) {
        return PricingArbitraries.priced(scenario, TODAY);
    }

    @Property
    void agreesWithTheReference(@ForAll("scenarios") Scenario scenario) {
        PricedQuote priced = price(scenario);
        ReferencePricer.Answer expected = new ReferencePricer(scenario).price();
        assertThat(minor(priced, PricedLine::list)).isEqualTo(expected.list());
        assertThat(minor(priced, PricedLine::net)).isEqualTo(expected.net());
    }

    private static Map<String, BigInteger> minor(PricedQuote priced, Function<PricedLine, MonetaryAmount> field) {
        Map<String, BigInteger> minor = new TreeMap<>();
        int scale = priced.currency().getDefaultFractionDigits();
        priced.lines()
                .forEach(line ->
                        minor.put(line.id().value(), BigInteger.valueOf(MoneyKernel.minor(field.apply(line), scale))));
        return minor;
    }

    @Property(tries = 200)
    void generatedBooksKeepTheLaws(@ForAll("scenarios") Scenario scenario, @ForAll long seed) {
        PriceBookLaws.holdFor(scenario.catalog(), scenario.policy(), scenario.book(), 5, seed);
    }

    @Property
    void linesSumToTheHeaderInEveryField(@ForAll("scenarios") Scenario scenario) {
        PricedQuote priced = price(scenario);
        assertThat(priced.list()).isEqualTo(sum(priced, PricedLine::list));
        assertThat(priced.net()).isEqualTo(sum(priced, PricedLine::net));
        for (int i = 0; i < priced.steps().size(); i++) {
            PriceStep header = priced.steps().get(i);
            List<PriceStep> steps = priced.lines().stream()
                    .flatMap(line -> line.steps().stream())
                    .filter(step -> step.rule().path().startsWith("/entries/")
                            ? header.rule().path().equals("/entries")
                            : step.rule().equals(header.rule()))
                    .toList();
            assertThat(steps).isNotEmpty();
            assertThat(Amounts.sum(steps.stream().map(PriceStep::amount).toList(), priced.currency()))
                    .isEqualTo(header.amount());
            assertThat(steps.stream().map(PriceStep::exact).reduce(Rational.ZERO, Rational::plus))
                    .isEqualTo(header.exact());
            assertThat(steps.stream().map(PriceStep::residue).reduce(Rational.ZERO, Rational::plus))
                    .isEqualTo(header.residue());
        }
        assertThat(priced.steps().get(0).amount()).isEqualTo(priced.list());
        assertThat(priced.steps().get(priced.steps().size() - 1).after()).isEqualTo(priced.net());
    }

    private static MonetaryAmount sum(PricedQuote priced, Function<PricedLine, MonetaryAmount> field) {
        return Amounts.sum(priced.lines().stream().map(field).toList(), priced.currency());
    }

    @Property
    void residuesOfALineAreLessThanAMinorUnitWhereItIsRoundedAtTheLine(@ForAll("scenarios") Scenario scenario) {
        PricedQuote priced = price(scenario.with(
                scenario.policy().withRoundAt(PricingPolicy.Place.LINE).withUnitScale(OptionalInt.empty())));
        Rational unit =
                Rational.of(BigDecimal.ONE.movePointLeft(priced.currency().getDefaultFractionDigits()));
        for (PricedLine line : priced.lines()) {
            Rational sum = Rational.ZERO;
            for (PriceStep step : line.steps()) {
                if (!step.rule().path().equals("/header")) {
                    sum = sum.plus(step.residue());
                    // Never more than half a unit behind the exact price, however many steps there are.
                    assertThat(sum.abs().times(Rational.of(2))).isLessThanOrEqualTo(unit);
                }
            }
        }
    }

    @Property
    void headerSharesKeepTheQuota(@ForAll("scenarios") Scenario scenario) {
        PricedQuote priced = price(scenario);
        priced.steps().stream()
                .filter(step -> step.rule().path().equals("/header"))
                .forEach(header -> {
                    Rational discount = Amounts.exact(header.amount());
                    Rational before = Amounts.exact(header.after()).minus(discount);
                    Rational unit = Rational.of(
                            BigDecimal.ONE.movePointLeft(priced.currency().getDefaultFractionDigits()));
                    for (PricedLine line : priced.lines()) {
                        PriceStep share = line.steps().get(line.steps().size() - 1);
                        Rational amount = Amounts.exact(share.amount());
                        Rational exact = before.signum() == 0
                                ? Rational.ZERO
                                : discount.times(Amounts.exact(share.after()).minus(amount))
                                        .dividedBy(before);
                        assertThat(amount.minus(exact).abs()).isLessThan(unit);
                    }
                });
    }

    @Property(tries = 300)
    void everythingRoundTripsThroughJson(@ForAll("scenarios") Scenario scenario) {
        roundTrips(scenario.catalog(), Catalog.class);
        roundTrips(scenario.policy(), PricingPolicy.class);
        roundTrips(scenario.book(), PriceBook.class);
        roundTrips(scenario.quote(), Quote.class);
        roundTrips(price(scenario), PricedQuote.class);
    }

    private static <T> void roundTrips(T value, Class<T> type) {
        assertThat(SalesOpsJson.read(SalesOpsJson.write(value), type).orThrow()).isEqualTo(value);
    }

    @Property(tries = 200)
    void valuesSplitOverTheContract(@ForAll("scenarios") Scenario scenario) {
        PricedQuote priced = price(scenario);
        ValueMetrics metrics = priced.metrics();
        assertThat(metrics.tcv()).isEqualTo(priced.net());
        assertThat(Amounts.exact(metrics.firstYearAcv())).isLessThanOrEqualTo(Amounts.exact(metrics.tcv()));
        metrics.oneTimeShare().ifPresent(share -> {
            assertThat(share.signum()).isNotNegative();
            assertThat(share).isLessThanOrEqualTo(Rate.ONE);
        });
    }

    @Property(tries = 100)
    void explanationsAddUpAndTellTheNetPrice(@ForAll("scenarios") Scenario scenario) {
        PricedQuote priced = price(scenario);
        for (PricedLine line : priced.lines()) {
            assertThat(line.explain())
                    .startsWith(priced.currency() + " ")
                    .contains("line " + line.id() + ", " + line.line().product());
            assertThat(line.explanation().text().lines())
                    .hasSize(1 + line.steps().size());
        }
        assertThat(priced.explain().lines()).hasSize(1 + priced.steps().size());
    }

    @Property(tries = 20)
    void twoThousandLinesSumToTheHeader(@ForAll("scenarios") Scenario scenario, @ForAll Random random) {
        ImmutableList.Builder<QuoteLine> many = ImmutableList.builder();
        List<QuoteLine> some = scenario.quote().lines();
        for (int i = 0; i < 2_000; i++) {
            many.add(some.get(random.nextInt(some.size()))
                    .withId(LineId.of("N" + i))
                    .withQuantity(BigDecimal.valueOf(random.nextInt(500))));
        }
        linesSumToTheHeaderInEveryField(scenario.with(scenario.quote().withLines(many.build())));
    }

    @Property(tries = 200)
    void aQuoteIsRefusedWithAllItsErrors(@ForAll("scenarios") Scenario scenario) {
        QuotePricer pricer = QuotePricer.of(scenario.catalog(), scenario.policy(), scenario.book());
        List<QuoteLine> broken = scenario.quote().lines().stream()
                .map(line -> line.withQuantity(BigDecimal.ONE.negate()).withProduct(ProductId.of("nowhere")))
                .toList();
        List<String> codes = pricer.price(scenario.quote().withLines(broken), TODAY).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code())
                .toList();
        assertThat(codes)
                .hasSize(3 * broken.size())
                .containsOnly("quote.product.unknown", "quote.price.missing", "quote.quantity.negative");
    }
}
