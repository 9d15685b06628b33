package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.BucketTally.Bucket;
import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.Computed;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PayoutFunction;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Residual;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.Spiff;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes the tally of each rule for one payee: levels in whole units, targets as rates, zero quotas by convention. */
final class Tallies implements EarningRule.Kinds<Tally> {
    private final Program program;
    private final List<Goal> goals;
    private final Scale scale;
    private final List<Event> events;
    private final Curves curves;
    private int payer;

    private Tallies(Program program, PayeeYear payee, List<Goal> goals, Scale scale, List<Event> events) {
        this.program = program;
        this.goals = goals;
        this.scale = scale;
        this.events = events;
        curves = new Curves(program, payee, goals, scale);
    }

    static ImmutableList<Tally> of(
            Program program, PayeeYear payee, List<Goal> goals, Scale scale, List<Event> events) {
        Tallies tallies = new Tallies(program, payee, goals, scale, events);
        ImmutableList.Builder<Tally> made = ImmutableList.builder();
        for (tallies.payer = 0; tallies.payer < program.payers().size(); tallies.payer++) {
            made.add(program.payers().get(tallies.payer).rule().match(tallies));
        }
        return made.build();
    }

    @Override
    public Tally flat(PlanRule.Flat flat) {
        return running(flat.measure(), curves.flat(flat.rate(), measure(flat.measure()), payer));
    }

