package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.FY2026;
import static io.salesops.commission.calc.WorkedPlans.at;
import static io.salesops.commission.calc.WorkedPlans.attained;
import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.flat;
import static io.salesops.commission.calc.WorkedPlans.gate;
import static io.salesops.commission.calc.WorkedPlans.number;
import static io.salesops.commission.calc.WorkedPlans.ofRule;
import static io.salesops.commission.calc.WorkedPlans.paid;
import static io.salesops.commission.calc.WorkedPlans.payable;
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
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.money.Amounts;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.time.DateRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples of bonuses on target and payout curves. {@link WorkedExamplesCountTest} counts them. */
@NeedsData
class WorkedTargetExamplesTest {
    private static final WorkedExamples EXAMPLES = new WorkedExamples();

    static {
        targets();
        curves();
    }

    /** The ids of the examples here. */
    static ImmutableSet<String> ids() {
        return EXAMPLES.ids();
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return EXAMPLES.tests();
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
            EXAMPLES.put(id, (in, out) -> {
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
        EXAMPLES.put("ctp-1.4", (in, out) -> {
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
        EXAMPLES.put(
                "ctp-1.5",
                (in, out) -> attained(
                        target("8000", "100%:100%", ":120%") + ", " + gate("95%", "marginal"),
                        in,
                        "attainment_pct",
                        "1000000",
                        out));
        EXAMPLES.put(
                "ctp-1.6",
                (in, out) -> attained(
                        target("15000", ":100%") + ", " + gate("95%", "marginal"),
                        in,
                        "attainment_pct",
                        "1000000",
                        out));
        EXAMPLES.put("ctp-2.1", (in, out) -> {
            CommissionPlan plan = plan(
                    target("10000", ":100%") + holdback("25%", "{\"kind\": \"on\", \"date\": \"2027-01-01\"}", ""));
            Statement statement =
                    statement(plan, "500000", share(in.get("attainment_pct").asText(), "500000"));
            same(number(statement), out.get("vp"));
            same(payable(statement), out.get("booking"));
            same(Amounts.number(statement.settlement().get(0).amount()).negate(), out.get("year_end"));
        });
        EXAMPLES.put("ctp-3.1", (in, out) -> {
            BigDecimal fresh = at(target("18000", "100%:100%", "120%:160%", ":200%"), "125", "900000");
            BigDecimal closing = at(target("12000", "100%:100%", ":120%"), "105", "700000");
            same(fresh, out.get("new"));
            same(closing, out.get("closing"));
            same(fresh.add(closing), out.get("total"));
        });
        EXAMPLES.put(
                "ctp-4.3",
                (in, out) -> same(paid(flat("1.5%"), "100", in.get("amount").asText()), out));
        EXAMPLES.put("ctp-5.1", (in, out) -> {
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
        EXAMPLES.put(
                "ctp-6.1",
                (in, out) -> same(
                        largeDeal(
                                "{\"field\": \"amount\", \"atLeast\": {\"amount\": \"400000\", \"currency\": \"USD\"}}",
                                "12000",
                                in),
                        out));
        EXAMPLES.put(
                "ctp-6.3",
                (in, out) -> same(largeDeal("{\"field\": \"amount\", \"present\": true}", "20000", in), out));
        EXAMPLES.put("ctp-8.1", (in, out) -> {
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
        EXAMPLES.put(
                "ctp-10.1",
                (in, out) -> same(
                        number(statement(
                                plan(", \"conventions\": {\"zeroQuota\": \"isZero\"}", tiers("marginal", ":5%")),
                                in.get("target").asText(),
                                in.get("actual").asText())),
                        out));
        EXAMPLES.put("marginal-vs-step-110", (in, out) -> {
            attained(target("50000", "100%:100%", ":140%"), in, "attainment_pct", "800000", out.get("marginal"));
            attained(
                    tiered("tiered", "retroactive", "\"target\": \"50000\", ", "100%:100%", ":140%"),
                    in,
                    "attainment_pct",
                    "800000",
                    out.get("single"));
        });
        EXAMPLES.put(
                "shockwave-linear",
                (in, out) -> attained(target("12500", ":100%"), in, "attainment_pct", "150000", out));
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

    private static void curves() {
        String curve =
                "{\"kind\": \"curve\", \"id\": \"curve\", \"measure\": \"bookings\", \"target\": \"10000\", \"points\": ["
                        + "{\"at\": \"70%\", \"pays\": \"0%\"}, {\"at\": \"100%\", \"pays\": \"100%\"},"
                        + " {\"at\": \"150%\", \"pays\": \"200%\"}]}";
        for (String id : List.of("bonuspay-curve", "bonuspay-cap")) {
            EXAMPLES.put(id, (in, out) -> {
                for (int i = 0; i < out.size(); i++) {
                    same(at(curve, in.get("attainment_pct").get(i).asText(), "750000"), out.get(i));
                }
            });
        }
    }
}
