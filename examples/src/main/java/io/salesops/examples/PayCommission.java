package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Quota;
import io.salesops.core.finding.Checked;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Credits won deals to their owners, and shows the statement of the first rep who has a quota. */
final class PayCommission implements LeadToCashStep {
    private static final int SHOWN = 14;

    @Override
    public String title() {
        return "Calculate a commission statement";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        if (state.definitions().commissionPlan().isEmpty()
                || state.definitions().quotas().isEmpty()) {
            return Optional.of("commissionPlan and quotas in the definitions");
        }
        return state.opportunities.isEmpty() ? Optional.of("opportunities") : Optional.empty();
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        CommissionPlan plan = state.definitions().commissionPlan().orElseThrow();
        FiscalPeriod year = FiscalCalendar.startingIn(Month.JANUARY).yearOf(state.asOf.date());
        PayeeId payee = PayeeId.of(state.definitions().quotas().get(0).owner().value());
        ImmutableList<Quota> quotas = state.definitions().quotas().stream()
                .filter(quota -> quota.owner().value().equals(payee.value()))
                .collect(ImmutableList.toImmutableList());
        PayeeYear facts = PayeeYear.builder()
                .payee(payee)
                .quotas(quotas)
                .credits(credits(payee, year, state))
                .build();
        Checked<Statement> statement = CommissionCalculator.of(plan).calculate(year, facts, state.asOf);
        statement.match(
                paid -> {
                    out.text(paid.explain(), SHOWN);
                    paid.lines().stream().reduce((first, last) -> last).ifPresent(line -> out.text(line.explain()));
                    return paid;
                },
                findings -> {
                    out.findings(findings);
                    return findings;
                });
    }

    private static ImmutableList<Credit> credits(PayeeId payee, FiscalPeriod year, LeadToCashState state) {
        Set<String> won = state.mapping.process().stages().stream()
                .filter(stage -> stage.outcome() == StageOutcome.WON)
                .map(Stage::id)
                .collect(Collectors.toSet());
        return state.opportunities.stream()
                .filter(deal -> won.contains(deal.stage()))
                .filter(deal -> deal.owner()
                        .filter(owner -> owner.value().equals(payee.value()))
                        .isPresent())
                .filter(deal -> deal.closeDate().filter(year::contains).isPresent()
                        && deal.amount().isPresent())
                .map(deal -> credit(payee, deal))
                .collect(ImmutableList.toImmutableList());
    }

    private static Credit credit(PayeeId payee, Opportunity deal) {
        return Credit.of(
                deal.id().value(),
                payee.value(),
                deal.closeDate().orElseThrow().toString(),
                deal.amount().orElseThrow());
    }
}
