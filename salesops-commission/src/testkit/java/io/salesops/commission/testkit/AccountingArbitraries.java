package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.accounting.AmortizationLine;
import io.salesops.commission.accounting.AmortizationSchedule;
import io.salesops.commission.accounting.AmortizationScheduler;
import io.salesops.commission.accounting.CapitalizationPolicy;
import io.salesops.commission.accounting.ContractCost;
import io.salesops.commission.accounting.ResidualBook;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.MoneyArbitraries;
import java.math.RoundingMode;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of costs of contracts and what becomes of them, in currencies without, with two and with three decimals. */
public final class AccountingArbitraries {
    private AccountingArbitraries() {}

    /** Policies with and without the practical expedient, by months and by days. */
    public static Arbitrary<CapitalizationPolicy> capitalizationPolicies() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(CapitalizationPolicy.Method.class),
                        Arbitraries.of(
                                RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP),
                        CrmArbitraries.names().optional(0.2))
                .as((months, method, mode, note) -> CapitalizationPolicy.builder()
                        .id("asc340")
                        .version("1")
                        .expenseUpToMonths(months)
                        .method(method)
                        .rounding(RoundingPolicy.builder().mode(mode).build())
                        .note(note)
                        .build());
    }

    /** Costs of up to five years that begin on any day, month ends among them. */
    public static Arbitrary<ContractCost> contractCosts() {
        Arbitrary<LocalDate> starts = Arbitraries.oneOf(
                LedgerArbitraries.days(),
                Arbitraries.of("2024-01-31", "2024-02-29", "2026-08-31").map(LocalDate::parse));
        return Combinators.combine(
                        CrmArbitraries.ids("D-", String::valueOf),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 100),
                                Arbitraries.longs().between(0, 10_000_000)),
                        MoneyArbitraries.currencies(),
                        starts,
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(true, true, true, false))
                .as((source, minor, currency, start, months, incremental) -> ContractCost.builder()
                        .source(source)
                        .amount(MoneyKernel.amount(minor, currency.getDefaultFractionDigits(), currency))
                        .start(start)
                        .months(months)
                        .incremental(incremental)
                        .build());
    }

    /** Schedules, of which some were impaired and some ended early. */
    public static Arbitrary<AmortizationSchedule> amortizationSchedules() {
        return Combinators.combine(
                        capitalizationPolicies(),
                        contractCosts(),
                        Arbitraries.integers().between(0, 1_500),
                        Arbitraries.integers().between(0, 3))
                .as((policy, cost, days, event) -> {
                    AmortizationScheduler scheduler = AmortizationScheduler.of(policy);
                    AmortizationSchedule schedule = scheduler.schedule(cost).orThrow();
                    LocalDate on = cost.start().plusDays(days);
                    return switch (event) {
                        case 0 -> scheduler.terminated(schedule, on);
                        case 1 ->
                            scheduler
                                    .impaired(
                                            schedule,
                                            on,
                                            Amounts.zero(cost.amount().getCurrency()))
                                    .orThrow();
                        default -> schedule;
                    };
                });
    }

    /** Lines of schedules. */
    public static Arbitrary<AmortizationLine> amortizationLines() {
        return Members.of(amortizationSchedules().map(AmortizationSchedule::lines));
    }

    /** Books with and without churn. */
    public static Arbitrary<ResidualBook> residualBooks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        CrmArbitraries.amounts("USD"),
                        CommissionArbitraries.rates(),
                        Arbitraries.of("0%", "2.5%", "1/3", "100%").map(Rate::of))
                .as(ResidualBook::new);
    }

    /** Months of projections. */
    public static Arbitrary<ResidualBook.Month> residualMonths() {
        return Members.of(residualBooks().map(book -> ImmutableList.copyOf(book.project(3, RoundingPolicy.halfUp()))));
    }
}
