package io.salesops.commission.incremental;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.statement.Statement;
import io.salesops.core.finding.Checked;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statements of payees over periods, and how they are brought up to date: what is dirty is calculated again, the rest
 * is kept. The figures are those of a full run. Immutable and thread-safe.
 */
public final class CommissionBook {
    private final ImmutableSortedSet<FiscalPeriod> periods;
    private final AsOf asOf;
    private final ImmutableSortedMap<PayeePeriod, Checked<ImmutableList<Statement>>> statements;
    private final ImmutableSortedSet<PayeePeriod> calculated;

    private CommissionBook(
            ImmutableSortedSet<FiscalPeriod> periods,
            AsOf asOf,
            ImmutableSortedMap<PayeePeriod, Checked<ImmutableList<Statement>>> statements,
            ImmutableSortedSet<PayeePeriod> calculated) {
        this.periods = periods;
        this.asOf = asOf;
        this.statements = statements;
        this.calculated = calculated;
    }

    /** Calculates every payee's every period. */
    public static CommissionBook calculate(
            PlanVersions plans, Iterable<FiscalPeriod> periods, Iterable<PayeeYear> payees, AsOf asOf) {
        CommissionBook none = new CommissionBook(
                ImmutableSortedSet.copyOf(periods), asOf, ImmutableSortedMap.of(), ImmutableSortedSet.of());
        return none.with(plans, payees, asOf, ImmutableSortedSet.of());
    }

    /**
     * Returns the book with what the changes make dirty calculated again. What a later question alone makes dirty, payees
     * who are new, and what was refused are found without being told.
     *
     * @param changes everything that changed since
     * @param plans the versions of the plan as they are now
     * @param payees the facts of all payees as they are now; a payee who is missing is dropped
     */
    public CommissionBook after(
            Iterable<? extends ChangeEvent> changes, PlanVersions plans, Iterable<PayeeYear> payees, AsOf now) {
        DirtyPeriods dirty = DirtyPeriods.of(plans, periods, payees);
        return with(
                plans,
                payees,
                now,
                ImmutableSortedSet.<PayeePeriod>naturalOrder()
                        .addAll(dirty.dirty(changes))
                        .addAll(dirty.dirty(asOf, now))
                        .build());
    }

    private CommissionBook with(
            PlanVersions plans, Iterable<PayeeYear> payees, AsOf now, ImmutableSortedSet<PayeePeriod> dirty) {
        Map<PayeePeriod, Checked<ImmutableList<Statement>>> next = new TreeMap<>();
        ImmutableSortedSet.Builder<PayeePeriod> again = ImmutableSortedSet.naturalOrder();
        for (PayeeYear payee : payees) {
            for (FiscalPeriod period : periods) {
                PayeePeriod key = new PayeePeriod(payee.payee(), period);
                Checked<ImmutableList<Statement>> known = statements.get(key);
                if (known == null || known.value().isEmpty() || dirty.contains(key)) {
                    again.add(key);
                    known = plans.calculate(period, payee, now);
                }
                next.put(key, known);
            }
        }
        return new CommissionBook(periods, now, ImmutableSortedMap.copyOf(next), again.build());
    }

    /** What each payee earned in each period, one statement for each version of the plan that holds in it; or why there is none. */
    public ImmutableSortedMap<PayeePeriod, Checked<ImmutableList<Statement>>> statements() {
        return statements;
    }

    /** The statements that there are, without those that were refused. */
    public ImmutableSortedMap<PayeePeriod, ImmutableList<Statement>> accepted() {
        return ImmutableSortedMap.copyOf(Maps.transformValues(
                Maps.filterValues(statements, checked -> checked.value().isPresent()),
                checked -> checked.value().orElseThrow()));
    }

    /** What was calculated for this book; the rest was known. */
    public ImmutableSortedSet<PayeePeriod> calculated() {
        return calculated;
    }

    /** The question that it answers. */
    public AsOf asOf() {
        return asOf;
    }
}
