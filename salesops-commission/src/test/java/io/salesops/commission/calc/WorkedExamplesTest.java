package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.FY2026;
import static io.salesops.commission.calc.WorkedPlans.at;
import static io.salesops.commission.calc.WorkedPlans.attained;
import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.each;
import static io.salesops.commission.calc.WorkedPlans.eachDeal;
import static io.salesops.commission.calc.WorkedPlans.flat;
import static io.salesops.commission.calc.WorkedPlans.gate;
import static io.salesops.commission.calc.WorkedPlans.month;
import static io.salesops.commission.calc.WorkedPlans.number;
import static io.salesops.commission.calc.WorkedPlans.ofRule;
import static io.salesops.commission.calc.WorkedPlans.paid;
import static io.salesops.commission.calc.WorkedPlans.parts;
import static io.salesops.commission.calc.WorkedPlans.payable;
import static io.salesops.commission.calc.WorkedPlans.percent;
import static io.salesops.commission.calc.WorkedPlans.plan;
import static io.salesops.commission.calc.WorkedPlans.quota;
import static io.salesops.commission.calc.WorkedPlans.same;
import static io.salesops.commission.calc.WorkedPlans.share;
import static io.salesops.commission.calc.WorkedPlans.statement;
import static io.salesops.commission.calc.WorkedPlans.table;
import static io.salesops.commission.calc.WorkedPlans.tiered;
import static io.salesops.commission.calc.WorkedPlans.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Published examples of plans, each as a plan in the library's own JSON. Those of credits and of the ledger stand in classes
 * of their own; {@link WorkedExamplesCountTest} counts them all.
 */
@NeedsData
class WorkedExamplesTest {

    /** What an example is computed to, by the row's inputs. */
    private interface Example {
        void holds(JsonNode inputs, JsonNode figures);
    }

    private static final Map<String, Example> EXAMPLES = new LinkedHashMap<>();

    static {
        tables();
        accelerators();
        targets();
        overages();
        residuals();
        bases();
        settlements();
        curves();
    }

    /** The ids of the examples here. */
    static ImmutableSet<String> ids() {
        return ImmutableSet.copyOf(EXAMPLES.keySet());
    }

