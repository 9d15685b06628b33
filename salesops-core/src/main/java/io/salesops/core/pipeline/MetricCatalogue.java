package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Rational;
import io.salesops.core.pipeline.MetricDefinition.Unit;
import io.salesops.core.process.StageOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every metric with its exact definition. Two figures that people call by one name, such as a win rate by count and one by
 * amount, have two ids. Immutable and thread-safe.
 */
public final class MetricCatalogue {
    private static final String PERIOD = ", close date in the period if one is asked for";
    private static final String GRAIN = "group of deals";
    private static final String ABSENT =
            "absent where there is nothing to count; deals that lack a field are left out and counted";

    /** Values a metric over a group, with the win probability of each stage. */
    interface Formula {
        MetricValue of(DealGroup group, ImmutableMap<String, Rational> probabilities);
    }

    /** The deals that a metric is over. */
    private enum Over {
        ALL("all deals", StageOutcome.OPEN, StageOutcome.WON, StageOutcome.LOST),
        OPEN("deals in an open stage on the day", StageOutcome.OPEN),
        WON("won deals", StageOutcome.WON),
        LOST("lost deals", StageOutcome.LOST),
        CLOSED("won and lost deals", StageOutcome.WON, StageOutcome.LOST);

        private final String words;
        private final ImmutableList<StageOutcome> outcomes;

        Over(String words, StageOutcome... outcomes) {
            this.words = words;
            this.outcomes = ImmutableList.copyOf(outcomes);
        }

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String period() {
            return this == OPEN ? "" : PERIOD;
        }

        DealGroup.Selection in(DealGroup group) {
            return group.of(outcomes);
        }
    }

    private static final Map<String, MetricDefinition> DEFINITIONS = new LinkedHashMap<>();
    private static final Map<String, Formula> FORMULAS = new LinkedHashMap<>();

    static {
        counts();
        rates();
        amounts();
        days();
        velocities();
    }

    private MetricCatalogue() {}

    /** Every definition, by kind of figure. */
    public static ImmutableList<MetricDefinition> definitions() {
        return ImmutableList.copyOf(DEFINITIONS.values());
    }

    /** Returns the definition of an id; absent where there is none. */
    static Optional<MetricDefinition> definition(String id) {
        return Optional.ofNullable(DEFINITIONS.get(id));
    }

    static MetricValue value(Metric metric, DealGroup group, ImmutableMap<String, Rational> probabilities) {
        return java.util.Objects.requireNonNull(FORMULAS.get(metric.id())).of(group, probabilities);
    }

    private static void define(String id, String formula, Unit unit, Formula value) {
        DEFINITIONS.put(id, new MetricDefinition(id, formula, unit, GRAIN, ABSENT));
        FORMULAS.put(id, value);
    }

    private static void counts() {
        for (Over over : Over.values()) {
            define("deals.count." + over.id(), over.words + over.period(), Unit.DEALS, (group, stages) -> {
                DealGroup.Selection deals = over.in(group);
                return new MetricValue.Count(deals.count(), deals.excluding());
            });
        }
        define(
                "deals.count.engaged",
                "deals with a day on which selling began" + PERIOD,
                Unit.DEALS,
                (group, stages) -> {
                    DealGroup.Selection deals = Over.ALL.in(group);
                    return new MetricValue.Count(deals.engaged(), deals.excluding());
                });
    }

