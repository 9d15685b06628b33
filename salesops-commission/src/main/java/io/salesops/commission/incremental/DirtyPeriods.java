package io.salesops.commission.incremental;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.SettlingRule;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Predicate;

/**
 * Says which payees' periods a change makes dirty: those whose figures it can move, and few others.
 *
 * <p>Pay is a function of running totals: what happens on a day moves the period of the day and those that follow, never
 * an earlier one. No more than that is assumed of a plan. Figures are lines, totals and attainments; what a statement says
 * of credits that it left out is not among them. Immutable and thread-safe; a change costs O(periods) for each payee it
 * concerns, and one of rates or of the question O(credits) as well.
 */
public final class DirtyPeriods {
    private final PlanVersions plans;
    private final ImmutableSortedSet<FiscalPeriod> periods;
    private final ImmutableMap<PayeeId, PayeeYear> payees;

    private DirtyPeriods(
            PlanVersions plans, ImmutableSortedSet<FiscalPeriod> periods, ImmutableMap<PayeeId, PayeeYear> payees) {
        this.plans = plans;
        this.periods = periods;
        this.payees = payees;
    }

    /**
     * Obtains what changes are seen against.
     *
     * @param periods the periods of which there are figures
     * @param payees the facts as they are now
     * @throws IllegalArgumentException if a payee occurs twice
     */
    public static DirtyPeriods of(PlanVersions plans, Iterable<FiscalPeriod> periods, Iterable<PayeeYear> payees) {
        ImmutableMap.Builder<PayeeId, PayeeYear> byId = ImmutableMap.builder();
        payees.forEach(payee -> byId.put(payee.payee(), payee));
        return new DirtyPeriods(plans, ImmutableSortedSet.copyOf(periods), byId.buildOrThrow());
    }

    /** Returns what the changes make dirty together. */
    public ImmutableSortedSet<PayeePeriod> dirty(Iterable<? extends ChangeEvent> changes) {
        ImmutableSortedSet.Builder<PayeePeriod> dirty = ImmutableSortedSet.naturalOrder();
        changes.forEach(change -> dirty.addAll(dirty(change)));
        return dirty.build();
    }

    /** Returns what a change makes dirty. */
    public ImmutableSortedSet<PayeePeriod> dirty(ChangeEvent change) {
        return change.match(new ChangeEvent.Cases<>() {
            @Override
            public ImmutableSortedSet<PayeePeriod> credit(ChangeEvent.CreditChanged credit) {
                return credited(credit.payee(), credit.date());
            }

            @Override
            public ImmutableSortedSet<PayeePeriod> quota(ChangeEvent.QuotaChanged quota) {
                return of(
                        quota.payee(),
                        period -> quota.period()
                                .from()
                                .map(period.before()::isAfter)
                                .orElse(true));
            }

            @Override
            public ImmutableSortedSet<PayeePeriod> rate(ChangeEvent.RateChanged rate) {
                return converted(rate);
            }

            @Override
            public ImmutableSortedSet<PayeePeriod> hierarchy(ChangeEvent.HierarchyChanged hierarchy) {
                return hierarchy.payees().stream()
                        .flatMap(payee -> of(payee, period -> period.before().isAfter(hierarchy.from())).stream())
                        .collect(ImmutableSortedSet.toImmutableSortedSet(PayeePeriod::compareTo));
            }

            @Override
            public ImmutableSortedSet<PayeePeriod> payee(ChangeEvent.PayeeChanged payee) {
                return of(payee.payee(), period -> true);
            }

            @Override
            public ImmutableSortedSet<PayeePeriod> plan(ChangeEvent.PlanChanged plan) {
                return payees.keySet().stream()
                        .flatMap(payee ->
                                of(
                                        payee,
                                        period -> plan.days()
                                                .from()
                                                .map(period.before()::isAfter)
                                                .orElse(true))
                                        .stream())
                        .collect(ImmutableSortedSet.toImmutableSortedSet(PayeePeriod::compareTo));
            }
        });
    }

    /** Returns what a later question makes dirty: credits that counted for one and do not for the other, and other rates. */
    public ImmutableSortedSet<PayeePeriod> dirty(AsOf before, AsOf after) {
        ImmutableSortedSet.Builder<PayeePeriod> dirty = ImmutableSortedSet.naturalOrder();
        boolean otherRates = !before.rates().equals(after.rates());
        for (PayeeYear payee : payees.values()) {
            for (Credit credit : payee.credits()) {
                if (counts(credit, before) != counts(credit, after) || (otherRates && isForeign(credit))) {
                    dirty.addAll(credited(payee.payee(), credit.date()));
                }
            }
            if (!before.date().equals(after.date()) && settlesByDay()) {
                LocalDate earlier = before.date().isBefore(after.date()) ? before.date() : after.date();
                dirty.addAll(
                        of(payee.payee(), period -> period.before().minusDays(1).isAfter(earlier)));
            }
            if (before.knownAt().isPresent() != after.knownAt().isPresent() && hasUnrecorded(payee)) {
                dirty.addAll(of(payee.payee(), period -> true));
            }
        }
        return dirty.build();
    }

    /** Draws, guarantees and releases come with the days, without a credit. */
    private boolean settlesByDay() {
        return plans.versions().stream()
                .flatMap(plan -> plan.rules().stream())
                .anyMatch(rule -> rule instanceof SettlingRule && !(rule instanceof Clawback));
    }

    private static boolean counts(Credit credit, AsOf asOf) {
        return !credit.date().isAfter(asOf.date())
                && asOf.knownAt()
                        .filter(known ->
                                credit.recordedAt().filter(known::isBefore).isPresent())
                        .isEmpty();
    }

    private boolean isForeign(Credit credit) {
        return plans.versions().stream()
                .anyMatch(plan -> !plan.currency().equals(credit.amount().getCurrency()));
    }

    /** A question as known earlier is refused for credits that do not say when they were recorded. */
    private static boolean hasUnrecorded(PayeeYear payee) {
        return payee.credits().stream().anyMatch(credit -> credit.recordedAt().isEmpty());
    }

    /** The table decides which of its rates converts a credit: each credit in the currency may be concerned. */
    private ImmutableSortedSet<PayeePeriod> converted(ChangeEvent.RateChanged rate) {
        ImmutableSortedSet.Builder<PayeePeriod> dirty = ImmutableSortedSet.naturalOrder();
        for (PayeeYear payee : payees.values()) {
            payee.credits().stream()
                    .filter(credit -> credit.amount().getCurrency().equals(rate.from()))
                    .map(Credit::date)
                    .min(Comparator.naturalOrder())
                    .ifPresent(first -> dirty.addAll(credited(payee.payee(), first)));
        }
        return dirty.build();
    }

    private ImmutableSortedSet<PayeePeriod> credited(PayeeId id, LocalDate date) {
        PayeeYear payee = payees.get(id);
        boolean all = payee == null || hasDuplicates(payee);
        return of(id, period -> all || period.before().isAfter(date));
    }

    /** Of two credits with one id no period can be calculated. */
    private static boolean hasDuplicates(PayeeYear payee) {
        return payee.credits().stream().map(Credit::id).distinct().count()
                != payee.credits().size();
    }

    private ImmutableSortedSet<PayeePeriod> of(PayeeId payee, Predicate<FiscalPeriod> condition) {
        return periods.stream()
                .filter(condition)
                .map(period -> new PayeePeriod(payee, period))
                .collect(ImmutableSortedSet.toImmutableSortedSet(PayeePeriod::compareTo));
    }
}
