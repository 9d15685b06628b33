package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.finding.Checked;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceLevel;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import io.salesops.quote.testkit.WaterfallScenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of a priced quote over price models and steps of every kind. */
class WaterfallProperties {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    @Provide
    Arbitrary<Scenario> scenarios() {
        return WaterfallScenarios.scenarios(8);
    }

    @Provide
    Arbitrary<Scenario> large() {
        return WaterfallScenarios.scenarios(2_000);
    }

    private static QuotePricer pricer(Scenario scenario) {
        return QuotePricer.of(scenario.catalog(), scenario.policy(), scenario.book());
    }

    private static PricedQuote priced(Scenario scenario) {
        Checked<PricedQuote> priced = pricer(scenario).price(scenario.quote(), TODAY);
        // Amounts that take off more than there is are refused, and nothing else in these scenarios is.
        assertThat(priced.findings())
                .filteredOn(finding -> priced.value().isEmpty())
                .extracting(finding -> finding.code())
                .allMatch(code -> code.matches(
                        "quote.discount.(aboveWhole|surcharge)|quote.order.belowMinimum|quote.promotion.usedUp"));
        Assume.that(priced.value().isPresent());
        return priced.orThrow();
    }

    private static MonetaryAmount sum(PricedQuote priced, Function<PricedLine, MonetaryAmount> field) {
        return Amounts.sum(priced.lines().stream().map(field).toList(), priced.currency());
    }

    private static void headerIsTheSumOfTheLines(PricedQuote priced) {
        assertThat(priced.list()).isEqualTo(sum(priced, PricedLine::list));
        assertThat(priced.net()).isEqualTo(sum(priced, PricedLine::net));
        assertThat(priced.net()).isEqualTo(sum(priced, line -> line.price(PriceLevel.NET)));
        for (PriceStep header : priced.steps()) {
            List<PriceStep> steps = priced.lines().stream()
                    .flatMap(line -> line.steps().stream())
                    .filter(step -> header.rule().path().equals("/entries")
                            ? step.rule().document().equals("book")
                            : step.rule().equals(header.rule()))
                    .toList();
            assertThat(Amounts.sum(steps.stream().map(PriceStep::amount).toList(), priced.currency()))
                    .isEqualTo(header.amount());
            assertThat(steps.stream().map(PriceStep::exact).reduce(Rational.ZERO, Rational::plus))
                    .isEqualTo(header.exact());
        }
        assertThat(Lists.reverse(priced.steps()).get(0).after()).isEqualTo(priced.net());
        assertThat(Amounts.sum(priced.subtotals().stream().map(Subtotal::net).toList(), priced.currency()))
                .isEqualTo(priced.net());
        assertThat(Amounts.sum(priced.subtotals().stream().map(Subtotal::list).toList(), priced.currency()))
                .isEqualTo(priced.list());
    }

    @Property
    void linesSumToTheHeaderInEveryField(@ForAll("scenarios") Scenario scenario) {
        headerIsTheSumOfTheLines(priced(scenario));
    }

    @Property(tries = 5)
    void linesSumToTheHeaderInEveryFieldOfLargeQuotes(@ForAll("large") Scenario scenario) {
        headerIsTheSumOfTheLines(priced(scenario));
    }

    @Property
    void stepsSumToTheLineAndNoPriceIsNegative(@ForAll("scenarios") Scenario scenario) {
        for (PricedLine line : priced(scenario).lines()) {
            Rational sum = Rational.ZERO;
            for (PriceStep step : line.steps()) {
                sum = sum.plus(Amounts.exact(step.amount()));
                assertThat(Amounts.exact(step.after())).isEqualTo(sum);
                assertThat(step.after().isNegative()).isFalse();
                assertThat(step.residue()).isEqualTo(step.exact().minus(Amounts.exact(step.amount())));
            }
            assertThat(Amounts.exact(line.net())).isEqualTo(sum);
        }
    }

    @Property
    void theOrderOfLinesIsIrrelevant(@ForAll("scenarios") Scenario scenario, @ForAll long seed) {
        PricedQuote priced = priced(scenario);
        List<QuoteLine> lines = new ArrayList<>(scenario.quote().lines());
        Collections.shuffle(lines, new Random(seed));
        PricedQuote shuffled = priced(scenario.with(scenario.quote().withLines(lines)));
        assertThat(byId(shuffled)).isEqualTo(byId(priced));
        assertThat(shuffled.net()).isEqualTo(priced.net());
        assertThat(shuffled.steps()).isEqualTo(priced.steps());
    }

    private static Map<LineId, ImmutableList<PriceStep>> byId(PricedQuote priced) {
        Map<LineId, ImmutableList<PriceStep>> steps = new TreeMap<>();
        priced.lines().forEach(line -> steps.put(line.id(), line.steps()));
        return steps;
    }

    @Property
    void repricingALineEqualsPricingTheWhole(@ForAll("scenarios") Scenario scenario, @ForAll long seed) {
        PricedQuote priced = priced(scenario);
        QuotePricer pricer = pricer(scenario);
        PricedQuote before = pricer.price(scenario.quote(), TODAY).orThrow();
        QuoteLine changed = WaterfallScenarios.changed(scenario.quote())
                .generator(1_000)
                .next(new Random(seed))
                .value();
        Quote after = WaterfallScenarios.with(scenario.quote(), changed);
        Checked<PricedQuote> whole = pricer.price(after, TODAY);
        Checked<PricedQuote> part = pricer.reprice(before, changed, TODAY);
        assertThat(part).isEqualTo(whole);
        part.value().ifPresent(found -> {
            assertThat(SalesOpsJson.write(found))
                    .isEqualTo(SalesOpsJson.write(whole.value().orElseThrow()));
            // A step back is no step: what was there before comes out again.
            QuoteLine old = scenario.quote().lines().stream()
                    .filter(line -> line.id().equals(changed.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(pricer.reprice(found, old, TODAY).orThrow()).isEqualTo(priced);
        });
    }

    @Property(tries = 200)
    void pricedQuotesSurviveJson(@ForAll("scenarios") Scenario scenario) {
        PricedQuote priced = priced(scenario);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(priced), PricedQuote.class)
                        .orThrow())
                .isEqualTo(priced);
    }

    @Property(tries = 200)
    void freightAndTaxSumToTheHeader(@ForAll("scenarios") Scenario scenario) {
        PricedQuote priced = priced(scenario);
        QuoteTotal total = QuoteTotal.of(
                        priced,
                        Samples.oneTax(Rate.ofPercent(19)),
                        Samples.freight("49.95"),
                        RoundingPolicy.halfUp(),
                        TODAY)
                .orThrow();
        assertThat(Amounts.sum(total.lines().stream().map(QuoteTotal.Line::net).toList(), priced.currency()))
                .isEqualTo(total.net());
        assertThat(Amounts.sum(
                        total.lines().stream().map(QuoteTotal.Line::freight).toList(), priced.currency()))
                .isEqualTo(total.freight());
        assertThat(Amounts.sum(total.lines().stream().map(QuoteTotal.Line::tax).toList(), priced.currency()))
                .isEqualTo(total.tax());
        assertThat(Amounts.sum(
                        total.lines().stream().map(QuoteTotal.Line::gross).toList(), priced.currency()))
                .isEqualTo(total.gross());
        assertThat(total.explain()).contains("VAT 19%");
    }
}