    private static void rates() {
        define(
                "winRate.count.closed",
                "won / (won + lost), by count" + PERIOD,
                Unit.RATIO,
                (group, stages) -> share(
                        Over.WON.in(group).count(),
                        Over.CLOSED.in(group).count(),
                        Over.CLOSED.in(group).excluding(open(group))));
        define(
                "winRate.amount.closed",
                "won / (won + lost), by amount in one currency" + PERIOD,
                Unit.RATIO,
                (group, stages) -> rate(
                        Over.WON.in(group).amounts(),
                        Over.CLOSED.in(group).amounts(),
                        List.of(open(group), Over.CLOSED.in(group).withoutAmount()),
                        group));
        define(
                "winRate.list.closed",
                "won / (won + lost), by list price in one currency" + PERIOD,
                Unit.RATIO,
                (group, stages) -> rate(
                        Over.WON.in(group).lists(),
                        Over.CLOSED.in(group).lists(),
                        List.of(open(group), Over.CLOSED.in(group).withoutList()),
                        group));
        define(
                "conversion.count.all",
                "won / all deals, by count" + PERIOD,
                Unit.RATIO,
                (group, stages) -> share(
                        Over.WON.in(group).count(),
                        Over.ALL.in(group).count(),
                        Over.ALL.in(group).excluding()));
        define(
                "conversion.count.engaged",
                "won / deals with a day on which selling began, by count" + PERIOD,
                Unit.RATIO,
                (group, stages) -> share(
                        Over.WON.in(group).count(),
                        Over.ALL.in(group).engaged(),
                        Over.ALL.in(group).excluding()));
        define(
                "reach.count.engaged",
                "deals with a day on which selling began / all deals, by count" + PERIOD,
                Unit.RATIO,
                (group, stages) -> share(
                        Over.ALL.in(group).engaged(),
                        Over.ALL.in(group).count(),
                        Over.ALL.in(group).excluding()));
        define(
                "reach.count.closed",
                "won and lost deals / deals with a day on which selling began, by count" + PERIOD,
                Unit.RATIO,
                (group, stages) -> share(
                        Over.CLOSED.in(group).count(),
                        Over.ALL.in(group).engaged(),
                        Over.ALL.in(group).excluding()));
        define(
                "realisation.list.won",
                "amount / list price, over won deals that have both, in one currency" + PERIOD,
                Unit.RATIO,
                (group, stages) -> rate(
                        Over.WON.in(group).amountsOfListed(),
                        Over.WON.in(group).listsOfPriced(),
                        List.of(
                                Over.WON.in(group).withoutAmount(),
                                Over.WON.in(group).withoutList()),
                        group));
    }

    private static Optional<Omission> open(DealGroup group) {
        return Over.OPEN.in(group).as("open");
    }

    private static MetricValue share(long part, long whole, ImmutableList<Omission> excluded) {
        return new MetricValue.Share(Ratio.of(part, whole, excluded));
    }

    /** Amounts of two currencies have no ratio: then it is absent, and both are named as the reason. */
    private static MetricValue rate(
            AmountTally part, AmountTally whole, List<Optional<Omission>> excluded, DealGroup group) {
        List<Omission> reasons = new ArrayList<>();
        excluded.forEach(reason -> reason.ifPresent(reasons::add));
        reasons.addAll(Over.CLOSED.in(group).excluding());
        TreeSet<String> currencies = new TreeSet<>(whole.currencies());
        if (currencies.size() > 1) {
            reasons.add(new Omission("several currencies: " + currencies, whole.size(), ImmutableList.of()));
            return new MetricValue.Share(new Ratio(Rational.ZERO, Rational.ZERO, ImmutableList.copyOf(reasons)));
        }
        String currency = currencies.isEmpty() ? "" : currencies.first();
        return new MetricValue.Share(new Ratio(
                Rational.of(part.sum(currency)), Rational.of(whole.sum(currency)), ImmutableList.copyOf(reasons)));
    }

    private static void amounts() {
        sums("bookings.amount.won", "sum of the amounts of won deals", Over.WON, DealGroup.Selection::amounts);
        sums("bookings.list.won", "sum of the list prices of won deals", Over.WON, DealGroup.Selection::lists);
        sums("lost.amount.lost", "sum of the amounts of lost deals", Over.LOST, DealGroup.Selection::amounts);
        sums("lost.list.lost", "sum of the list prices of lost deals", Over.LOST, DealGroup.Selection::lists);
        sums(
                "pipeline.amount.open",
                "sum of the amounts of open deals on the day",
                Over.OPEN,
                DealGroup.Selection::amounts);
        sums(
                "pipeline.list.open",
                "sum of the list prices of open deals on the day",
                Over.OPEN,
                DealGroup.Selection::lists);
        define(
                "pipeline.weighted.open",
                "sum of the amounts of open deals on the day, each times the probability of its stage, per currency",
                Unit.MONEY,
                (group, stages) -> {
                    Map<String, Rational> weighted = new TreeMap<>();
                    group.openByStage().forEach((stage, amounts) -> {
                        Rational probability = stages.getOrDefault(stage, Rational.ZERO);
                        amounts.currencies()
                                .forEach(currency -> weighted.merge(
                                        currency,
                                        Rational.of(amounts.sum(currency)).times(probability),
                                        Rational::plus));
                    });
                    DealGroup.Selection open = Over.OPEN.in(group);
                    return new MetricValue.ExactMoney(
                            ImmutableSortedMap.copyOf(weighted), open.count(), open.excluding(open.withoutAmount()));
                });
        for (Over over : List.of(Over.WON, Over.LOST, Over.OPEN)) {
            money("dealSize.mean." + over.id(), "mean amount of ", over, AmountTally::means);
            money("dealSize.median." + over.id(), "median amount of ", over, AmountTally::medians);
            extreme("dealSize.min." + over.id(), "smallest amount of ", over, AmountTally::least);
            extreme("dealSize.max." + over.id(), "largest amount of ", over, AmountTally::most);
        }
    }

