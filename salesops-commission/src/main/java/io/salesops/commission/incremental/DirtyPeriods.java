package io.salesops.commission.incremental;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.RateDate;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Quota;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which payees' periods a change makes dirty: those whose figures it can move, and few others.
 *
 * <p>Pay runs over the period of a quota, so a credit moves its own period and those that follow in the same quota. Where
 * no one quota holds a period, every later credit may move it. Figures are lines, totals and attainments; what other
 * statements say of the number of credits they left out stays as it was. Immutable and thread-safe; a change costs
 * O(periods * quotas) for each payee it concerns.
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
                return credited(credit.payee(), credit.measure(), credit.date());
            }

            @Override
            public ImmutableSortedSet<PayeePeriod> quota(ChangeEvent.QuotaChanged quota) {
                return of(quota.payee(), period -> quota.period().overlaps(period.range()));
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
                        .flatMap(payee -> of(payee, period -> plan.days().overlaps(period.range())).stream())
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
                    dirty.addAll(credited(payee.payee(), credit.measure(), credit.date()));
                }
            }
            if (before.knownAt().isPresent() != after.knownAt().isPresent() && hasUnrecorded(payee)) {
                dirty.addAll(of(payee.payee(), period -> true));
            }
        }
        return dirty.build();
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

    private ImmutableSortedSet<PayeePeriod> converted(ChangeEvent.RateChanged rate) {
        ImmutableSortedSet.Builder<PayeePeriod> dirty = ImmutableSortedSet.naturalOrder();
        for (PayeeYear payee : payees.values()) {
            for (Credit credit : payee.credits()) {
                if (credit.amount().getCurrency().equals(rate.from()) && uses(credit, rate)) {
                    dirty.addAll(credited(payee.payee(), credit.measure(), credit.date()));
                }
            }
        }
        return dirty.build();
    }

    /** Whether a version that holds on the credit's day converts it on the day of the rate or a later one. */
    private boolean uses(Credit credit, ChangeEvent.RateChanged rate) {
        return plans.versions().stream()
                .filter(plan -> plan.effective().contains(credit.date()))
                .map(plan -> plan.conventions().exchange() == RateDate.EVENT_DATE
                        ? Optional.of(credit.date())
                        : plan.effective().from())
                .flatMap(Optional::stream)
                .anyMatch(day -> !day.isBefore(rate.date()));
    }

    private ImmutableSortedSet<PayeePeriod> credited(PayeeId id, String measure, LocalDate date) {
        @Nullable PayeeYear payee = payees.get(id);
        if (payee == null || hasDuplicates(payee)) {
            return of(id, period -> true);
        }
        return of(
                id,
                period -> period.before().isAfter(date)
                        && quotaDays(payee, measure, period)
                                .map(days -> days.contains(date))
                                .orElse(true));
    }

    /** Of two credits with one id no period can be calculated. */
    private static boolean hasDuplicates(PayeeYear payee) {
        return payee.credits().stream().map(Credit::id).distinct().count()
                != payee.credits().size();
    }

    /** The days of the one quota that holds a period; empty where there is none, or no one. */
    private Optional<DateRange> quotaDays(PayeeYear payee, String measure, FiscalPeriod period) {
        Set<String> currencies = plans.versions(period).stream()
                .map(CommissionPlan::currency)
                .map(currency -> currency.getCurrencyCode())
                .collect(Collectors.toSet());
        Set<DateRange> days = new HashSet<>();
        for (Quota quota : payee.quotas()) {
            boolean holds = quota.owner().value().equals(payee.payee().value())
                    && quota.measure().equals(measure)
                    && quota.period().intersection(period.range()).equals(Optional.of(period.range()));
            if (holds) {
                days.add(quota.period());
                if (!currencies.equals(Set.of(quota.amount().getCurrency().getCurrencyCode()))) {
                    return Optional.empty();
                }
            }
        }
        return days.size() == 1 ? Optional.of(days.iterator().next()) : Optional.empty();
    }

    private ImmutableSortedSet<PayeePeriod> of(PayeeId payee, Predicate<FiscalPeriod> condition) {
        return periods.stream()
                .filter(condition)
                .map(period -> new PayeePeriod(payee, period))
                .collect(ImmutableSortedSet.toImmutableSortedSet(PayeePeriod::compareTo));
    }
}
