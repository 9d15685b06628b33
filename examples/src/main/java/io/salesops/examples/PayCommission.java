package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Checked;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Credits won deals to the payee who owned them, and shows the payee's statement for the fiscal year. */
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
        Definitions definitions = state.definitions();
        FiscalPeriod year =
                FiscalCalendar.startingIn(definitions.fiscalYearStart()).yearOf(state.asOf.date());
        RepId rep =
                definitions.payee().orElseGet(() -> definitions.quotas().get(0).owner());
        ImmutableList<Opportunity> won = won(rep, state);
        ImmutableList<Opportunity> complete = won.stream()
                .filter(deal -> deal.amount().isPresent() && deal.closeDate().isPresent())
                .collect(ImmutableList.toImmutableList());
        PayeeId payee = PayeeId.of(rep.value());
        PayeeYear facts = PayeeYear.builder()
                .payee(payee)
                .quotas(definitions.quotas())
                .credits(complete.stream().map(deal -> credit(payee, deal)).collect(ImmutableList.toImmutableList()))
                .build();
        out.line(
                "%s won %,d deals; %,d of them have no amount or no close date and cannot be credited",
                rep, won.size(), won.size() - complete.size());
        Checked<Statement> statement = CommissionCalculator.of(
                        definitions.commissionPlan().orElseThrow())
                .calculate(year, facts, state.asOf);
        statement.match(
                paid -> {
                    out.text(paid.explain(), SHOWN);
                    out.outcome(paid);
                    paid.lines().stream().reduce((first, last) -> last).ifPresent(line -> out.text(line.explain()));
                    return paid;
                },
                findings -> {
                    out.findings(findings);
                    return findings;
                });
    }

    private static ImmutableList<Opportunity> won(RepId rep, LeadToCashState state) {
        Set<String> won = state.mapping.process().stages().stream()
                .filter(stage -> stage.outcome() == StageOutcome.WON)
                .map(Stage::id)
                .collect(Collectors.toSet());
        return state.opportunities.stream()
                .filter(deal -> won.contains(deal.stage())
                        && deal.owner().filter(rep::equals).isPresent())
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
