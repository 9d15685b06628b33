package io.salesops.commission.incremental;

import com.google.common.collect.ImmutableMap;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.plan.Draw;
import io.salesops.commission.statement.Statement;
import io.salesops.core.finding.Checked;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** Hands on what a payee owes for a draw, from a version of a plan to the one that follows it within a quota's period. */
final class DrawBalances {
    private final List<CommissionCalculator> calculators;
    private final FiscalPeriod period;
    private final PayeeYear payee;
    private final AsOf asOf;

    DrawBalances(List<CommissionCalculator> calculators, FiscalPeriod period, PayeeYear payee, AsOf asOf) {
        this.calculators = calculators;
        this.period = period;
        this.payee = payee;
        this.asOf = asOf;
    }

    /**
     * Returns the facts with what is owed when a version begins, or when the period of the quota does, whichever is later.
     *
     * @param version the position of the version
     */
    PayeeYear factsOf(int version) {
        Optional<LocalDate> begins = days(version).flatMap(DateRange::from);
        if (version == 0
                || begins.isEmpty()
                || calculators.get(version).plan().rules().stream().noneMatch(Draw.class::isInstance)) {
            return payee;
        }
        LocalDate stated = calculators.get(version).owedFrom(period, payee);
        for (int before = version - 1; before >= 0 && begins.get().isAfter(stated); before--) {
            Optional<DateRange> days =
                    days(before).flatMap(held -> held.intersection(DateRange.of(stated, begins.get())));
            if (days.isPresent()) {
                return payee.withOwed(owedAfter(before, days.get()));
            }
        }
        return payee;
    }

    private Optional<DateRange> days(int version) {
        return payee.daysUnder(calculators.get(version).plan());
    }

    /** What is owed when the days of a version have passed; where they cannot be calculated, their own statement says why. */
    private ImmutableMap<String, MonetaryAmount> owedAfter(int version, DateRange days) {
        FiscalPeriod all = new FiscalPeriod(
                days.toString(), days.from().orElseThrow(), days.before().orElseThrow());
        PayeeYear facts = factsOf(version);
        Map<String, MonetaryAmount> owed = new LinkedHashMap<>(facts.owed());
        Checked<Statement> statement = calculators.get(version).calculate(all, facts, asOf);
        statement.value().stream()
                .flatMap(found -> found.settlement().stream())
                .forEach(step -> step.owed().ifPresent(balance -> owed.put(step.rule(), balance)));
        return ImmutableMap.copyOf(owed);
    }
}
