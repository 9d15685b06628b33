package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.attained;
import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.each;
import static io.salesops.commission.calc.WorkedPlans.eachDeal;
import static io.salesops.commission.calc.WorkedPlans.flat;
import static io.salesops.commission.calc.WorkedPlans.number;
import static io.salesops.commission.calc.WorkedPlans.paid;
import static io.salesops.commission.calc.WorkedPlans.parts;
import static io.salesops.commission.calc.WorkedPlans.percent;
import static io.salesops.commission.calc.WorkedPlans.plan;
import static io.salesops.commission.calc.WorkedPlans.quota;
import static io.salesops.commission.calc.WorkedPlans.same;
import static io.salesops.commission.calc.WorkedPlans.statement;
import static io.salesops.commission.calc.WorkedPlans.tiered;
import static io.salesops.commission.calc.WorkedPlans.tiers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.testdata.NeedsData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples of rate tables and accelerators: what tiers pay. {@link WorkedExamplesCountTest} counts them. */
@NeedsData
class WorkedTableExamplesTest {
    private static final WorkedExamples EXAMPLES = new WorkedExamples();

    static {
        tables();
        accelerators();
        overages();
    }

    /** The ids of the examples here. */
    static ImmutableSet<String> ids() {
        return EXAMPLES.ids();
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return EXAMPLES.tests();
    }

