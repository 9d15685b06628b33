package io.salesops.commission.calc;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** One plan of three tiers, a year, and facts about one payee, for tests of the calculator. */
final class CalculatorCases {
    static final DateRange YEAR = DateRange.of("2026-01-01", "2027-01-01");
    static final FiscalPeriod FY2026 = period("FY2026", "2026-01-01", "2027-01-01");
    static final AsOf YEAR_END = AsOf.date("2026-12-31");
    static final CommissionPlan PLAN = plan(PlanRule.Tiered.marginal(
            "new-business", "bookings", Tier.to("100%", "50%"), Tier.to("125%", "75%"), Tier.beyond("100%")));

    private CalculatorCases() {}

    static FiscalPeriod period(String name, String from, String before) {
        return new FiscalPeriod(name, LocalDate.parse(from), LocalDate.parse(before));
    }

    static CommissionPlan plan(PlanRule... rules) {
        return CommissionPlan.builder()
                .id(PlanId.of("ae-2026"))
                .version("3")
                .effective(YEAR)
                .currency(Monetary.getCurrency("USD"))
                .addRules(rules)
                .build();
    }

    static Quota quota(String measure, String amount) {
        return Quota.builder()
                .owner(RepId.of("ana"))
                .measure(measure)
                .period(YEAR)
                .amount(usd(amount))
                .build();
    }

    static MonetaryAmount usd(String number) {
        return Amounts.of(number, "USD");
    }

    static Credit credit(String id, String date, String amount) {
        return Credit.of(id, "ana", date, usd(amount));
    }

    static Credit credit(String id, String measure, String date, String amount) {
        return Credit.builder().from(credit(id, date, amount)).measure(measure).build();
    }

    static PayeeYear ana(List<Quota> quotas, Credit... credits) {
        return PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .quotas(quotas)
                .addCredits(credits)
                .build();
    }

    static PayeeYear ana(Credit... credits) {
        return ana(List.of(quota("bookings", "100000")), credits);
    }

    static Statement statement(CommissionPlan plan, PayeeYear payee) {
        return CommissionCalculator.of(plan).calculate(FY2026, payee, YEAR_END).orThrow();
    }

    static List<String> codes(CommissionPlan plan, PayeeYear payee) {
        return CommissionCalculator.of(plan).calculate(FY2026, payee, YEAR_END).findings().stream()
                .map(Finding::code)
                .toList();
    }

    static List<String> pays(Statement statement) {
        return statement.lines().stream()
                .map(line -> line.credit() + " " + line.rule() + " "
                        + Amounts.number(line.amount()).setScale(2).toPlainString())
                .toList();
    }
}