    private static void tables() {
        String steps = tiered("perDeal", "marginal", "", "1000:1%", "3000:2%", "8000:3%", "20000:5%", ":0%");
        put("oracle-step-individual", (in, out) -> {
            eachDeal(steps, in.get("transactions"), out.get("per_tx"));
            same(total(steps, in.get("transactions")), out.get("total"));
        });
        String amounts = tiered("perDeal", "interpolated", "", "1000:10", "3000:40", "8000:100", "20000:2000", ":0");
        put("oracle-interpolated-individual", (in, out) -> {
            eachDeal(amounts, in.get("transactions"), out.get("per_tx"));
            same(total(amounts, in.get("transactions")), out.get("total"));
        });
        put(
                "oracle-flat-nonsplit-amount",
                (in, out) -> eachDeal(
                        tiered("perDeal", "retroactive", "", "10000:1%", "50000:2%", ":3%"),
                        in.get("transactions"),
                        out));
        put(
                "oracle-step-split-amount",
                (in, out) -> eachDeal(
                        tiered("perDeal", "marginal", "", "10000:1%", "50000:2%", ":3%"), in.get("transactions"), out));
        put("oracle-24b-split-trace", (in, out) -> {
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
        put("oracle-24b-proportional", (in, out) -> {
            StatementLine line = statement(
                            plan(tiers("interpolated", "1000:1%", "5000:2%", "10000:3%", ":0%")),
                            "100",
                            in.get("input").asText())
                    .lines()
                    .get(0);
            assertThat(line.blendedRate().orElseThrow().value()).isEqualTo(percent(out, "blended_rate_pct"));
        });
        put("oracle-unq-accumulate-split", (in, out) -> {
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
        put("spiff-mamount", (in, out) -> {
            Statement statement = statement(
                    plan(tiers("marginal", "150000:4%", "250000:6%", ":8%")),
                    "100",
                    in.get("prior_arr").asText(),
                    in.get("deal").asText());
            same(Amounts.number(statement.lines().get(1).amount()), out.get("commission"));
            assertThat(statement.lines().get(1).blendedRate().orElseThrow().value())
                    .isEqualTo(Rational.of(out.get("blended_rate").asText()));
        });
        put("xactly-printers", (in, out) -> {
            Statement statement = statement(
                    plan(tiers("retroactive", "50%:2%", "100%:3%", "125%:4%", ":5%")),
                    "1500000",
                    in.get("ytd_credit").asText(),
                    in.get("order").asText());
            assertThat(statement.lines().get(1).attainmentBefore().orElseThrow().value())
                    .isEqualTo(percent(out, "attainment_pct"));
        });
        put("mytime-period-tiers", (in, out) -> {
            String rule = tiers("marginal", "500:25%", "3000:30%", ":40%");
            each(rule, "100", in.get("cycles"), out.get("per_cycle"));
        });
        put("nimble-retro-units", (in, out) -> {
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
        put("oca-section", (in, out) -> {
            // 15,000 belongs to the section, too: what lies below it ends a cent earlier.
            String rule = tiered("perDeal", "retroactive", "", "14999.99:0%", "16000:20%", ":0%");
            eachDeal(rule, in.get("bases"), out);
        });
        put("kl-C", (in, out) -> {
            String rule = residual("12:20%", "24:10%");
            Credit[] months = months(25, "250");
            List<StatementLine> lines = statementOf25Months(rule, months);
            same(Amounts.number(lines.get(11).amount()), out.get("m12"));
            same(Amounts.number(lines.get(12).amount()), out.get("m13"));
            same(Amounts.number(lines.get(24).amount()), out.get("m25"));
            same(
                    lines.subList(0, 24).stream()
                            .map(line -> Amounts.number(line.amount()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    out.get("sum24"));
        });
        put("kl-D", (in, out) -> {
            List<StatementLine> lines = statementOf25Months(residual("3:300", ":5%"), months(4, "250"));
            same(Amounts.number(lines.get(0).amount()), out.get("m1"));
            same(Amounts.number(lines.get(2).amount()), out.get("m3"));
            same(Amounts.number(lines.get(3).amount()), out.get("m4"));
        });
    }

    private static void accelerators() {
        put(
                "excelforum-accelerator",
                (in, out) -> parts(
                        tiers("marginal", "100%:5%", "125%:6%", ":7%"),
                        "100000",
                        in.get("sales").asText(),
                        out));
        put("excelguru-tiers", (in, out) -> {
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
        put(
                "sparrow-nonretro",
                (in, out) -> parts(
                        tiers("marginal", "300000:3%", "500000:5%", ":7%"),
                        "100",
                        in.get("sales").asText(),
                        out));
        put("sparrow-retro", (in, out) -> {
            CommissionPlan upper =
                    plan(", \"conventions\": {\"tie\": \"upperTier\"}", tiers("retroactive", "1000000:5%", ":7%"));
            for (int i = 0; i < out.size(); i++) {
                same(number(statement(upper, "100", in.get("sales").get(i).asText())), out.get(i));
            }
        });
        put(
                "salescookie-noncumulative",
                (in, out) -> attained(
                        tiers("retroactive", "100%:6%", "150%:8%", ":10%"),
                        in,
                        "attainment_pct",
                        in.get("quota").asText(),
                        out));
        put(
                "salescookie-cumulative",
                (in, out) -> attained(
                        tiers("marginal", "100%:6%", "150%:8%", ":10%"),
                        in,
                        "attainment_pct",
                        in.get("quota").asText(),
                        out));
        put("getcarvd-wrong-tier", (in, out) -> {
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
        put(
                "quotapath-insurance",
                (in, out) -> same(
                        paid(
                                tiers("marginal", "50%:0%", "100%:10%", ":15%"),
                                "20000",
                                in.get("sales").asText()),
                        out));
        put("quotapath-hybrid", (in, out) -> {
            CommissionPlan plan = plan(
                    ", \"conventions\": {\"tie\": \"upperTier\"}",
                    tiers("marginal", "50%:5%", "100%:10%:retroactive", ":20%"));
            for (int i = 0; i < out.size(); i++) {
                same(number(statement(plan, "33000", in.get("sales").get(i).asText())), out.get(i));
            }
        });
        put(
                "tt-no-accel",
                (in, out) -> same(
                        paid(
                                flat(rate(in)),
                                in.get("quota").asText(),
                                in.get("revenue").asText()),
                        out));
        put("tt-multiplier", (in, out) -> {
            String doubled = flat("10%") + ", {\"kind\": \"weight\", \"id\": \"plan\", \"share\": \"200%\"}";
            same(paid(doubled, "100", in.get("revenue").asText()), out);
        });
    }

    /** A bonus on target, multiplied by tiers. */
    private static String target(String amount, String... tiers) {
        return tiered("tiered", "marginal", "\"target\": \"" + amount + "\", ", tiers);
    }

    private static String holdback(String share, String release, String on) {
        return ", {\"kind\": \"holdback\", \"id\": \"hold\", \"share\": \"" + share + "\", \"release\": " + release
                + ", \"on\": [" + on + "]}";
    }

    private static final String ON_CASH = "{\"kind\": \"event\", \"measure\": \"cash\"}";

    private static void targets() {
        for (String id : List.of("ctp-1.1", "ctp-1.3")) {
            put(id, (in, out) -> {
                CommissionPlan plan =
                        plan(target("20000", "100%:100%", "120%:140%", ":160%") + holdback("40%", ON_CASH, ""));
                String booked = share(in.get("attainment_pct").asText(), "1000000");
                PayeeYear booking = PayeeYear.builder()
                        .payee(PayeeId.of("ana"))
                        .addQuotas(quota("bookings", "1000000", "USD"))
                        .addCredits(credit("C-1", "2026-06-01", booked))
                        .build();
                Statement signed = statement(plan, FY2026, booking);
                same(number(signed), out.get("vp"));
                same(payable(signed), out.get("booking"));
                Credit cash = credit("P-1", "2026-08-01", booked)
                        .withSource("C-1")
                        .withBasis(Credit.Basis.CASH)
                        .withMeasure("cash");
                Statement collected = statement(
                        plan,
                        FY2026,
                        PayeeYear.builder().from(booking).addCredits(cash).build());
                same(payable(collected).subtract(payable(signed)), out.get("collection"));
            });
        }
        put("ctp-1.4", (in, out) -> {
            CommissionPlan plan =
                    plan("{\"kind\": \"tiered\", \"id\": \"new\", \"measure\": \"new\", \"mode\": \"marginal\","
                            + " \"target\": \"20000\", \"tiers\": " + table("100%:100%", ":140%") + "},"
                            + "{\"kind\": \"tiered\", \"id\": \"closing\", \"measure\": \"closing\", \"mode\": \"marginal\","
                            + " \"target\": \"20000\", \"tiers\": " + table("100%:100%", ":120%") + "},"
                            + "{\"kind\": \"weight\", \"id\": \"60\", \"share\": \"60%\", \"on\": [\"new\"]},"
                            + "{\"kind\": \"weight\", \"id\": \"40\", \"share\": \"40%\", \"on\": [\"closing\"]},"
                            + "{\"kind\": \"gate\", \"id\": \"gate\", \"measure\": \"closing\", \"atLeast\": \"95%\","
                            + " \"mode\": \"marginal\", \"on\": [\"closing\"]}"
                            + holdback("25%", ON_CASH, "\"new\""));
            PayeeYear payee = PayeeYear.builder()
                    .payee(PayeeId.of("ana"))
                    .addQuotas(quota("new", "100000", "USD"), quota("closing", "100000", "USD"))
                    .addCredits(
                            credit(
                                            "C-1",
                                            "2026-06-01",
                                            share(in.get("new_arr_att").asText(), "100000"))
                                    .withMeasure("new"),
                            credit(
                                            "C-2",
                                            "2026-12-31",
                                            share(in.get("closing_att").asText(), "100000"))
                                    .withMeasure("closing"))
                    .build();
            Statement statement = statement(plan, FY2026, payee);
            same(number(statement), out.get("total"));
            same(ofRule(statement, "new").add(ofRule(statement, "60")), out.get("new"));
            same(ofRule(statement, "closing").add(ofRule(statement, "40")), out.get("closing"));
            SettlementStep held = statement.settlement().get(0);
            same(Amounts.number(held.amount()).negate(), out.get("new_collection"));
            same(
                    ofRule(statement, "new").add(ofRule(statement, "60")).add(Amounts.number(held.amount())),
                    out.get("new_booking"));
        });
        put(
                "ctp-1.5",
                (in, out) -> attained(
                        target("8000", "100%:100%", ":120%") + ", " + gate("95%", "marginal"),
                        in,
                        "attainment_pct",
                        "1000000",
                        out));
        put(
                "ctp-1.6",
                (in, out) -> attained(
                        target("15000", ":100%") + ", " + gate("95%", "marginal"),
                        in,
                        "attainment_pct",
                        "1000000",
                        out));
        put("ctp-2.1", (in, out) -> {
            CommissionPlan plan = plan(
                    target("10000", ":100%") + holdback("25%", "{\"kind\": \"on\", \"date\": \"2027-01-01\"}", ""));
            Statement statement =
                    statement(plan, "500000", share(in.get("attainment_pct").asText(), "500000"));
            same(number(statement), out.get("vp"));
            same(payable(statement), out.get("booking"));
            same(Amounts.number(statement.settlement().get(0).amount()).negate(), out.get("year_end"));
        });
        put("ctp-3.1", (in, out) -> {
            BigDecimal fresh = at(target("18000", "100%:100%", "120%:160%", ":200%"), "125", "900000");
            BigDecimal closing = at(target("12000", "100%:100%", ":120%"), "105", "700000");
            same(fresh, out.get("new"));
            same(closing, out.get("closing"));
            same(fresh.add(closing), out.get("total"));
        });
        put(
                "ctp-4.3",
                (in, out) -> same(paid(flat("1.5%"), "100", in.get("amount").asText()), out));
        put("ctp-5.1", (in, out) -> {
            CommissionPlan plan = plan(
                    ", \"measures\": [{\"id\": \"eligible\", \"of\": \"bookings\", \"goal\": \"300000\", \"when\": {\"any\": ["
                            + "{\"all\": [{\"field\": \"custom.kind\", \"type\": \"text\", \"is\": \"crer\"},"
                            + " {\"field\": \"marginRate\", \"atLeast\": \"60%\"}]},"
                            + "{\"all\": [{\"field\": \"custom.kind\", \"type\": \"text\", \"is\": \"impl\"},"
                            + " {\"field\": \"marginRate\", \"atLeast\": \"30%\"}]}]}}]",
                    "{\"kind\": \"tiered\", \"id\": \"eligible\", \"measure\": \"eligible\", \"mode\": \"marginal\","
                            + " \"target\": \"20000\", \"tiers\": " + table(":100%") + "},"
                            + "{\"kind\": \"weight\", \"id\": \"metric\", \"share\": \"20%\"}");
            List<Credit> deals = new ArrayList<>();
            for (JsonNode deal : in.get("deals")) {
                String kind = deal.has("crer") ? "crer" : "impl";
                String amount = deal.get(kind).asText();
                String margin = share(deal.get("gp").asText(), amount);
                deals.add(credit("C-" + deals.size(), "2026-06-01", amount)
                        .withMargin(Amounts.of(margin, "USD"))
                        .withCustom(CustomFields.of(Map.of("kind", new CustomFields.Text(kind)))));
            }
            Statement statement = statement(plan, deals.toArray(Credit[]::new));
            same(number(statement), out);
            assertThat(statement.omitted().get(0).examples()).containsExactly("C-1");
        });
        put(
                "ctp-6.1",
                (in, out) -> same(
                        largeDeal(
                                "{\"field\": \"amount\", \"atLeast\": {\"amount\": \"400000\", \"currency\": \"USD\"}}",
                                "12000",
                                in),
                        out));
        put("ctp-6.3", (in, out) -> same(largeDeal("{\"field\": \"amount\", \"present\": true}", "20000", in), out));
        put("ctp-8.1", (in, out) -> {
            CommissionPlan first = plan(", \"conventions\": {\"target\": \"byDays\"}", target("20000", ":100%"))
                    .withEffective(DateRange.of("2026-01-01", "2026-06-01"));
            CommissionPlan second = plan(", \"conventions\": {\"target\": \"byDays\"}", target("24000", ":100%"))
                    .withEffective(DateRange.of("2026-06-01", "2027-01-01"));
            PayeeYear payee = PayeeYear.builder()
                    .payee(PayeeId.of("ana"))
                    .addQuotas(quota("bookings", "100000", "USD"))
                    .addCredits(credit("C-1", "2026-03-01", "100000"), credit("C-2", "2026-09-01", "100000"))
                    .build();
            BigDecimal a = number(statement(first, FY2026, payee));
            BigDecimal b = number(statement(second, FY2026, payee));
            BigDecimal cent = new BigDecimal("0.01");
            assertThat(a).isCloseTo(new BigDecimal(out.get("a").asText()), within(cent));
            assertThat(b).isCloseTo(new BigDecimal(out.get("b").asText()), within(cent));
            assertThat(a.add(b)).isCloseTo(new BigDecimal(out.get("blended").asText()), within(cent));
        });
        put(
                "ctp-10.1",
                (in, out) -> same(
                        number(statement(
                                plan(", \"conventions\": {\"zeroQuota\": \"isZero\"}", tiers("marginal", ":5%")),
                                in.get("target").asText(),
                                in.get("actual").asText())),
                        out));
        put("marginal-vs-step-110", (in, out) -> {
            attained(target("50000", "100%:100%", ":140%"), in, "attainment_pct", "800000", out.get("marginal"));
            attained(
                    tiered("tiered", "retroactive", "\"target\": \"50000\", ", "100%:100%", ":140%"),
                    in,
                    "attainment_pct",
                    "800000",
                    out.get("single"));
        });
        put("shockwave-linear", (in, out) -> attained(target("12500", ":100%"), in, "attainment_pct", "150000", out));
    }

    /** A quarter of a metric's target, by what a deal is of the year's target of 1,000,000. */
    private static BigDecimal largeDeal(String when, String metric, JsonNode inputs) {
        CommissionPlan plan = plan(
                ", \"measures\": [{\"id\": \"large\", \"of\": \"bookings\", \"goal\": \"1000000\", \"when\": " + when
                        + "}]",
                "{\"kind\": \"tiered\", \"id\": \"spiff\", \"measure\": \"large\", \"mode\": \"marginal\", \"target\": \""
                        + metric + "\", \"tiers\": " + table(":25%") + "}");
        return number(statement(
                plan,
                credit("C-1", "2026-06-01", inputs.get("deal_arr").asText()),
                credit("C-2", "2026-06-01", "0.01")));
    }

    private static void overages() {
        for (String id : List.of("tt-80", "tt-100", "tt-110", "tt-140", "tt-175", "tt-250", "tt-100.01")) {
            put(id, (in, out) -> {
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

    private static BigDecimal total(String rule, JsonNode amounts) {
        Credit[] deals = new Credit[amounts.size()];
        for (int i = 0; i < deals.length; i++) {
            deals[i] = credit("C-" + i, "2026-06-01", amounts.get(i).asText());
        }
        return number(statement(plan(rule), deals));
    }

    private static String residual(String... steps) {
        List<String> table = new ArrayList<>();
        for (String step : steps) {
            String[] parts = step.split(":", -1);
            table.add("{" + (parts[0].isEmpty() ? "" : "\"upToMonth\": " + parts[0] + ", ") + "\"rate\": \"" + parts[1]
                    + "\"}");
        }
        return "{\"kind\": \"residual\", \"id\": \"residual\", \"measure\": \"bookings\", \"steps\": ["
                + String.join(", ", table) + "]}";
    }

    /** A subscription that is paid month by month. */
    private static Credit[] months(int count, String amount) {
        Credit[] months = new Credit[count];
        for (int i = 0; i < count; i++) {
            months[i] = credit(
                            String.format("C-%02d", i),
                            LocalDate.of(2026, 1, 15).plusMonths(i).toString(),
                            amount)
                    .withStarted(LocalDate.of(2026, 1, 15));
        }
        return months;
    }

    private static List<StatementLine> statementOf25Months(String rule, Credit... credits) {
        CommissionPlan plan = plan(rule).withEffective(DateRange.of("2026-01-01", "2029-01-01"));
        return statement(
                        plan,
                        new FiscalPeriod("three years", LocalDate.of(2026, 1, 1), LocalDate.of(2029, 1, 1)),
                        PayeeYear.builder()
                                .payee(PayeeId.of("ana"))
                                .addCredits(credits)
                                .build())
                .lines();
    }

    private static void residuals() {
        put("kl-month1", (in, out) -> {
            CommissionPlan plan = plan(flat("setup", "setup", "50%") + ", " + flat("first", "subscription", "60%"));
            Statement statement = statement(
                    plan,
                    credit("C-1", "2026-01-15", "2500").withMeasure("setup"),
                    credit("C-2", "2026-01-15", "250").withMeasure("subscription"));
            same(ofRule(statement, "setup"), out.get("setup"));
            same(number(statement), out.get("total"));
        });
        put("kl-bonus", (in, out) -> {
            CommissionPlan plan = plan(
                    ", \"measures\": [{\"id\": \"signups\", \"of\": \"setup\", \"counts\": \"deals\"}]",
                    flat("setup", "setup", "50%")
                            + ", {\"kind\": \"spiff\", \"id\": \"bonus\", \"measure\": \"signups\", \"amount\": \"750\"}, "
                            + residual("24:10%").replace("bookings", "subscription"));
            Statement statement = statement(
                    plan,
                    credit("C-1", "2026-01-15", "2500").withMeasure("setup"),
                    credit("C-2", "2026-05-15", "250")
                            .withMeasure("subscription")
                            .withStarted(LocalDate.of(2026, 1, 15)));
            same(ofRule(statement, "setup"), out.get("setup"));
            same(ofRule(statement, "bonus"), out.get("bonus"));
            same(ofRule(statement, "residual"), out.get("m5"));
        });
        put("core8-spiff", (in, out) -> {
            CommissionPlan plan = plan(
                    ", \"measures\": [{\"id\": \"logos\", \"of\": \"bookings\", \"counts\": \"deals\", \"resetMonths\": 3}]",
                    "{\"kind\": \"spiff\", \"id\": \"logos\", \"measure\": \"logos\", \"amount\": \"3000\", \"n\": 3}");
            for (int i = 0; i < out.size(); i++) {
                PayeeYear.Builder payee = PayeeYear.builder().payee(PayeeId.of("ana"));
                for (int logo = 0; logo < in.get("logos").get(i).asInt(); logo++) {
                    payee.addCredits(credit("C-" + logo, "2026-05-01", "100"));
                }
                same(
                        number(statement(
                                plan,
                                new FiscalPeriod("Q2", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1)),
                                payee.build())),
                        out.get(i));
            }
        });
        put("core8-clawback", (in, out) -> {
            CommissionPlan plan = plan(flat("10%")
                    + ", {\"kind\": \"clawback\", \"id\": \"early\", \"mode\": \"ladder\","
                    + " \"steps\": [{\"upToMonth\": 12, \"rate\": \"50%\"}]}");
            Statement statement = statement(
                    plan,
                    credit("C-1", "2026-01-15", "100000"),
                    credit("C-2", "2026-05-15", "-100000").withSource("C-1"));
            same(ofRule(statement, "early"), out);
        });
    }

    private static void bases() {
        put(
                "cf-between",
                (in, out) -> same(
                        number(statement(
                                plan(tiered(
                                        "perDeal", "marginal", "\"atLeast\": \"200\", \"atMost\": \"5000\", ", ":10%")),
                                credit("C-1", "2026-06-01", in.get("sale").asText()))),
                        out));
        put(
                "cf-negative",
                (in, out) -> same(paid(flat("10%"), "100", in.get("sale").asText()), out));
        put(
                "cf-decimal",
                (in, out) -> same(paid(flat("7.5%"), "100", in.get("sale").asText()), out));
        put("cf-basis", (in, out) -> {
            Credit sale = credit("C-1", "2026-06-01", "10000").withMargin(Amounts.of("8000", "USD"));
            same(number(statement(plan(flat("10%")), sale)), out.get("gross"));
            CommissionPlan net = plan(
                    ", \"measures\": [{\"id\": \"net\", \"of\": \"bookings\", \"counts\": \"margin\"}]",
                    flat("flat", "net", "10%"));
            same(number(statement(net, sale)), out.get("net"));
        });
        put(
                "idempiere-own",
                (in, out) -> same(
                        orders("bookings", "{\"field\": \"custom.rep\", \"type\": \"text\", \"is\": \"A\"}"), out));
        put("idempiere-all", (in, out) -> same(orders("bookings", "{\"field\": \"amount\", \"present\": true}"), out));
        put(
                "idempiere-customer1",
                (in, out) -> same(
                        orders("bookings", "{\"field\": \"custom.customer\", \"type\": \"text\", \"is\": \"c1\"}"),
                        out));
        put(
                "idempiere-invoiced",
                (in, out) -> same(orders("invoices", "{\"field\": \"amount\", \"present\": true}"), out));
        put(
                "adempiere-1628",
                (in, out) -> same(
                        number(statement(
                                plan(flat("flat", "invoices", "4%")),
                                credit("I-1", "2026-06-01", "1000").withMeasure("invoices"),
                                credit("I-2", "2026-06-02", "-200").withMeasure("invoices"))),
                        out.get("correct")));
        put("prowi-override-threshold", (in, out) -> {
            String override =
                    "{\"kind\": \"override\", \"id\": \"team\", \"measure\": \"bookings\", \"rate\": \"3%\", \"mode\": \"amount\"}";
            same(paid(override, "100", "300000"), out.get("first_dollar"));
            same(
                    paid(tiers("marginal", ":3%") + ", " + gate("100%", "marginal"), "225000", "300000"),
                    out.get("threshold"));
        });
    }

    /** Four orders of three units, of which the walk-in's of 60 and 70 are invoiced: 1% above 10 and 1.00 a unit. */
    private static BigDecimal orders(String of, String when) {
        CommissionPlan plan = plan(
                ", \"measures\": [{\"id\": \"sum\", \"of\": \"" + of + "\", \"when\": " + when + "},"
                        + "{\"id\": \"units\", \"of\": \"" + of + "\", \"counts\": \"units\", \"when\": " + when + "}]",
                "{\"kind\": \"tiered\", \"id\": \"sum\", \"measure\": \"sum\", \"mode\": \"marginal\", \"tiers\": "
                        + table("10:0%", ":1%") + "}, " + flat("units", "units", "1.00"));
        List<Credit> credits = new ArrayList<>();
        String[][] orders = {{"U", "c1", "60"}, {"A", "c1", "60"}, {"U", "c1", "75"}, {"U", "c2", "70"}};
        for (int i = 0; i < orders.length; i++) {
            Credit order = credit("O-" + i, "2026-06-01", orders[i][2])
                    .withUnits(BigDecimal.valueOf(3))
                    .withCustom(CustomFields.of(Map.of(
                            "rep", new CustomFields.Text(orders[i][0]),
                            "customer", new CustomFields.Text(orders[i][1]))));
            credits.add(order);
            if (i == 0 || i == 3) {
                credits.add(order.withId(CreditId.of("I-" + i))
                        .withBasis(Credit.Basis.INVOICE)
                        .withMeasure("invoices"));
            }
        }
        return number(statement(plan, credits.toArray(Credit[]::new)));
    }

    private static void settlements() {
        put("siebel-nonrecoverable-draw", (in, out) -> {
            String draw = "{\"kind\": \"draw\", \"id\": \"draw\", \"amount\": \"2000\", \"every\": \"P1M\","
                    + " \"recovery\": \"nonRecoverable\"}";
            for (int i = 0; i < out.get("net").size(); i++) {
                Statement statement = statement(
                        plan(flat("100%") + ", " + draw),
                        month(1),
                        PayeeYear.builder()
                                .payee(PayeeId.of("ana"))
                                .addCredits(credit(
                                        "C-1",
                                        "2026-01-20",
                                        in.get("gross").get(i).asText()))
                                .build());
                same(payable(statement), out.get("net").get(i));
                same(
                        Amounts.number(statement.settlement().get(0).amount()),
                        out.get("topup").get(i));
                assertThat(statement.settlement().get(0).owed()).isEqualTo(Optional.empty());
            }
        });
        put("studypool-draw", (in, out) -> {
            String draw = "{\"kind\": \"draw\", \"id\": \"draw\", \"amount\": \"1000\", \"every\": \"P7D\","
                    + " \"recovery\": \"recoverable\"}";
            PayeeYear.Builder payee = PayeeYear.builder().payee(PayeeId.of("ana"));
            for (int week = 0; week < in.get("gross").size(); week++) {
                payee.addCredits(credit(
                        "C-" + week,
                        LocalDate.of(2026, 1, 3).plusWeeks(week).toString(),
                        in.get("gross").get(week).asText()));
            }
            Statement statement = statement(plan(flat("100%") + ", " + draw), month(1), payee.build());
            List<SettlementStep> steps = statement.settlement();
            for (int week = 0; week < out.get("balance").size(); week++) {
                same(
                        Amounts.number(steps.get(week).owed().orElseThrow()),
                        out.get("balance").get(week));
            }
        });
        put("siebel-mbo-target", (in, out) -> {
            CommissionPlan plan = plan(
                    ", \"measures\": [{\"id\": \"mbo\", \"counts\": \"units\", \"goal\": \"1\"}]",
                    "{\"kind\": \"bonus\", \"id\": \"mbo\", \"measure\": \"mbo\", \"target\": \"5000\","
                            + " \"steps\": [{\"above\": \"80%\", \"pays\": \"20%\"}]}");
            for (int i = 0; i < out.size(); i++) {
                BigDecimal score = new BigDecimal(in.get("scores").get(i).asText()).movePointLeft(2);
                Credit review =
                        credit("review", "2026-12-15", "0").withMeasure("mbo").withUnits(score);
                same(number(statement(plan, review)), out.get(i));
            }
        });
    }

    private static void curves() {
        String curve =
                "{\"kind\": \"curve\", \"id\": \"curve\", \"measure\": \"bookings\", \"target\": \"10000\", \"points\": ["
                        + "{\"at\": \"70%\", \"pays\": \"0%\"}, {\"at\": \"100%\", \"pays\": \"100%\"},"
                        + " {\"at\": \"150%\", \"pays\": \"200%\"}]}";
        for (String id : List.of("bonuspay-curve", "bonuspay-cap")) {
            put(id, (in, out) -> {
                for (int i = 0; i < out.size(); i++) {
                    same(at(curve, in.get("attainment_pct").get(i).asText(), "750000"), out.get(i));
                }
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Map<String, JsonNode> rows = rows();
        return EXAMPLES.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    JsonNode row = rows.get(example.getKey());
                    assertThat(row).as("row of the data").isNotNull();
                    if (row != null) {
                        example.getValue().holds(row.get("inputs"), row.get("recomputed"));
                    }
                }));
    }

    private static void put(String id, Example example) {
        if (EXAMPLES.put(id, example) != null) {
            throw new IllegalStateException("two tests for " + id);
        }
    }

    /** The rows of the data by id. */
    static Map<String, JsonNode> rows() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedData.file("commission/worked_examples.jsonl"))) {
            JsonNode row = mapper.readTree(line);
            rows.put(row.get("id").asText(), row);
        }
        return rows;
    }
}
