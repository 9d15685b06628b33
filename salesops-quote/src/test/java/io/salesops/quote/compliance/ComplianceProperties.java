package io.salesops.quote.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.testkit.PricingArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ComplianceProperties {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    @Provide
    Arbitrary<Scenario> scenarios() {
        return QuoteArbitraries.scenarios();
    }

    private static PricedQuote price(Scenario scenario) {
        return PricingArbitraries.priced(scenario, TODAY);
    }

    private static ComplianceChecker checker(int percent) {
        PolicyCheck line = PolicyCheck.builder()
                .id("LINE")
                .check("discount.line")
                .consequence(Consequence.APPROVAL)
                .owner("manager")
                .putLimits("max", percent + "%")
                .build();
        return ComplianceChecker.of(PolicyPack.builder()
                .id("pack")
                .version("1")
                .addChecks(
                        line,
                        line.withId("QUOTE").withCheck("discount.blended"),
                        PolicyCheck.builder()
                                .from(line)
                                .id("FLOOR")
                                .check("price.floor")
                                .consequence(Consequence.BLOCK)
                                .limits(Map.of())
                                .build())
                .build());
    }

    @Property
    void permutingLinesChangesNoVerdict(
            @ForAll("scenarios") Scenario scenario, @ForAll @IntRange(max = 100) int percent, @ForAll Random random) {
        List<QuoteLine> shuffled = new ArrayList<>(scenario.quote().lines());
        Collections.shuffle(shuffled, random);
        ComplianceReport report = checker(percent).check(price(scenario), TODAY);
        ComplianceReport other =
                checker(percent).check(price(scenario.with(scenario.quote().withLines(shuffled))), TODAY);
        assertThat(other.verdict()).isEqualTo(report.verdict());
        assertThat(other.breaches()).hasSameSizeAs(report.breaches());
    }

    /** Where no line is beyond the limit, the quote as a whole cannot be: it is their weighted mean. */
    @Property
    void theBlendedDiscountIsNeverBeyondThatOfEveryLine(
            @ForAll("scenarios") Scenario scenario, @ForAll @IntRange(max = 100) int percent) {
        ComplianceReport report = checker(percent).check(price(scenario), TODAY);
        CheckResult lines = report.results().get(0);
        CheckResult quote = report.results().get(1);
        assertThat(lines.passed() && !quote.passed()).isFalse();
    }

    @Property
    void breachesAreThoseOfTheirDefinition(
            @ForAll("scenarios") Scenario scenario, @ForAll @IntRange(max = 100) int percent) {
        PricedQuote priced = price(scenario);
        ComplianceReport report = checker(percent).check(priced, TODAY);
        long beyond = priced.lines().stream()
                .filter(line -> line.discount()
                        .filter(rate -> rate.compareTo(Rate.ofPercent(percent)) > 0)
                        .isPresent())
                .count();
        assertThat(report.results().get(0).breaches()).hasSize(Math.toIntExact(beyond));
        assertThat(report.results().get(2).passed())
                .isEqualTo(priced.findings().stream()
                        .noneMatch(finding -> finding.code().equals("quote.price.belowFloor")));
    }

    @Property(tries = 200)
    void reportsRoundTripThroughJson(@ForAll("scenarios") Scenario scenario) {
        ComplianceReport report = checker(15).check(price(scenario), TODAY);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(report), ComplianceReport.class)
                        .orThrow())
                .isEqualTo(report);
        assertThat(report.explanation().text()).contains(report.verdict().isEmpty() ? "passed" : "chosen");
    }
}
