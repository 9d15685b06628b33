package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Plans in JSON and a payee's year, for worked examples: one quota of bookings, credits of one day unless said. */
final class WorkedPlans {
    static final DateRange YEAR = DateRange.of("2026-01-01", "2027-01-01");
    static final FiscalPeriod FY2026 = new FiscalPeriod("FY2026", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
    static final String TARGET = "bookings";

    private WorkedPlans() {}

    /** A tiered rule from {@code "upTo:rate"}; the last has no bound, and {@code "upTo:rate:mode"} pays in its own mode. */
    static String tiers(String mode, String... tiers) {
        return tiered("tiered", mode, "", tiers);
    }

    static String tiered(String kind, String mode, String more, String... tiers) {
        return "{\"kind\": \"" + kind + "\", \"id\": \"tiers\", \"measure\": \"" + TARGET + "\", \"mode\": \"" + mode
                + "\", " + more + "\"tiers\": " + table(tiers) + "}";
    }

    static String table(String... tiers) {
        List<String> table = new ArrayList<>();
        for (String tier : tiers) {
            String[] parts = tier.split(":", -1);
            String bound = parts[0].isEmpty() ? "" : "\"upTo\": \"" + parts[0] + "\", ";
            String own = parts.length > 2 ? ", \"mode\": \"" + parts[2] + "\"" : "";
            table.add("{" + bound + "\"rate\": \"" + parts[1] + "\"" + own + "}");
        }
        return "[" + String.join(", ", table) + "]";
    }

    static String flat(String rate) {
        return flat("flat", TARGET, rate);
    }

    static String flat(String id, String measure, String rate) {
        return "{\"kind\": \"flat\", \"id\": \"" + id + "\", \"measure\": \"" + measure + "\", \"rate\": \"" + rate
                + "\"}";
    }

    static String gate(String atLeast, String mode) {
        return "{\"kind\": \"gate\", \"id\": \"gate\", \"measure\": \"" + TARGET + "\", \"atLeast\": \"" + atLeast
                + "\", \"mode\": \"" + mode + "\"}";
    }

    static CommissionPlan plan(String rules) {
        return plan("", rules);
    }

    /** A plan of the year; {@code more} are further fields, each after a comma. */
    static CommissionPlan plan(String more, String rules) {
        return SalesOpsJson.read(
                        "{\"schema\": \"salesops/commission-plan/1\", \"id\": \"example\", \"version\": \"1\","
                                + " \"effective\": {\"from\": \"2026-01-01\", \"before\": \"2027-01-01\"},"
                                + " \"currency\": \"USD\", \"rules\": [" + rules + "]" + more + "}",
                        CommissionPlan.class)
                .orThrow();
    }

    static Quota quota(String measure, String amount, String currency) {
        return Quota.builder()
                .owner(RepId.of("ana"))
                .measure(measure)
                .period(YEAR)
                .amount(Amounts.of(amount, currency))
                .build();
    }

    static Credit credit(String id, String date, String amount) {
        return Credit.of(id, "ana", date, Amounts.of(amount, "USD"));
    }

    static Credit credit(String id, String date, String amount, UnaryOperator<Credit> more) {
        return more.apply(credit(id, date, amount));
    }

    static Statement statement(CommissionPlan plan, String quota, String... amounts) {
        PayeeYear.Builder payee = PayeeYear.builder().payee(PayeeId.of("ana")).addQuotas(quota(TARGET, quota, "USD"));
        for (int i = 0; i < amounts.length; i++) {
            payee.addCredits(credit(String.format("C-%03d", i), "2026-06-01", amounts[i]));
        }
        return statement(plan, FY2026, payee.build());
    }

    static Statement statement(CommissionPlan plan, Credit... credits) {
        return statement(
                plan,
                FY2026,
                PayeeYear.builder().payee(PayeeId.of("ana")).addCredits(credits).build());
    }

    static Statement statement(CommissionPlan plan, FiscalPeriod period, PayeeYear payee) {
        return CommissionCalculator.of(plan)
                .calculate(period, payee, AsOf.date(period.before().minusDays(1)))
                .orThrow();
    }

    static FiscalPeriod month(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        return new FiscalPeriod("M" + month, first, first.plusMonths(1));
    }

    static BigDecimal number(Statement statement) {
        return Amounts.number(statement.total());
    }

    static BigDecimal payable(Statement statement) {
        return Amounts.number(statement.payable());
    }

    static BigDecimal paid(String rules, String quota, String amount) {
        return number(statement(plan(rules), quota, amount));
    }

    /** What a rule pays on balance. */
    static BigDecimal ofRule(Statement statement, String rule) {
        return statement.lines().stream()
                .filter(line -> line.rule().equals(rule))
                .map(StatementLine::amount)
                .map(Amounts::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The pay at an attainment in percent of the quota. */
    static BigDecimal at(String rules, String attainment, String quota) {
        return number(statement(plan(rules), quota, share(attainment, quota)));
    }

    static String share(String attainment, String quota) {
        return new BigDecimal(attainment)
                .multiply(new BigDecimal(quota))
                .movePointLeft(2)
                .toPlainString();
    }

    static void attained(String rules, JsonNode inputs, String attainment, String quota, JsonNode expected) {
        assertThat(at(rules, inputs.get(attainment).asText(), quota)).isEqualByComparingTo(expected.asText());
    }

    static void same(BigDecimal found, JsonNode expected) {
        assertThat(found).isEqualByComparingTo(expected.asText());
    }

    /** Each amount by itself, as if it were a year of its own. */
    static void each(String rules, String quota, JsonNode amounts, JsonNode expected) {
        assertThat(amounts.size()).isEqualTo(expected.size());
        for (int i = 0; i < amounts.size(); i++) {
            assertThat(paid(rules, quota, amounts.get(i).asText()))
                    .as(amounts.get(i).asText())
                    .isEqualByComparingTo(expected.get(i).asText());
        }
    }

    /** All amounts as deals of one year; what each of them pays. */
    static void eachDeal(String rules, JsonNode amounts, JsonNode expected) {
        Credit[] deals = new Credit[amounts.size()];
        for (int i = 0; i < deals.length; i++) {
            deals[i] = credit("C-" + i, "2026-06-01", amounts.get(i).asText());
        }
        Statement statement = statement(plan(rules), deals);
        for (int i = 0; i < deals.length; i++) {
            same(Amounts.number(statement.lines().get(i).amount()), expected.get(i));
        }
    }

    static void parts(String rules, String quota, String amount, JsonNode expected) {
        Statement statement = statement(plan(rules), quota, amount);
        same(number(statement), expected.get("total"));
        List<TierPortion> tiers = statement.lines().get(0).tiers();
        for (int i = 0; i < tiers.size(); i++) {
            same(Amounts.number(tiers.get(i).pays()), expected.get("parts").get(i));
        }
    }

    static Rational percent(JsonNode figures, String name) {
        return Rational.of(figures.get(name).asText()).dividedBy(Rational.of(100));
    }
}
