package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.flat;
import static io.salesops.commission.calc.WorkedPlans.gate;
import static io.salesops.commission.calc.WorkedPlans.month;
import static io.salesops.commission.calc.WorkedPlans.number;
import static io.salesops.commission.calc.WorkedPlans.ofRule;
import static io.salesops.commission.calc.WorkedPlans.paid;
import static io.salesops.commission.calc.WorkedPlans.parts;
import static io.salesops.commission.calc.WorkedPlans.payable;
import static io.salesops.commission.calc.WorkedPlans.plan;
import static io.salesops.commission.calc.WorkedPlans.same;
import static io.salesops.commission.calc.WorkedPlans.statement;
import static io.salesops.commission.calc.WorkedPlans.table;
import static io.salesops.commission.calc.WorkedPlans.tiered;
import static io.salesops.commission.calc.WorkedPlans.tiers;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.money.Amounts;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples of what a deal is and when it is paid: bases, SPIFFs, residuals, draws and clawbacks. {@link WorkedExamplesCountTest} counts them. */
@NeedsData
class WorkedDealExamplesTest {
    private static final WorkedExamples EXAMPLES = new WorkedExamples();

    static {
        residuals();
        bases();
        settlements();
    }

    /** The ids of the examples here. */
    static ImmutableSet<String> ids() {
        return EXAMPLES.ids();
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return EXAMPLES.tests();
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
        EXAMPLES.put("kl-month1", (in, out) -> {
            CommissionPlan plan = plan(flat("setup", "setup", "50%") + ", " + flat("first", "subscription", "60%"));
            Statement statement = statement(
                    plan,
                    credit("C-1", "2026-01-15", "2500").withMeasure("setup"),
                    credit("C-2", "2026-01-15", "250").withMeasure("subscription"));
            same(ofRule(statement, "setup"), out.get("setup"));
            same(number(statement), out.get("total"));
        });
        EXAMPLES.put("kl-bonus", (in, out) -> {
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
        EXAMPLES.put("core8-spiff", (in, out) -> {
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
        EXAMPLES.put("core8-clawback", (in, out) -> {
            CommissionPlan plan = plan(flat("10%")
                    + ", {\"kind\": \"clawback\", \"id\": \"early\", \"mode\": \"ladder\","
                    + " \"steps\": [{\"upToMonth\": 12, \"rate\": \"50%\"}]}");
            Statement statement = statement(
                    plan,
                    credit("C-1", "2026-01-15", "100000"),
                    credit("C-2", "2026-05-15", "-100000").withSource("C-1"));
            same(ofRule(statement, "early"), out);
        });
        EXAMPLES.put("kl-C", (in, out) -> {
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
        EXAMPLES.put("kl-D", (in, out) -> {
            List<StatementLine> lines = statementOf25Months(residual("3:300", ":5%"), months(4, "250"));
            same(Amounts.number(lines.get(0).amount()), out.get("m1"));
            same(Amounts.number(lines.get(2).amount()), out.get("m3"));
            same(Amounts.number(lines.get(3).amount()), out.get("m4"));
        });
    }

    private static void bases() {
        EXAMPLES.put(
                "cf-between",
                (in, out) -> same(
                        number(statement(
                                plan(tiered(
                                        "perDeal", "marginal", "\"atLeast\": \"200\", \"atMost\": \"5000\", ", ":10%")),
                                credit("C-1", "2026-06-01", in.get("sale").asText()))),
                        out));
        EXAMPLES.put(
                "cf-negative",
                (in, out) -> same(paid(flat("10%"), "100", in.get("sale").asText()), out));
        EXAMPLES.put(
                "cf-decimal",
                (in, out) -> same(paid(flat("7.5%"), "100", in.get("sale").asText()), out));
        EXAMPLES.put("cf-basis", (in, out) -> {
            Credit sale = credit("C-1", "2026-06-01", "10000").withMargin(Amounts.of("8000", "USD"));
            same(number(statement(plan(flat("10%")), sale)), out.get("gross"));
            CommissionPlan net = plan(
                    ", \"measures\": [{\"id\": \"net\", \"of\": \"bookings\", \"counts\": \"margin\"}]",
                    flat("flat", "net", "10%"));
            same(number(statement(net, sale)), out.get("net"));
        });
        EXAMPLES.put(
                "idempiere-own",
                (in, out) -> same(
                        orders("bookings", "{\"field\": \"custom.rep\", \"type\": \"text\", \"is\": \"A\"}"), out));
        EXAMPLES.put(
                "idempiere-all",
                (in, out) -> same(orders("bookings", "{\"field\": \"amount\", \"present\": true}"), out));
        EXAMPLES.put(
                "idempiere-customer1",
                (in, out) -> same(
                        orders("bookings", "{\"field\": \"custom.customer\", \"type\": \"text\", \"is\": \"c1\"}"),
                        out));
        EXAMPLES.put(
                "idempiere-invoiced",
                (in, out) -> same(orders("invoices", "{\"field\": \"amount\", \"present\": true}"), out));
        EXAMPLES.put(
                "adempiere-1628",
                (in, out) -> same(
                        number(statement(
                                plan(flat("flat", "invoices", "4%")),
                                credit("I-1", "2026-06-01", "1000").withMeasure("invoices"),
                                credit("I-2", "2026-06-02", "-200").withMeasure("invoices"))),
                        out.get("correct")));
        EXAMPLES.put("prowi-override-threshold", (in, out) -> {
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
        EXAMPLES.put("siebel-nonrecoverable-draw", (in, out) -> {
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
        EXAMPLES.put("studypool-draw", (in, out) -> {
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
        EXAMPLES.put("siebel-mbo-target", (in, out) -> {
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
}
