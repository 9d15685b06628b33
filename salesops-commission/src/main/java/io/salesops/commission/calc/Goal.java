package io.salesops.commission.calc;

import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Measure;
import io.salesops.core.crm.Quota;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What a payee is to reach in a measure, and over which days it accumulates.
 *
 * @param quota the quota that holds; absent where there is none
 * @param amount what is to be reached: the quota as far as the ramp asks for it, or the plan's goal
 * @param over the days over which the measure accumulates
 * @param zero what a quota of zero means
 */
record Goal(Optional<Quota> quota, Optional<MonetaryAmount> amount, DateRange over, ZeroQuota zero) {

    static Goal of(CommissionPlan plan, Measure measure, Optional<Quota> quota, PayeeYear payee, DateRange over) {
        Optional<LocalDate> started = payee.employed().from();
        Optional<MonetaryAmount> carried = quota.map(full -> plan.ramp().isPresent() && started.isPresent()
                ? plan.ramp().get().ramped(full, started.get(), plan.rounding()).amount()
                : full.amount());
        return new Goal(
                quota,
                carried.or(() -> measure.goal().map(goal -> Amounts.of(goal, unit(plan, measure)))),
                over,
                plan.conventions().zeroQuota());
    }

    private static CurrencyUnit unit(CommissionPlan plan, Measure measure) {
        return measure.counts().isMoney() ? plan.currency() : Scale.NO_CURRENCY;
    }

    /** Whether there is a quota, and it is zero. */
    boolean isZero() {
        return amount.filter(MonetaryAmount::isZero).isPresent();
    }

    /** Whether a quota of zero leaves the measure out. */
    boolean notCounted() {
        return isZero() && zero == ZeroQuota.NOT_COUNTED;
    }

    /** Returns what is to be reached, in units of {@code scale} decimals. */
    Optional<Rational> units(int scale) {
        return amount.map(goal -> Rational.of(Amounts.number(goal).movePointRight(scale)));
    }

    /** Returns a level in units of {@code scale} decimals; empty for a share where there is no quota above zero. */
    Optional<Rational> units(Level level, int scale) {
        return level.share()
                ? units(scale).filter(goal -> goal.signum() > 0).map(level.value()::times)
                : Optional.of(level.value().times(Rational.of(java.math.BigDecimal.ONE.movePointRight(scale))));
    }

    /** Returns the share of the quota that a running total, in units of {@code scale} decimals, attains. */
    Optional<Rate> attainment(long total, int scale) {
        return attainment(total, units(scale));
    }

    /** Returns the share that a running total attains of the quota, given in the same units as the total. */
    Optional<Rate> attainment(long total, Optional<Rational> units) {
        if (amount.isEmpty() || notCounted()) {
            return Optional.empty();
        }
        if (isZero()) {
            return Optional.of(zero == ZeroQuota.IS_FULL ? Rate.ONE : Rate.ZERO);
        }
        return units.map(quota ->
                new Rate(new Rational(BigInteger.valueOf(total).multiply(quota.denominator()), quota.numerator())));
    }

    /**
     * Says whether a running total has come to a level; empty where that cannot be said, since there is no attainment.
     */
    Optional<Boolean> reaches(long total, Level level, int scale, boolean above) {
        if (level.share() && (amount.isEmpty() || isZero())) {
            return attainment(total, scale).map(rate -> passes(rate.value().compareTo(level.value()), above));
        }
        return units(level, scale).map(bound -> passes(Rational.of(total).compareTo(bound), above));
    }

    private static boolean passes(int sign, boolean above) {
        return above ? sign > 0 : sign >= 0;
    }

    /**
     * Finds the one quota of a measure whose period holds the statement's.
     *
     * @param needed whether a rule cannot do without; a plan's goal stands in for it
     * @param findings receives what keeps the quota from being found
     */
    static Optional<Quota> find(
            CommissionPlan plan,
            Measure measure,
            boolean needed,
            List<Quota> quotas,
            FiscalPeriod period,
            List<Finding> findings) {
        TreeMap<String, Quota> byPeriod = new TreeMap<>();
        List<Finding> problems = new ArrayList<>();
        CurrencyUnit unit = unit(plan, measure);
        for (Quota quota : quotas) {
            if (!quota.measure().equals(measure.id()) || !holds(quota.period(), period)) {
                continue;
            }
            if (!quota.amount().getCurrency().equals(unit)) {
                problems.add(Finding.error(
                                "commission.quota.currency",
                                "/quotas",
                                "quota of " + measure.id() + " is " + quota.amount() + ", but "
                                        + (measure.counts().isMoney()
                                                ? "the plan pays in " + plan.currency()
                                                : "the plan counts " + measure.counts() + ", which are XXX"))
                        .maybe("Maybe state it in " + unit + "."));
            }
            Quota other = byPeriod.get(quota.period().toString());
            if (other == null || other.version() < quota.version()) {
                byPeriod.put(quota.period().toString(), quota);
            } else if (other.version() == quota.version() && !other.equals(quota)) {
                problems.add(Finding.error(
                                "commission.quota.duplicate",
                                "/quotas",
                                "two quotas of " + measure.id() + " " + quota.period() + " have version "
                                        + quota.version() + ": " + other.amount() + " and " + quota.amount())
                        .maybe("Maybe the later one is version " + (quota.version() + 1) + "."));
            }
        }
        if (byPeriod.size() > 1) {
            problems.add(Finding.error(
                            "commission.quota.ambiguous",
                            "/quotas",
                            "quotas of " + measure.id() + " hold for " + period + " over several periods: "
                                    + byPeriod.keySet())
                    .maybe("Maybe one of them belongs to another measure."));
        }
        if (byPeriod.isEmpty()) {
            if (needed && measure.goal().isEmpty()) {
                problems.add(Finding.error(
                                "commission.quota.missing",
                                "/quotas",
                                "no quota of " + measure.id() + " holds for all of " + period + " (" + period.range()
                                        + ")")
                        .maybe("Maybe calculate the periods of the quotas one by one."));
            }
            findings.addAll(problems);
            return Optional.empty();
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