    private static void sums(String id, String words, Over over, Function<DealGroup.Selection, AmountTally> tally) {
        boolean list = id.contains(".list.");
        define(id, words + over.period() + ", per currency", Unit.MONEY, (group, stages) -> {
            DealGroup.Selection deals = over.in(group);
            return new MetricValue.Money(
                    tally.apply(deals).sums(), deals.excluding(list ? deals.withoutList() : deals.withoutAmount()));
        });
    }

    private static void money(
            String id, String words, Over over, Function<AmountTally, ImmutableSortedMap<String, Rational>> figure) {
        define(id, words + over.words + over.period() + ", per currency", Unit.MONEY, (group, stages) -> {
            DealGroup.Selection deals = over.in(group);
            return new MetricValue.ExactMoney(
                    figure.apply(deals.amounts()), deals.amounts().size(), deals.excluding(deals.withoutAmount()));
        });
    }

    private static void extreme(
            String id,
            String words,
            Over over,
            Function<AmountTally, ImmutableSortedMap<String, javax.money.MonetaryAmount>> figure) {
        define(id, words + over.words + over.period() + ", per currency", Unit.MONEY, (group, stages) -> {
            DealGroup.Selection deals = over.in(group);
            return new MetricValue.Money(figure.apply(deals.amounts()), deals.excluding(deals.withoutAmount()));
        });
    }

    private static void days() {
        for (Over over : List.of(Over.WON, Over.LOST, Over.CLOSED)) {
            days(
                    "cycleDays." + over.id(),
                    " of days from the start of selling to the close date of " + over.words,
                    over);
        }
        days("ageDays.open", " of days from the start of selling to the day, of " + Over.OPEN.words, Over.OPEN);
    }

    private static void days(String id, String words, Over over) {
        day(id + ".mean", "mean" + words, over, DayTally::mean);
        day(id + ".median", "median" + words, over, DayTally::median);
        day(id + ".p90", "90th percentile (nearest rank)" + words, over, tally -> tally.percentile(90));
        day(id + ".min", "least number" + words, over, DayTally::least);
        day(id + ".max", "largest number" + words, over, DayTally::most);
        day(id + ".sum", "sum" + words, over, DayTally::sum);
    }

    private static void day(String id, String words, Over over, Function<DayTally, Optional<Rational>> figure) {
        define(id, words + over.period(), Unit.DAYS, (group, stages) -> {
            DealGroup.Selection deals = over.in(group);
            return new MetricValue.Days(
                    figure.apply(deals.days()), deals.days().size(), deals.excluding(deals.withoutDays()));
        });
    }

    private static void velocities() {
        for (Over over : List.of(Over.CLOSED, Over.OPEN, Over.ALL)) {
            define(
                    "velocity.perDay." + over.id(),
                    "number of " + over.words
                            + " x mean amount of won deals x won / (won + lost) by count / mean cycle days of won deals"
                            + PERIOD + ", per currency",
                    Unit.MONEY_PER_DAY,
                    (group, stages) -> velocity(group, over.in(group)));
        }
    }

    private static MetricValue velocity(DealGroup group, DealGroup.Selection counted) {
        DealGroup.Selection won = Over.WON.in(group);
        long closed = Over.CLOSED.in(group).count();
        Optional<Rational> cycle = won.days().mean().filter(days -> days.signum() > 0);
        Map<String, Rational> perDay = new TreeMap<>();
        if (closed > 0 && cycle.isPresent()) {
            Rational factor = Rational.of(counted.count())
                    .times(Rational.of(won.count(), closed))
                    .dividedBy(cycle.get());
            won.amounts().means().forEach((currency, mean) -> perDay.put(currency, mean.times(factor)));
        }
        return new MetricValue.ExactMoney(
                ImmutableSortedMap.copyOf(perDay),
                counted.count(),
                won.excluding(won.withoutAmount(), won.withoutDays()));
    }
}