    private static void tables() {
        String steps = tiered("perDeal", "marginal", "", "1000:1%", "3000:2%", "8000:3%", "20000:5%", ":0%");
        EXAMPLES.put("oracle-step-individual", (in, out) -> {
            eachDeal(steps, in.get("transactions"), out.get("per_tx"));
            same(total(steps, in.get("transactions")), out.get("total"));
        });
        String amounts = tiered("perDeal", "interpolated", "", "1000:10", "3000:40", "8000:100", "20000:2000", ":0");
        EXAMPLES.put("oracle-interpolated-individual", (in, out) -> {
            eachDeal(amounts, in.get("transactions"), out.get("per_tx"));
            same(total(amounts, in.get("transactions")), out.get("total"));
        });
        EXAMPLES.put(
                "oracle-flat-nonsplit-amount",
                (in, out) -> eachDeal(
                        tiered("perDeal", "retroactive", "", "10000:1%", "50000:2%", ":3%"),
                        in.get("transactions"),
                        out));
        EXAMPLES.put(
                "oracle-step-split-amount",
                (in, out) -> eachDeal(
                        tiered("perDeal", "marginal", "", "10000:1%", "50000:2%", ":3%"), in.get("transactions"), out));
        EXAMPLES.put("oracle-24b-split-trace", (in, out) -> {
            StatementLine line = statement(
                            plan(tiers("marginal", "1000:1%", "5000:2%", "10000:3%", ":0%")),
                            "100",
                            in.get("input").asText())
                    .lines()
                    .get(0);
            assertThat(line.blendedRate().orElseThrow().value()).isEqualTo(percent(out, "blended_rate_pct"));
            List<Rational> shares = line.tiers().stream()
                    .map(tier -> tier.share(line.credited()).orElseThrow().value())
                    .toList();
            assertThat(shares).containsExactly(percent(out, "tier1_share_pct"), percent(out, "tier2_share_pct"));
        });
        EXAMPLES.put("oracle-24b-proportional", (in, out) -> {
            StatementLine line = statement(
                            plan(tiers("interpolated", "1000:1%", "5000:2%", "10000:3%", ":0%")),
                            "100",
                            in.get("input").asText())
                    .lines()
                    .get(0);
            assertThat(line.blendedRate().orElseThrow().value()).isEqualTo(percent(out, "blended_rate_pct"));
        });
        EXAMPLES.put("oracle-unq-accumulate-split", (in, out) -> {
            CommissionPlan plan = plan(
                    ", \"measures\": [{\"id\": \"units\", \"of\": \"bookings\", \"counts\": \"units\"}]",
                    tiered("tiered", "marginal", "\"by\": \"units\", ", "500:5%", "1000:10%", ":15%"));
            List<Credit> deals = new ArrayList<>();
            for (JsonNode deal : in.get("transactions")) {
                deals.add(credit(
                                "C-" + deals.size(),
                                "2026-06-01",
                                deal.get("revenue").asText())
                        .withUnits(new BigDecimal(deal.get("units").asText())));
            }
            Statement statement = statement(plan, deals.toArray(Credit[]::new));
            same(Amounts.number(statement.lines().get(0).amount()), out.get(0));
            // What rounding to the cent has not yet paid belongs to the second deal.
            Rational exact = Amounts.exact(statement.lines().get(1).amount()).plus(statement.residue());
            assertThat(exact.round(6, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(out.get(1).asText());
        });
        EXAMPLES.put("spiff-mamount", (in, out) -> {
            Statement statement = statement(
                    plan(tiers("marginal", "150000:4%", "250000:6%", ":8%")),
                    "100",
                    in.get("prior_arr").asText(),
                    in.get("deal").asText());
            same(Amounts.number(statement.lines().get(1).amount()), out.get("commission"));
            assertThat(statement.lines().get(1).blendedRate().orElseThrow().value())
                    .isEqualTo(Rational.of(out.get("blended_rate").asText()));
        });
        EXAMPLES.put("xactly-printers", (in, out) -> {
            Statement statement = statement(
                    plan(tiers("retroactive", "50%:2%", "100%:3%", "125%:4%", ":5%")),
                    "1500000",
                    in.get("ytd_credit").asText(),
                    in.get("order").asText());
            assertThat(statement.lines().get(1).attainmentBefore().orElseThrow().value())
                    .isEqualTo(percent(out, "attainment_pct"));
        });
        EXAMPLES.put("mytime-period-tiers", (in, out) -> {
            String rule = tiers("marginal", "500:25%", "3000:30%", ":40%");
            each(rule, "100", in.get("cycles"), out.get("per_cycle"));
        });
        EXAMPLES.put("nimble-retro-units", (in, out) -> {
            CommissionPlan plan = plan(
                    ", \"measures\": [{\"id\": \"units\", \"of\": \"bookings\", \"counts\": \"units\"}]",
                    tiered("tiered", "retroactive", "\"by\": \"units\", ", "10:10%", "20:15%", ":20%"));
            int units = in.get("units").asInt();
            BigDecimal value = new BigDecimal(in.get("unit_value").asText());
            Credit deal = credit(
                    "C-1",
                    "2026-06-01",
                    value.multiply(BigDecimal.valueOf(units)).toPlainString());
            same(number(statement(plan, deal.withUnits(BigDecimal.valueOf(units)))), out);
        });
        EXAMPLES.put("oca-section", (in, out) -> {
            // 15,000 belongs to the section, too: what lies below it ends a cent earlier.
            String rule = tiered("perDeal", "retroactive", "", "14999.99:0%", "16000:20%", ":0%");
            eachDeal(rule, in.get("bases"), out);
        });
    }

    private static BigDecimal total(String rule, JsonNode amounts) {
        Credit[] deals = new Credit[amounts.size()];
        for (int i = 0; i < deals.length; i++) {
            deals[i] = credit("C-" + i, "2026-06-01", amounts.get(i).asText());
        }
        return number(statement(plan(rule), deals));
    }

    private static void accelerators() {
        EXAMPLES.put(
                "excelforum-accelerator",
                (in, out) -> parts(
                        tiers("marginal", "100%:5%", "125%:6%", ":7%"),
                        "100000",
                        in.get("sales").asText(),
                        out));
        EXAMPLES.put("excelguru-tiers", (in, out) -> {
            List<TierPortion> tiers = statement(
                            plan(tiers("marginal", "100%:0%", "125%:125%", "150%:150%", ":0%")),
                            in.get("quota").asText(),
                            in.get("performance").asText())
                    .lines()
                    .get(0)
                    .tiers();
            same(Amounts.number(tiers.get(1).base()), out.get("t1_eligible"));
            same(Amounts.number(tiers.get(1).pays()), out.get("t1"));
            same(Amounts.number(tiers.get(2).base()), out.get("t2_eligible"));
            same(Amounts.number(tiers.get(2).pays()), out.get("t2"));
        });
        EXAMPLES.put(
                "sparrow-nonretro",
                (in, out) -> parts(
                        tiers("marginal", "300000:3%", "500000:5%", ":7%"),
                        "100",
                        in.get("sales").asText(),
                        out));
        EXAMPLES.put("sparrow-retro", (in, out) -> {
            CommissionPlan upper =
                    plan(", \"conventions\": {\"tie\": \"upperTier\"}", tiers("retroactive", "1000000:5%", ":7%"));
            for (int i = 0; i < out.size(); i++) {
                same(number(statement(upper, "100", in.get("sales").get(i).asText())), out.get(i));
            }
        });
        EXAMPLES.put(
                "salescookie-noncumulative",
                (in, out) -> attained(
                        tiers("retroactive", "100%:6%", "150%:8%", ":10%"),
                        in,
                        "attainment_pct",
                        in.get("quota").asText(),
                        out));
        EXAMPLES.put(
                "salescookie-cumulative",
                (in, out) -> attained(
                        tiers("marginal", "100%:6%", "150%:8%", ":10%"),
                        in,
                        "attainment_pct",
                        in.get("quota").asText(),
                        out));
        EXAMPLES.put("getcarvd-wrong-tier", (in, out) -> {
            String quota = in.get("quota").asText();
            attained(
                    tiers("marginal", "100%:9%", "125%:13.5%", ":18%"),
                    in,
                    "attainment_pct",
                    quota,
                    out.get("marginal"));
            attained(
                    tiers("retroactive", "100%:9%", "125%:13.5%", ":18%"),
                    in,
                    "attainment_pct",
                    quota,
                    out.get("error_all_at_top"));
        });
        EXAMPLES.put(
                "quotapath-insurance",
                (in, out) -> same(
                        paid(
                                tiers("marginal", "50%:0%", "100%:10%", ":15%"),
                                "20000",
                                in.get("sales").asText()),
                        out));
        EXAMPLES.put("quotapath-hybrid", (in, out) -> {
            CommissionPlan plan = plan(
                    ", \"conventions\": {\"tie\": \"upperTier\"}",
                    tiers("marginal", "50%:5%", "100%:10%:retroactive", ":20%"));
            for (int i = 0; i < out.size(); i++) {
                same(number(statement(plan, "33000", in.get("sales").get(i).asText())), out.get(i));
            }
        });
        EXAMPLES.put(
                "tt-no-accel",
                (in, out) -> same(
                        paid(
                                flat(rate(in)),
                                in.get("quota").asText(),
                                in.get("revenue").asText()),
                        out));
        EXAMPLES.put("tt-multiplier", (in, out) -> {
            String doubled = flat("10%") + ", {\"kind\": \"weight\", \"id\": \"plan\", \"share\": \"200%\"}";
            same(paid(doubled, "100", in.get("revenue").asText()), out);
        });
    }

    private static void overages() {
        for (String id : List.of("tt-80", "tt-100", "tt-110", "tt-140", "tt-175", "tt-250", "tt-100.01")) {
            EXAMPLES.put(id, (in, out) -> {
                List<TierPortion> tiers = statement(
                                plan(tiered(
                                        "tiered",
                                        "wholeOverage",
                                        "\"rate\": \"" + rate(in) + "\", ",
                                        "100%:100%",
                                        "125%:150%",
                                        "150%:200%",
                                        ":250%")),
                                "100000",
                                in.get("revenue").asText())
                        .lines()
                        .get(0)
                        .tiers();
                same(Amounts.number(tiers.get(0).pays()), out.get("base"));
                BigDecimal overage =
                        tiers.size() > 1 ? Amounts.number(tiers.get(1).pays()) : BigDecimal.ZERO;
                same(overage, out.get("overage"));
                Rational rate = Rational.of(in.get("rate").asText());
                assertThat(tiers.get(tiers.size() - 1).rate().value().dividedBy(rate))
                        .isEqualTo(Rational.of(out.get("multiplier").asText()));
            });
        }
    }

    private static String rate(JsonNode inputs) {
        return new BigDecimal(inputs.get("rate").asText()).movePointRight(2).toPlainString() + "%";
    }
}
