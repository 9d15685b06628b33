package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.FY2026;
import static io.salesops.commission.calc.WorkedPlans.YEAR;
import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.flat;
import static io.salesops.commission.calc.WorkedPlans.plan;
import static io.salesops.commission.calc.WorkedPlans.quota;
import static io.salesops.commission.calc.WorkedPlans.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionOptions.Trace;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.StatementRun;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is a finding that names the values, or an error; never a wrong payout. */
class BadInputTest {
    private static final AsOf YEAR_END = AsOf.date("2026-12-31");
    private static final String UNITS =
            ", \"measures\": [{\"id\": \"seats\", \"of\": \"bookings\", \"counts\": \"units\"},"
                    + " {\"id\": \"margin\", \"of\": \"bookings\", \"counts\": \"margin\"}]";

    private static Checked<?> calculate(CommissionPlan plan, Credit... credits) {
        return calculate(plan, Trace.FULL, credits);
    }

    private static Checked<?> calculate(CommissionPlan plan, Trace trace, Credit... credits) {
        return CommissionCalculator.of(
                        plan, CommissionOptions.builder().trace(trace).build())
                .calculate(
                        FY2026,
                        PayeeYear.builder()
                                .payee(PayeeId.of("ana"))
                                .addCredits(credits)
                                .build(),
                        YEAR_END);
    }

