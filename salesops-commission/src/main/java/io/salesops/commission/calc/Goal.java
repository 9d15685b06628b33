package io.salesops.commission.calc;

import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.core.crm.Quota;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/**
 * What a payee is to reach in a measure, and over which days it accumulates.
 *
 * @param quota the quota that holds; absent where there is none
 * @param over the days over which the measure accumulates
 * @param zero what a quota of zero means
 */
record Goal(Optional<Quota> quota, DateRange over, ZeroQuota zero) {

    /** Whether there is a quota, and it is zero. */
    boolean isZero() {
        return quota.filter(goal -> goal.amount().isZero()).isPresent();
    }

    /** Whether a quota of zero leaves the measure out. */
    boolean notCounted() {
        return isZero() && zero == ZeroQuota.NOT_COUNTED;
    }

    /** Returns the quota in units of {@code scale} decimals. */
    Optional<Rational> units(int scale) {
        return quota.map(goal -> Rational.of(Amounts.number(goal.amount()).movePointRight(scale)));
    }

    /** Returns the share of the quota that a running total, in units of {@code scale} decimals, attains. */
    Optional<Rate> attainment(long total, int scale) {
        if (quota.isEmpty() || notCounted()) {
            return Optional.empty();
        }
        if (isZero()) {
            return Optional.of(zero == ZeroQuota.IS_FULL ? Rate.ONE : Rate.ZERO);
        }
        return units(scale).map(units -> new Rate(Rational.of(total).dividedBy(units)));
    }

    /**
     * Finds the one quota of a measure whose period holds the statement's.
     *
     * @param findings receives what keeps the quota from being found
     */
    static Optional<Quota> find(
            String measure,
            boolean needed,
            List<Quota> quotas,
            FiscalPeriod period,
            CurrencyUnit currency,
            List<Finding> findings) {
        TreeMap<String, Quota> byPeriod = new TreeMap<>();
        List<Finding> problems = new ArrayList<>();
        for (Quota quota : quotas) {
            if (!quota.measure().equals(measure) || !holds(quota.period(), period)) {
                continue;
            }
            if (!quota.amount().getCurrency().equals(currency)) {
                problems.add(Finding.error(
                                "commission.quota.currency",
                                "/quotas",
                                "quota of " + measure + " is " + quota.amount() + ", but the plan pays in " + currency)
                        .maybe("Maybe state it in the plan's currency."));
            }
            Quota other = byPeriod.get(quota.period().toString());
            if (other == null || other.version() < quota.version()) {
                byPeriod.put(quota.period().toString(), quota);
            } else if (other.version() == quota.version() && !other.equals(quota)) {
                problems.add(Finding.error(
                                "commission.quota.duplicate",
                                "/quotas",
                                "two quotas of " + measure + " " + quota.period() + " have version " + quota.version()
                                        + ": " + other.amount() + " and " + quota.amount())
                        .maybe("Maybe the later one is version " + (quota.version() + 1) + "."));
            }
        }
        if (byPeriod.size() > 1) {
            problems.add(Finding.error(
                            "commission.quota.ambiguous",
                            "/quotas",
                            "quotas of " + measure + " hold for " + period + " over several periods: "
                                    + byPeriod.keySet())
                    .maybe("Maybe one of them belongs to another measure."));
        }
        if (byPeriod.isEmpty()) {
            problems.add(Finding.error(
                            "commission.quota.missing",
                            "/quotas",
                            "no quota of " + measure + " holds for all of " + period + " (" + period.range() + ")")
                    .maybe("Maybe calculate the periods of the quotas one by one."));
        }
        if (needed) {
            findings.addAll(problems);
        }
        return problems.isEmpty() ? Optional.of(byPeriod.firstEntry().getValue()) : Optional.empty();
    }

    private static boolean holds(DateRange quota, FiscalPeriod period) {
        return quota.intersection(period.range()).equals(Optional.of(period.range()));
    }
}