    @Override
    public Tally tiered(PlanRule.Tiered tiered) {
        int by = measure(tiered.moving());
        int paid = measure(tiered.measure());
        boolean path = tiered.mode() == TierMode.BY_CUMULATIVE || (by != paid && tiered.mode() == TierMode.MARGINAL);
        if (!path && by == paid) {
            return running(tiered.measure(), curves.tiered(tiered, paid, payer));
        }
        ImmutableList<PayRate> rates =
                tiered.tiers().stream().map(tier -> curves.rate(tiered, tier)).collect(ImmutableList.toImmutableList());
        List<Level> bounds =
                tiered.tiers().stream().flatMap(tier -> tier.upTo().stream()).toList();
        Places rows = places(by, bounds);
        if (goals.get(by).isZero() && goals.get(by).zero() != ZeroQuota.IS_FULL && levelsAreShares(bounds)) {
            rates = rates.stream().map(rate -> PayRate.of(Rate.ZERO)).collect(ImmutableList.toImmutableList());
        }
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            PayRate rate = rates.get(i);
            buckets.add(new Bucket(tiered.tiers().get(i).upTo(), rate, scale.perUnit(rate, paid)));
        }
        return path
                ? new PathTally(paid, rows, Places.one(), buckets, scale.mode(), tiered.mode() == TierMode.MARGINAL)
                : new ReachedTally(paid, rows, Places.one(), buckets, scale.mode());
    }

    private static boolean levelsAreShares(List<Level> bounds) {
        return bounds.stream().allMatch(Level::share);
    }

    @Override
    public Tally perDeal(PerDeal perDeal) {
        int measure = measure(perDeal.measure());
        Pieces curve = (Pieces) curves.table(perDeal.tiers(), perDeal.mode(), measure);
        return new DealTally(
                measure,
                curve,
                perDeal.atLeast().map(this::whole),
                perDeal.atMost().map(this::whole));
    }

    @Override
    public Tally grid(RateGrid grid) {
        int measure = measure(grid.measure());
        Places rows = places(grid.rows());
        Places columns = grid.columns().map(this::places).orElseGet(Places::one);
        List<Bucket> cells = buckets(grid.rates().stream().flatMap(List::stream).toList(), measure);
        return grid.mode() == RateGrid.Mode.EACH
                ? new PathTally(measure, rows, columns, cells, scale.mode(), false)
                : new ReachedTally(measure, rows, columns, cells, scale.mode());
    }

    @Override
    public Tally bonus(Bonus bonus) {
        return running(bonus.measure(), curves.targets().bonus(bonus, measure(bonus.measure())));
    }

    @Override
    public Tally curve(PayCurve curve) {
        return running(curve.measure(), curves.targets().curve(curve, measure(curve.measure())));
    }

    @Override
    public Tally spiff(Spiff spiff) {
        int measure = measure(spiff.measure());
        Spiff.Per per = spiff.n().isEmpty()
                ? Spiff.Per.N
                : spiff.per().orElse(program.plan().conventions().spiff());
        return running(
                spiff.measure(),
                new SpiffCurve(
                        new PayRate(Rational.of(spiff.amount()), false),
                        scale.payUnits(spiff.amount()),
                        BigDecimal.valueOf(spiff.n().orElse(1))
                                .movePointRight(scale.bases().get(measure)),
                        SpiffCurve.most(per, spiff.first()),
                        scale.mode()));
    }

    @Override
    public Tally residual(Residual residual) {
        int measure = measure(residual.measure());
        List<Bucket> buckets = new ArrayList<>();
        boolean[] counting = new boolean[residual.steps().size()];
        for (int i = 0; i < counting.length; i++) {
            ResidualStep step = residual.steps().get(i);
            counting[i] = !step.rate().share()
                    && program.measures().get(measure).counts().isMoney();
            buckets.add(new Bucket(
                    step.upToMonth().map(month -> new Level(Rational.of(month), false)),
                    step.rate(),
                    counting[i]
                            ? step.rate().value().times(Rational.of(BigDecimal.ONE.movePointRight(scale.pay())))
                            : scale.perUnit(step.rate(), measure)));
        }
        return new SortedTally(measure, buckets, scale.mode(), event -> step(residual, event), counting);
    }

    private static int step(Residual residual, Event event) {
        LocalDate date = event.origin().date();
        long month = ChronoUnit.MONTHS.between(event.origin().started().orElse(date), date) + 1;
        for (int i = 0; i < residual.steps().size(); i++) {
            Optional<Integer> upTo = residual.steps().get(i).upToMonth();
            if (upTo.isEmpty() || month <= upTo.get()) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Tally override(TeamOverride override) {
        int measure = measure(override.measure());
        if (override.mode() == TeamOverride.Mode.AMOUNT) {
            return running(override.measure(), curves.flat(PayRate.of(override.rate()), measure, payer));
        }
        TreeSet<Rate> below = new TreeSet<>();
        below.add(Rate.ZERO);
        events.forEach(event -> event.origin().paidBelow().ifPresent(below::add));
        List<Rate> sorted = List.copyOf(below);
        List<PayRate> rates = sorted.stream()
                .map(rate -> override.rate().minus(rate))
                .map(rate -> PayRate.of(rate.signum() < 0 ? Rate.ZERO : rate))
                .toList();
        return new SortedTally(
                measure,
                buckets(rates, measure),
                scale.mode(),
                event -> sorted.indexOf(event.origin().paidBelow().orElse(Rate.ZERO)),
                new boolean[rates.size()]);
    }

    @Override
    public Tally computed(Computed computed) {
        int measure = measure(computed.measure());
        PayoutFunction function = program.functions().payouts().get(computed.function());
        if (function == null) {
            throw new IllegalStateException(
                    "payout function " + computed.function() + " is unknown, though the plan was checked");
        }
        int base = scale.bases().get(measure);
        return running(
                computed.measure(),
                new FunctionCurve(
                        function, goals.get(measure).units(0), Rational.of(BigDecimal.ONE.movePointLeft(base)), scale));
    }

    private Tally running(String measure, Curve curve) {
        return new RunningTally(measure(measure), curve);
    }

    private Places places(Axis axis) {
        return axis.match(new Axis.Cases<>() {
            @Override
            public Places attained(Axis.Attained attained) {
                return places(measure(attained.measure()), attained.bounds());
            }

            @Override
            public Places category(Axis.Category category) {
                return Places.category(category);
            }
        });
    }

    /** Places by attainment; at a quota of zero the one that holds at 0% or at 100%. */
    private Places places(int measure, List<Level> levels) {
        Goal goal = goals.get(measure);
        Tie tie = program.plan().conventions().tie();
        int base = scale.bases().get(measure);
        if (goal.isZero() && levels.stream().anyMatch(Level::share)) {
            int place = 0;
            if (goal.zero() == ZeroQuota.IS_FULL) {
                while (place < levels.size() && !Curves.holdsAtFull(levels.get(place), tie)) {
                    place++;
                }
            }
            return Places.fixed(place, levels.size() + 1);
        }
        return Places.attained(
                measure,
                levels.stream()
                        .map(level -> goal.units(level, base).orElse(Rational.ZERO))
                        .toList(),
                tie);
    }

    /** Buckets without an order. */
    private List<Bucket> buckets(List<PayRate> rates, int measure) {
        return rates.stream()
                .map(rate -> new Bucket(Optional.empty(), rate, scale.perUnit(rate, measure)))
                .toList();
    }

    private long whole(BigDecimal amount) {
        return scale.payUnits(amount)
                .round(0, java.math.RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    private int measure(String id) {
        return program.measure(id);
    }
}