    private static List<String> errors(Checked<?> result) {
        return result.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code() + " " + finding.path())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Trace.class)
    void payBeyondSixtyThreeBitsIsRefusedWhateverIsTraced(Trace trace) {
        String most = BigDecimal.valueOf(Long.MAX_VALUE, 2).toPlainString();

        assertThat(errors(calculate(plan(flat("200%")), trace, credit("C-1", "2026-01-01", most))))
                .containsExactly("commission.amount.range /credits");
        assertThat(errors(calculate(
                        plan(flat("1%")), trace, credit("C-1", "2026-01-01", most), credit("C-2", "2026-01-02", most))))
                .containsExactly("commission.amount.range /credits");
        assertThat(errors(calculate(plan(flat("1%")), trace, credit("C-1", "2026-01-01", most + "1"))))
                .containsExactly("commission.amount.range /credits");
        assertThat(calculate(plan(flat("100%")), trace, credit("C-1", "2026-01-01", most))
                        .value())
                .isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"kind\": \"perDeal\", \"id\": \"r\", \"measure\": \"bookings\", \"mode\": \"marginal\", \"tiers\": [{\"rate\": \"300%\"}]}",
                "{\"kind\": \"tiered\", \"id\": \"r\", \"measure\": \"bookings\", \"mode\": \"interpolated\", \"tiers\": [{\"upTo\": \"10\", \"rate\": \"300%\"}, {\"rate\": \"0%\"}]}",
                "{\"kind\": \"tiered\", \"id\": \"r\", \"measure\": \"bookings\", \"mode\": \"byCumulative\", \"tiers\": [{\"upTo\": \"10\", \"rate\": \"0%\"}, {\"rate\": \"300%\"}]}",
                "{\"kind\": \"override\", \"id\": \"r\", \"measure\": \"bookings\", \"rate\": \"300%\", \"mode\": \"differential\"}"
            })
    void noKindOfRulePaysBeyondSixtyThreeBits(String rule) {
        String half = BigDecimal.valueOf(Long.MAX_VALUE / 2, 2).toPlainString();

        assertThat(errors(calculate(plan(rule), credit("C-1", "2026-01-01", half))))
                .containsExactly("commission.amount.range /credits");
    }

    @Test
    void aCreditThatDoesNotStateWhatIsCountedIsRefused() {
        CommissionPlan plan = plan(UNITS, flat("a", "seats", "12.50") + ", " + flat("b", "margin", "5%"));

        Checked<?> refused = calculate(plan, credit("C-1", "2026-01-01", "100"));

        assertThat(errors(refused))
                .containsExactly(
                        "commission.credit.units /credits/C-1/units", "commission.credit.margin /credits/C-1/margin");
        assertThat(refused.findings().get(0).message())
                .isEqualTo("credit C-1 of USD 100 does not state its units, which the plan counts");
    }

    @Test
    void aResidualNeedsToKnowTheStart() {
        String rule =
                "{\"kind\": \"residual\", \"id\": \"r\", \"measure\": \"bookings\", \"steps\": [{\"rate\": \"5%\"}]}";

        assertThat(errors(calculate(plan(rule), credit("C-1", "2026-01-01", "100"))))
                .containsExactly("commission.credit.started /credits/C-1/started");
    }

    @Test
    void aCurrencyWithoutRateIsRefused() {
        Credit euros = Credit.of("C-1", "ana", "2026-01-01", Amounts.of("5", "EUR"));

        Checked<?> refused = calculate(plan(flat("5%")), euros);

        assertThat(errors(refused)).containsExactly("commission.exchange.missing /credits/C-1/amount");
        assertThat(refused.findings().get(0).message())
                .contains("credit C-1 of EUR 5 on 2026-01-01 needs the rate of 2026-01-01")
                .contains("no rate from EUR to USD");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"planRate, 2026-01-01", "eventDate, 2026-02-10", "periodEnd, 2026-02-28"})
    void theDayOfTheRateFollowsTheConvention(String convention, String day) {
        CommissionPlan plan = plan(", \"conventions\": {\"exchange\": \"" + convention + "\"}", flat("5%"));
        Credit euros = Credit.of("C-1", "ana", "2026-02-10", Amounts.of("5", "EUR"));

        assertThat(calculate(plan, euros).findings().get(0).message()).contains("to USD on " + day);
    }

    @Test
    void aPlanThatHasAlwaysBeenHasNoFirstDayToConvertBy() {
        CommissionPlan always = plan(flat("5%")).withEffective(DateRange.always());
        Checked<?> refused = calculate(always, Credit.of("C-1", "ana", "2026-02-10", Amounts.of("5", "EUR")));

        assertThat(errors(refused)).containsExactly("commission.exchange.missing /credits/C-1/amount");
        assertThat(refused.findings().get(0).message()).contains("EUR 5").contains("the plan states none");
    }

    @Test
    void quotasOfUnitsAreNoMoney() {
        CommissionPlan plan = plan(
                UNITS,
                "{\"kind\": \"bonus\", \"id\": \"b\", \"measure\": \"seats\", \"steps\": [{\"at\": \"100%\", \"pays\": \"50\"}]}");
        PayeeYear payee = PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .addQuotas(quota("seats", "10", "USD"))
                .build();

        Checked<?> refused = CommissionCalculator.of(plan).calculate(FY2026, payee, YEAR_END);

        assertThat(errors(refused)).containsExactly("commission.quota.currency /quotas");
        assertThatThrownBy(() -> quota("seats", "-10", "XXX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-10");
    }

    @Test
    void aMeasureThatStartsAnewRefusesAPeriodThatIsLonger() {
        CommissionPlan plan = plan(", \"measures\": [{\"id\": \"bookings\", \"resetMonths\": 3}]", flat("5%"));

        assertThat(errors(calculate(plan, credit("C-1", "2026-01-01", "100"))))
                .containsExactly("commission.measure.reset /measures/bookings");
        assertThat(CommissionCalculator.of(plan)
                        .calculate(
                                WorkedPlans.month(5),
                                PayeeYear.builder()
                                        .payee(PayeeId.of("ana"))
                                        .addCredits(
                                                credit("C-1", "2026-03-31", "100"), credit("C-2", "2026-04-01", "100"))
                                        .build(),
                                AsOf.date("2026-05-31"))
                        .orThrow()
                        .earlier())
                .isEqualTo(1);
    }

    @Test
    void whoCannotBeCalculatedIsNotPaidAndTheOthersAre() {
        CommissionCalculator calculator = CommissionCalculator.of(plan(tiers("marginal", ":5%")));
        PayeeYear paid = PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .addQuotas(quota("bookings", "100", "USD"))
                .addCredits(credit("C-1", "2026-01-01", "100"))
                .build();
        PayeeYear without = PayeeYear.builder().payee(PayeeId.of("ben")).build();

        StatementRun run = calculator.calculateAll(FY2026, ImmutableList.of(without, paid), YEAR_END, Execution.here());

        assertThat(run.statement(PayeeId.of("ben"))).isEmpty();
        assertThat(run.refused().get(PayeeId.of("ben")))
                .extracting(Finding::code)
                .containsExactly("commission.quota.missing");
        assertThat(run.total()).isEqualTo(Amounts.of("5", "USD"));
        assertThat(run.omitted().get(0).examples()).containsExactly("ben");
    }

    /** Each rule by itself has the faults, at the places, that are named after it. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'flat','id':'r','measure':'bookings','rate':'12.50'}|commission.rate.unit /rules/0/rate",
                "{'kind':'tiered','id':'r','measure':'bookings','mode':'marginal','tiers':[{'upTo':'50%','rate':'1%'},{'upTo':'1000','rate':'1%'},{'rate':'1%'}]}|commission.tier.bound /rules/0/tiers",
                "{'kind':'tiered','id':'r','measure':'bookings','mode':'marginal','target':'5','tiers':[{'upTo':'50','rate':'1%'},{'rate':'1%'}]}|commission.tier.bound /rules/0/tiers",
                "{'kind':'tiered','id':'r','measure':'bookings','mode':'marginal','target':'5','rate':'5%','tiers':[{'rate':'1%'}]}|commission.tier.target /rules/0/target",
                "{'kind':'tiered','id':'r','measure':'bookings','mode':'interpolated','tiers':[{'upTo':'50%','rate':'1%'},{'rate':'1%'}]}|commission.tier.unbounded /rules/0/tiers/1/rate",
                "{'kind':'tiered','id':'r','measure':'bookings','mode':'marginal','tiers':[{'upTo':'50%','rate':'1%','mode':'interpolated'},{'rate':'1%'}]}|commission.tier.mode /rules/0/tiers/0/mode",
                "{'kind':'tiered','id':'r','measure':'bookings','mode':'byCumulative','tiers':[{'rate':'1%','mode':'retroactive'}]}|commission.tier.mode /rules/0/tiers/0/mode",
                "{'kind':'tiered','id':'r','measure':'bookings','by':'x','mode':'wholeOverage','tiers':[{'rate':'1%'}]}|commission.tier.by /rules/0/by",
                "{'kind':'perDeal','id':'r','measure':'bookings','mode':'marginal','tiers':[{'upTo':'50%','rate':'1%'},{'rate':'1%'}]}|commission.tier.bound /rules/0/tiers/0/upTo",
                "{'kind':'perDeal','id':'r','measure':'bookings','mode':'byCumulative','tiers':[{'rate':'1%'}]}|commission.tier.mode /rules/0/mode",
                "{'kind':'perDeal','id':'r','measure':'bookings','mode':'marginal','atLeast':'9','atMost':'8','tiers':[{'rate':'1%'}]}|commission.floor.aboveCap /rules/0/atLeast",
                "{'kind':'perDeal','id':'r','measure':'bookings','mode':'marginal','atMost':'-8','tiers':[{'rate':'1%'}]}|commission.amount.negative /rules/0/atMost",
                "{'kind':'grid','id':'r','measure':'bookings','mode':'all','rows':{'kind':'attained','measure':'bookings','bounds':['50%']},'rates':[['1%']]}|commission.rate.missing /rules/0/rates",
                "{'kind':'grid','id':'r','measure':'bookings','mode':'all','rows':{'kind':'attained','measure':'bookings','bounds':[]},'rates':[['1%','2%']]}|commission.rate.missing /rules/0/rates/0",
                "{'kind':'grid','id':'r','measure':'bookings','mode':'all','rows':{'kind':'attained','measure':'bookings','bounds':['50%','40%']},'rates':[['1%'],['1%'],['1%']]}|commission.tier.order /rules/0/rows/bounds/1",
                "{'kind':'bonus','id':'r','measure':'bookings','steps':[]}|commission.tier.none /rules/0/steps",
                "{'kind':'bonus','id':'r','measure':'bookings','steps':[{'at':'5','pays':'5%'}]}|commission.target.missing /rules/0/steps/0/pays",
                "{'kind':'bonus','id':'r','measure':'bookings','steps':[{'at':'5','pays':'-5'}]}|commission.rate.negative /rules/0/steps/0/pays",
                "{'kind':'curve','id':'r','measure':'bookings','points':[{'at':'5','pays':'5'}]}|commission.tier.none /rules/0/points",
                "{'kind':'spiff','id':'r','measure':'bookings','amount':'5','n':0}|commission.spiff.count /rules/0/n",
                "{'kind':'spiff','id':'r','measure':'bookings','amount':'92233720368547758.08'}|commission.amount.range /rules/0/amount",
                "{'kind':'bonus','id':'r','measure':'bookings','steps':[{'at':'5','pays':'1e30'}]}|commission.amount.range /rules/0/steps/0/pays",
                "{'kind':'spiff','id':'r','measure':'bookings','amount':'-5','first':1}|commission.amount.negative /rules/0/amount",
                "{'kind':'residual','id':'r','measure':'bookings','steps':[{'upToMonth':3,'rate':'5%'},{'upToMonth':3,'rate':'5%'}]}|commission.tier.order /rules/0/steps/1/upToMonth",
                "{'kind':'residual','id':'r','measure':'bookings','steps':[]}|commission.tier.none /rules/0/steps",
                "{'kind':'override','id':'r','measure':'bookings','rate':'-1%','mode':'amount'}|commission.rate.negative /rules/0/rate",
                "{'kind':'computed','id':'r','measure':'bookings','function':'nobody'}|commission.function.unknown /rules/0/function"
            })
    void everyFaultOfARuleThatPaysIsFound(String rule, String fault) {
        assertThat(faults(rule)).contains(fault);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'gate','id':'r','measure':'bookings','atLeast':'5','mode':'marginal','on':['s']}|commission.gate.kind /rules/2/on",
                "{'kind':'multiplier','id':'r','measure':'x','tiers':[{'rate':'-5%'}],'on':[]}|commission.rate.negative /rules/2/tiers/0/rate",
                "{'kind':'multiplier','id':'r','measure':'x','tiers':[{'rate':'2'}],'on':[]}|commission.rate.unit /rules/2/tiers/0",
                "{'kind':'multiplier','id':'r','measure':'x','tiers':[{'upTo':'50%','rate':'2%'}],'on':[]}|commission.tier.gap /rules/2/tiers",
                "{'kind':'weight','id':'r','share':'-5%','on':[]}|commission.rate.negative /rules/2/share",
                "{'kind':'cap','id':'r','limit':'1e30','on':[]}|commission.cap.range /rules/2/limit",
                "{'kind':'draw','id':'r','amount':'92233720368547758.08','every':'P1M','recovery':'recoverable'}|commission.draw.range /rules/2/amount",
                "{'kind':'weight','id':'r','share':'5%','on':['nobody']}|commission.rule.unknown /rules/2/on/0",
                "{'kind':'floor','id':'r','amount':'-5','on':[]}|commission.cap.negative /rules/2/amount",
                "{'kind':'floor','id':'r','amount':'0.001','on':[]}|commission.cap.scale /rules/2/amount",
                "{'kind':'draw','id':'r','amount':'-5','every':'P1M','recovery':'recoverable'}|commission.draw.negative /rules/2/amount",
                "{'kind':'draw','id':'r','amount':'5','every':'P0D','recovery':'recoverable'}|commission.draw.every /rules/2/every",
                "{'kind':'guarantee','id':'r','amount':'0.001','every':'P1M'}|commission.draw.scale /rules/2/amount",
                "{'kind':'holdback','id':'r','share':'0%','release':{'kind':'event','measure':'cash'},'on':[]}|commission.holdback.share /rules/2/share",
                "{'kind':'holdback','id':'r','share':'101%','release':{'kind':'event','measure':'cash'},'on':[]}|commission.holdback.share /rules/2/share",
                "{'kind':'clawback','id':'r','mode':'proRata','steps':[]}|commission.clawback.months /rules/2/months",
                "{'kind':'clawback','id':'r','mode':'ladder','steps':[]}|commission.clawback.steps /rules/2/steps",
                "{'kind':'clawback','id':'r','mode':'ladder','steps':[{'upToMonth':3,'rate':'101%'}]}|commission.clawback.steps /rules/2/steps/0"
            })
    void everyFaultOfARuleThatAdjustsOrSettlesIsFound(String rule, String fault) {
        String spiff = "{'kind':'spiff','id':'s','measure':'bookings','amount':'5'}";

        assertThat(faults("{'kind':'flat','id':'f','measure':'bookings','rate':'5%'}, " + spiff + ", " + rule))
                .containsExactly(fault);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "credits whose sum overflows, 92233720368547758.07, 0.01, 5%, 1",
        "a credit beyond 63 bits, 92233720368547758.08, 0, 5%, 0",
        "refunds whose sum overflows, -92233720368547758.07, -0.02, 5%, 0",
        "a rate beyond all, 100, 100, 1e30%, 1"
    })
    void figuresNear63BitsAreRefusedByTheirValues(String what, String one, String two, String rate, int largest) {
        Checked<?> refused =
                calculate(plan(flat(rate)), credit("C-0", "2026-01-01", one), credit("C-1", "2026-01-02", two));

        assertThat(errors(refused)).containsExactly("commission.amount.range /credits");
        assertThat(refused.findings().get(0).message())
                .contains("pay of ana for FY2026")
                .endsWith("the largest of 2 credits is C-" + (rate.equals("5%") ? 0 : largest) + " of "
                        + Amounts.of(rate.equals("5%") ? one : two, "USD"));
    }

    @Test
    void holdbacksOfOneRuleHoldAtMostAllOfIt() {
        String flat = "{'kind':'flat','id':'f','measure':'bookings','rate':'5%'}, ";
        String other = "{'kind':'flat','id':'g','measure':'renewals','rate':'5%'}, ";
        String hold =
                "{'kind':'holdback','id':'ID','share':'SHARE','release':{'kind':'event','measure':'cash'},'on':[ON]}";
        String all = hold.replace("ID", "all").replace("SHARE", "60%").replace("ON", "");
        String half = hold.replace("ID", "half").replace("SHARE", "50%").replace("ON", "'g'");
        String rest = hold.replace("ID", "rest").replace("SHARE", "40%").replace("ON", "'f'");

        assertThat(faults(flat + other + all + ", " + half))
                .containsExactly("commission.holdback.together /rules/3/share");
        assertThat(faults(flat + other + all + ", " + rest)).isEmpty();
        assertThat(faults(flat + other + half + ", " + rest)).isEmpty();
    }

    private static List<String> faults(String rules) {
        return CommissionCalculator.check(plan(rules.replace('\'', '"'))).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code() + " " + finding.path())
                .toList();
    }

    @Test
    void aPlanThatEndsBeforeItStartsCannotBeUsed() {
        CommissionPlan none = plan(flat("5%")).withEffective(DateRange.of("2026-01-01", "2026-01-01"));

        assertThat(CommissionCalculator.check(none))
                .extracting(Finding::code)
                .containsExactly("commission.plan.period");
        assertThatThrownBy(() -> DateRange.of("2026-02-01", "2026-01-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-02-01");
        assertThat(YEAR.isEmpty()).isFalse();
    }

    @Test
    void columnsDoNotKnowTheDealsOfOtherPlans() {
        CommissionPlan plan = plan(", \"conventions\": {\"change\": \"carriesOn\"}", flat("5%"));
        MillionRows rows = new MillionRows(new long[] {100}, 1);

        assertThatThrownBy(() -> CommissionCalculator.of(plan).calculateRows(FY2026, rows, rows.quotas()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plan example is more than one rate or one table, or carries on");
    }

    @Test
    void aMillionTransactionsAtRatesThatTieDoNotDriftByACent() {
        CommissionPlan plan = plan(tiers("marginal", "50%:5%", "100%:7.5%", "125%:10%", ":12.5%"));
        int payees = 100;
        int each = 10_000;
        long[] cents =
                new java.util.Random(7).longs((long) payees * each, 1, 25_001).toArray();
        MillionRows rows = new MillionRows(cents, payees);
        RowRun run = CommissionCalculator.of(plan).calculateRows(FY2026, rows, rows.quotas());

        long expected = 0;
        for (int payee = 0; payee < payees; payee++) {
            long total = Arrays.stream(cents, payee * each, (payee + 1) * each).sum();
            BigDecimal exact = BigDecimal.ZERO;
            long[] bounds = {0, 5_000_000, 10_000_000, 12_500_000, Long.MAX_VALUE};
            int[] rates = {50, 75, 100, 125};
            for (int tier = 0; tier < rates.length; tier++) {
                long inside = Math.max(0, Math.min(total, bounds[tier + 1]) - bounds[tier]);
                exact = exact.add(BigDecimal.valueOf(inside).multiply(BigDecimal.valueOf(rates[tier], 3)));
            }
            expected += exact.setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
        }
        BigDecimal lines = BigDecimal.ZERO;
        for (int row = 0; row < rows.size(); row++) {
            lines = lines.add(Amounts.number(run.pays(row)));
        }
        assertThat(run.totalMinor()).isEqualTo(expected);
        assertThat(lines.movePointRight(2).longValueExact()).isEqualTo(expected);
    }
}
