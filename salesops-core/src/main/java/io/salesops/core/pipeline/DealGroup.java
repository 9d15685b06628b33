package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.process.StageOutcome;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** Collects the deals of one group and values metrics over them; order of arrival has no effect on any value. */
final class DealGroup {
    private static final int EXAMPLES = 5;

    private final DateRange period;
    private final Map<StageOutcome, List<String>> ids = new EnumMap<>(StageOutcome.class);
    private final Map<StageOutcome, Map<String, BigDecimal>> amounts = new EnumMap<>(StageOutcome.class);
    private final Map<StageOutcome, List<String>> withoutAmount = new EnumMap<>(StageOutcome.class);
    private final List<String> otherPeriod = new ArrayList<>();
    private final List<String> withoutCloseDate = new ArrayList<>();
    private final List<String> withoutCycle = new ArrayList<>();
    private final List<Long> cycleDays = new ArrayList<>();

    DealGroup(DateRange period) {
        this.period = period;
        for (StageOutcome outcome : StageOutcome.values()) {
            ids.put(outcome, new ArrayList<>());
            amounts.put(outcome, new TreeMap<>());
            withoutAmount.put(outcome, new ArrayList<>());
        }
    }

    void add(Opportunity deal, StageOutcome outcome) {
        String id = deal.id().value();
        if (outcome != StageOutcome.OPEN && !closedInPeriod(deal, id)) {
            return;
        }
        of(ids, outcome).add(id);
        deal.amount()
                .ifPresentOrElse(
                        amount -> of(amounts, outcome)
                                .merge(amount.getCurrency().getCurrencyCode(), Amounts.number(amount), BigDecimal::add),
                        () -> of(withoutAmount, outcome).add(id));
        if (outcome == StageOutcome.WON) {
            if (deal.engagedOn().isPresent() && deal.closeDate().isPresent()) {
                cycleDays.add(ChronoUnit.DAYS.between(
                        deal.engagedOn().get(), deal.closeDate().get()));
            } else {
                withoutCycle.add(id);
            }
        }
    }

    /** Without a period a closed deal counts even where its close date is missing. */
    private boolean closedInPeriod(Opportunity deal, String id) {
        if (period.equals(DateRange.always())) {
            return true;
        }
        if (deal.closeDate().isEmpty()) {
            withoutCloseDate.add(id);
            return false;
        }
        if (!period.contains(deal.closeDate().get())) {
            otherPeriod.add(id);
            return false;
        }
        return true;
    }

    MetricValue value(Metric metric) {
        return switch (metric.id()) {
            case "deals.count.won" -> count(StageOutcome.WON);
            case "deals.count.lost" -> count(StageOutcome.LOST);
            case "deals.count.open" -> count(StageOutcome.OPEN);
            case "winRate.count.closed" ->
                new MetricValue.Share(Ratio.of(
                        of(ids, StageOutcome.WON).size(),
                        (long) of(ids, StageOutcome.WON).size()
                                + of(ids, StageOutcome.LOST).size(),
                        exclusions(omission("open", of(ids, StageOutcome.OPEN)))));
            case "winRate.amount.closed" -> winRateByAmount();
            case "bookings.amount.won" -> money(StageOutcome.WON);
            case "pipeline.amount.open" -> money(StageOutcome.OPEN);
            case "cycleDays.won.median" -> days(median());
            case "cycleDays.won.mean" -> days(mean());
            default -> throw new IllegalArgumentException("metric without a formula: " + metric);
        };
    }

    private MetricValue count(StageOutcome outcome) {
        return new MetricValue.Count(
                of(ids, outcome).size(),
                outcome == StageOutcome.OPEN ? ImmutableList.of() : exclusions(Optional.empty()));
    }

    /** Amounts of two currencies have no ratio: then it is absent, and both are named as the reason. */
    private MetricValue winRateByAmount() {
        Map<String, BigDecimal> won = of(amounts, StageOutcome.WON);
        Map<String, BigDecimal> lost = of(amounts, StageOutcome.LOST);
        List<String> currencies = new ArrayList<>(new TreeMap<>(merged(won, lost)).keySet());
        List<String> missing = new ArrayList<>(of(withoutAmount, StageOutcome.WON));
        missing.addAll(of(withoutAmount, StageOutcome.LOST));
        ImmutableList.Builder<Omission> excluded = ImmutableList.builder();
        excluded.addAll(exclusions(omission("open", of(ids, StageOutcome.OPEN))));
        omission("no amount", missing).ifPresent(excluded::add);
        if (currencies.size() > 1) {
            long closed = (long) of(ids, StageOutcome.WON).size()
                    + of(ids, StageOutcome.LOST).size()
                    - missing.size();
            excluded.add(new Omission("several currencies: " + currencies, closed, ImmutableList.of()));
            return new MetricValue.Share(new Ratio(Rational.ZERO, Rational.ZERO, excluded.build()));
        }
        Rational part = Rational.of(won.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        Rational rest = Rational.of(lost.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        return new MetricValue.Share(new Ratio(part, part.plus(rest), excluded.build()));
    }

    private static Map<String, BigDecimal> merged(Map<String, BigDecimal> first, Map<String, BigDecimal> second) {
        Map<String, BigDecimal> all = new TreeMap<>(first);
        second.forEach((currency, sum) -> all.merge(currency, sum, BigDecimal::add));
        return all;
    }

    private MetricValue money(StageOutcome outcome) {
        ImmutableSortedMap.Builder<String, MonetaryAmount> perCurrency = ImmutableSortedMap.naturalOrder();
        of(amounts, outcome)
                .forEach((currency, sum) -> perCurrency.put(currency, Amounts.of(sum, Monetary.getCurrency(currency))));
        Optional<Omission> missing = omission("no amount", of(withoutAmount, outcome));
        return new MetricValue.Money(
                perCurrency.build(),
                outcome == StageOutcome.OPEN
                        ? missing.map(ImmutableList::of).orElseGet(ImmutableList::of)
                        : exclusions(missing));
    }

    private MetricValue days(Optional<Rational> days) {
        return new MetricValue.Days(
                days, cycleDays.size(), exclusions(omission("no start or no close date", withoutCycle)));
    }

    private Optional<Rational> median() {
        List<Long> sorted = cycleDays.stream().sorted().toList();
        int size = sorted.size();
        return size == 0
                ? Optional.empty()
                : Optional.of(Rational.of(Math.addExact(sorted.get((size - 1) / 2), sorted.get(size / 2)), 2));
    }

    private Optional<Rational> mean() {
        return cycleDays.isEmpty()
                ? Optional.empty()
                : Optional.of(Rational.of(
                        cycleDays.stream().mapToLong(Long::longValue).reduce(0, Math::addExact), cycleDays.size()));
    }

    /** What a metric over closed deals leaves out, beside its own reason. */
    private ImmutableList<Omission> exclusions(Optional<Omission> own) {
        ImmutableList.Builder<Omission> excluded = ImmutableList.builder();
        own.ifPresent(excluded::add);
        omission("closed outside the period", otherPeriod).ifPresent(excluded::add);
        omission("closed without a close date", withoutCloseDate).ifPresent(excluded::add);
        return excluded.build();
    }

    private static Optional<Omission> omission(String reason, List<String> left) {
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(Omission.of(reason, left.stream().sorted().toList(), EXAMPLES));
    }

    private static <V> V of(Map<StageOutcome, V> map, StageOutcome outcome) {
        return java.util.Objects.requireNonNull(map.get(outcome));
    }
}
