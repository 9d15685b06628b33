package io.salesops.quote.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.quote.pricing.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplianceCheckerTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");
    private static final QuotePricer PRICER = QuotePricer.of(Samples.CATALOG, Samples.POLICY, Samples.BOOK);

    private static final String PACK = """
            { "schema": "salesops/policy-pack/1", "id": "deal-desk", "version": "2026.2", "effective": {"from": "2026-02-01"},
              "checks": [
                {"id": "DISC-LINE", "check": "discount.line", "limits": {"rep": "15%", "manager": "25%", "vp": "40%"}, "consequence": "approval", "owner": "sales-manager"},
                {"id": "DISC-HEADER", "check": "discount.blended", "limits": {"rep": "15%", "manager": "25%", "vp": "40%"}, "consequence": "approval", "owner": "deal-desk"},
                {"id": "PAY-TERM", "check": "payment.days", "limits": {"max": "60"}, "consequence": "approval", "owner": "finance"},
                {"id": "FLOOR", "check": "price.floor", "consequence": "block", "owner": "deal-desk", "note": "floors stand in the price book"}] }
            """;

    private static PricedQuote priced(Quote quote) {
        return PRICER.price(quote, TODAY).orThrow();
    }

    private static PricedQuote seats(String discount) {
        return priced(Samples.QUOTE
                .withHeaderDiscount(Optional.empty())
                .withLines(QuoteLine.of("2", "SEAT", 120, Term.months("2026-04-01", 12))
                        .discounted(Rate.of(discount), "deal")));
    }

    private static PolicyCheck check(String check, String... limits) {
        ImmutableMap.Builder<String, String> byLevel = ImmutableMap.builder();
        for (int i = 0; i < limits.length; i += 2) {
            byLevel.put(limits[i], limits[i + 1]);
        }
        return PolicyCheck.builder()
                .id("C")
                .check(check)
                .consequence(Consequence.APPROVAL)
                .owner("deal-desk")
                .limits(byLevel.buildOrThrow())
                .build();
    }

    private static ComplianceReport report(PricedQuote quote, PolicyCheck... checks) {
        return ComplianceChecker.of(PolicyPack.builder()
                        .id("pack")
                        .version("1")
                        .addChecks(checks)
                        .build())
                .check(quote, TODAY);
    }

    @Test
    void theReportTellsWhoHasToAgreeAndWhatPassed() {
        PolicyPack pack = SalesOpsJson.read(PACK, PolicyPack.class).orThrow();
        PricedQuote quote = priced(Samples.QUOTE.withLines(
                QuoteLine.of("1", "PLATFORM", 1, Term.months("2026-04-01", 12)),
                QuoteLine.of("2", "SEAT", 120, Term.months("2026-04-01", 12))
                        .discounted(Rate.ofPercent(20), "competitor offer")));
        ComplianceReport report = ComplianceChecker.of(pack).check(quote, TODAY);
        assertThat(report.explain()).isEqualTo("""
                        Q-1042 v1 against deal-desk 2026.2 on 2026-03-31: approval (4 checks: 2 passed, 2 breached)
                          approval  DISC-LINE    line 2 is 22.4% below list, rep limit 15%, manager limit 25%  -> sales-manager
                          approval  DISC-HEADER  blended discount 17.51%, rep limit 15%, manager limit 25%  -> deal-desk
                          passed    PAY-TERM     30 days, limit 60
                          passed    FLOOR        line 2 at 28.7767 a unit and month, floor 24""");
        assertThat(report.verdict()).contains(Consequence.APPROVAL);
        assertThat(report.breaches())
                .extracting(breach -> breach.finding().evidence().get("level"))
                .containsExactly("manager", "manager");
        assertThat(report.findings())
                .extracting(Finding::code, Finding::path, Finding::severity)
                .containsExactly(
                        tuple("compliance.discount.line", "/lines/1", Severity.WARNING),
                        tuple("compliance.discount.blended", "", Severity.WARNING));
        assertThat(report.computedFrom().inputs().keySet()).contains("policyPack", "quote", "priceBook");
    }

    @Test
    void theExplanationIsAChoiceBetweenTheVerdicts() {
        PolicyPack pack = SalesOpsJson.read(PACK, PolicyPack.class).orThrow();
        Explanation.Choice choice = (Explanation.Choice)
                ComplianceChecker.of(pack).check(seats("30%"), TODAY).explanation();
        assertThat(choice.chosen()).contains("approval");
        assertThat(choice.candidates())
                .extracting(candidate -> candidate.id() + " " + candidate.met().size())
                .containsExactly("passed 2", "info 0", "warning 0", "approval 2", "block 0");
    }

    /** One passing, one failing and one boundary case of each check that has a limit. */
    @ParameterizedTest(name = "discount of {0} needs {1}")
    @CsvSource({"14.9%, ''", "15%, ''", "15.1%, manager", "25%, manager", "25.1%, vp", "40%, vp", "40.1%, nobody"})
    void discountsNeedTheLowestLevelThatMayGrantThem(String discount, String level) {
        for (String name : List.of("discount.line", "discount.blended")) {
            ComplianceReport report = report(seats(discount), check(name, "vp", "40%", "rep", "15%", "manager", "25%"));
            List<String> needed = report.breaches().stream()
                    .map(breach -> breach.finding().evidence().getOrDefault("level", "nobody"))
                    .toList();
            assertThat(needed).isEqualTo(level.isEmpty() ? List.of() : List.of(level));
        }
    }

    @ParameterizedTest(name = "{0} days: passed {1}")
    @CsvSource({"59, true", "60, true", "61, false"})
    void paymentDays(int days, boolean passed) {
        PricedQuote quote = priced(Samples.QUOTE.withPaymentDays(days));
        assertThat(report(quote, check("payment.days", "max", "60")).verdict().isEmpty())
                .isEqualTo(passed);
    }

    @ParameterizedTest(name = "{0} months: passed {1}")
    @CsvSource({"11, false", "12, true", "24, true", "36, true", "37, false"})
    void termMonths(int months, boolean passed) {
        PricedQuote quote = priced(Samples.QUOTE.withLines(
                QuoteLine.of("1", "PLATFORM", 1, Term.months("2026-04-01", months)),
                QuoteLine.of("2", "SETUP", 1, Term.months("2026-04-01", 1))));
        ComplianceReport report = report(quote, check("term.months", "min", "12", "max", "36"));
        assertThat(report.verdict().isEmpty()).isEqualTo(passed);
        assertThat(report.results().get(0).measured()).contains(months + " months");
    }

    @ParameterizedTest(name = "valid until {0}: {1}")
    @CsvSource({
        "2026-03-30, 'expired on 2026-03-30, 1 day ago, limit 30'",
        "2026-03-31, ''",
        "2026-04-30, ''",
        "2026-05-01, 'valid until 2026-05-01, 31 days, limit 30: above every level'"
    })
    void quoteValidity(LocalDate last, String breach) {
        ComplianceReport report =
                report(priced(Samples.QUOTE.withValidUntil(last)), check("quote.validity", "max", "30"));
        assertThat(report.breaches().stream()
                        .map(one -> one.finding().message())
                        .toList())
                .isEqualTo(breach.isEmpty() ? List.of() : List.of(breach));
    }

    @ParameterizedTest(name = "{0} off 37.0833: passed {1}")
    @CsvSource({"35%, true", "157/445, true", "36%, false"})
    void priceFloor(String discount, boolean passed) {
        // 4,450 a month for 120 seats; 157/445 off leaves 2,880, which is the floor of 24 for each.
        ComplianceReport report = report(seats(discount), check("price.floor"));
        assertThat(report.verdict().isEmpty()).isEqualTo(passed);
    }

    @Test
    void linesThatAreGivenAway() {
        assertThat(report(seats("99%"), check("line.free")).breaches()).isEmpty();
        assertThat(report(seats("100%"), check("line.free")).breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach.finding().message()).contains("SEAT away"));
        PricedQuote free =
                priced(Samples.QUOTE.withLines(QuoteLine.of("1", "API_CALL", 10_000, Term.months("2026-04-01", 1))));
        assertThat(report(
                                free,
                                check("line.free"),
                                check("discount.line", "max", "0%").withId("D"))
                        .breaches())
                .isEmpty();
    }

    @Test
    void theGravestConsequenceIsTheVerdict() {
        PricedQuote quote = seats("50%");
        PolicyCheck info = check("discount.line", "max", "1%").withId("I").withConsequence(Consequence.INFO);
        PolicyCheck warning = info.withId("W").withConsequence(Consequence.WARNING);
        PolicyCheck block = check("price.floor").withId("B").withConsequence(Consequence.BLOCK);
        assertThat(report(quote, info).verdict()).contains(Consequence.INFO);
        assertThat(report(quote, info, warning).verdict()).contains(Consequence.WARNING);
        assertThat(report(quote, block, info, warning).verdict()).contains(Consequence.BLOCK);
        assertThat(report(quote, block, info, warning).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.INFO, Severity.WARNING);
    }

    @Test
    void aPackThatIsNotInForceBlocks() {
        PolicyPack pack = SalesOpsJson.read(PACK, PolicyPack.class).orThrow();
        ComplianceReport report = ComplianceChecker.of(pack).check(seats("0%"), AsOf.date("2026-01-31"));
        assertThat(report.verdict()).contains(Consequence.BLOCK);
        assertThat(report.findings()).extracting(Finding::code).containsExactly("compliance.pack.notEffective");
        assertThat(report.explain()).contains("none of its 4 checks was made");
        assertThat(SalesOpsJson.read(SalesOpsJson.write(report), ComplianceReport.class)
                        .orThrow())
                .isEqualTo(report);
    }

    @Test
    void packsAreRefusedWithEverythingThatIsWrong() {
        PolicyPack pack = PolicyPack.builder()
                .id("pack")
                .version("1")
                .addChecks(
                        check("discount.everything").withId("A"),
                        check("discount.line").withId("A"),
                        check("price.floor", "max", "1").withId("B"),
                        check("payment.days", "max", "sixty").withId("C"),
                        check("payment.days", "rep", "30", "manager", "30.0").withId("D"),
                        check("term.months", "min", "24", "max", "12")
                                .withId("E")
                                .withOwner(" "))
                .build();
        assertThat(ComplianceChecker.check(pack))
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly(
                        "compliance.check.unknown /checks/0/check",
                        "compliance.check.duplicate /checks/1/id",
                        "compliance.limit.missing /checks/1/limits",
                        "compliance.limit.unexpected /checks/2/limits",
                        "compliance.limit.invalid /checks/3/limits/max",
                        "compliance.limit.conflict /checks/4/limits/manager",
                        "compliance.check.owner /checks/5/owner",
                        "compliance.limit.order /checks/5/limits/max");
        assertThat(ComplianceChecker.check(pack).get(0).remedy().orElseThrow()).contains("discount.line");
        assertThatThrownBy(() -> ComplianceChecker.of(pack))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("discount.everything");
    }
}
