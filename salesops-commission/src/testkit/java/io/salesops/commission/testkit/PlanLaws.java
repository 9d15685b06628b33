package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.CommissionOptions;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Residual;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.core.explain.Explanation;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The laws of commission, held against one plan: {@code PlanLaws.holdFor(ourPlan())}.
 *
 * <p>For every plan: the order of credits and quotas is irrelevant; recalculating gives the same text; lines and
 * explanation sum to the statement; every credit counts or is listed; the periods of a year sum to the year; credits
 * calculated one by one sum to all of them; a refund of every credit leaves nothing paid, unless a clawback takes back a part
 * only; draws conserve; no cap is passed; a gate that is closed lets nothing through; plan and statements survive JSON.
 *
 * <p>Pay never falls while more is credited, where no rate, step or factor is below the one before it, and no rule is a grid or
 * a function. Pay does not jump, that is, a step pays at most the step times the rates plus what rounding adds, where rules
 * are flat or marginal and no gate is a cliff; elsewhere jumps are what the plan asks for, and the law is not held.
 *
 * <p>Credits are drawn for the plan: of its measures, its currency and its days, running to the bounds of its tiers and
 * gates and a minor unit beside them, some in another currency; quotas are of many sizes, zero among them.
 */
public final class PlanLaws {
    private static final Comparator<Credit> ORDER =
            Comparator.comparing(Credit::date).thenComparing(Credit::id);

    private final CommissionPlan plan;
    private final Calculation calculation;

    private PlanLaws(CommissionPlan plan, Calculation calculation) {
        this.plan = plan;
        this.calculation = calculation;
    }

    /** What calculates: the engine, or in tests one with a fault. */
    interface Calculation {
        Checked<Statement> calculate(FiscalPeriod period, PayeeYear payee, AsOf asOf);
    }

    /**
     * Holds the laws against a plan, with {@value Laws#TRIES} cases.
     *
     * @throws AssertionError naming every law that is broken with the smallest case that was found, or every error of a
     *     plan that cannot be used
     */
    public static void holdFor(CommissionPlan plan) {
        holdFor(plan, Laws.TRIES, Laws.SEED);
    }

    /** Holds the laws against a plan, with as many cases, drawn from the seed; see {@link #holdFor(CommissionPlan)}. */
    public static void holdFor(CommissionPlan plan, int tries, long seed) {
        holdFor(plan, PlanFunctions.none(), tries, seed);
    }

    /** Holds the laws against a plan that names functions of the application; see {@link #holdFor(CommissionPlan)}. */
    public static void holdFor(CommissionPlan plan, PlanFunctions functions, int tries, long seed) {
        Laws.sound(subject(plan), CommissionCalculator.check(plan, functions));
        CommissionCalculator calculator = CommissionCalculator.of(plan, CommissionOptions.standard(), functions);
        laws(plan, calculator::calculate).hold(tries, seed);
    }

    static Laws<PlanCase> laws(CommissionPlan plan, Calculation calculation) {
        PlanLaws laws = new PlanLaws(plan, calculation);
        PlanPay pay = new PlanPay(plan, calculation);
        return Laws.about(subject(plan), random -> PlanCase.draw(plan, random), PlanCase::smaller, PlanCase::text)
                .law("the order of credits is irrelevant", laws::order)
                .law("recalculating changes nothing", laws::recalculation)
                .law("lines sum to the statement", laws::lines)
                .law("every credit counts or is listed", laws::nothingDropped)
                .law("periods sum to the year", laws::periods)
                .law("credits one by one sum to all of them", laws::oneByOne)
                .law("a full refund leaves nothing paid", laws::refund)
                .law("draws conserve", laws::draws)
                .law("no cap is passed", pay::caps)
                .law("a closed gate lets nothing through", pay::gates)
                .law("pay never falls", pay::rises)
                .law("pay does not jump", pay::continuous)
                .law("plan and statement survive JSON", laws::json);
    }

    private static String subject(CommissionPlan plan) {
        return "plan " + plan.id() + " v" + plan.version();
    }

    private Statement calculate(PlanCase drawn) {
        return calculate(drawn.period(), drawn);
    }

    private Statement calculate(FiscalPeriod period, PlanCase drawn) {
        return calculation.calculate(period, drawn.payee(), drawn.asOf()).orThrow();
    }

    private static BigDecimal number(Statement statement) {
        return Amounts.number(statement.total());
    }

    private static void same(String what, BigDecimal expected, BigDecimal found) {
        Laws.require(expected.compareTo(found) == 0, what + ": expected " + expected + ", found " + found);
    }

    private void order(PlanCase drawn) {
        Random random = new Random(drawn.seed());
        List<Credit> shuffled = new ArrayList<>(drawn.payee().credits());
        Collections.shuffle(shuffled, random);
        PlanCase reversed = new PlanCase(
                drawn.payee()
                        .withCredits(shuffled)
                        .withQuotas(drawn.payee().quotas().reverse()),
                drawn.period(),
                drawn.currency(),
                drawn.measure(),
                drawn.from(),
                drawn.step(),
                drawn.seed());
        Laws.equal("statement", SalesOpsJson.write(calculate(drawn)), SalesOpsJson.write(calculate(reversed)));
    }

    private void recalculation(PlanCase drawn) {
        String first = SalesOpsJson.write(calculate(drawn));
        calculate(drawn.with(ImmutableList.of()));
        Laws.equal("statement", first, SalesOpsJson.write(calculate(drawn)));
    }

    private void lines(PlanCase drawn) {
        Statement statement = calculate(drawn);
        same(
                "sum of the lines",
                number(statement),
                Amounts.number(Amounts.sum(
                        statement.lines().stream().map(StatementLine::amount).toList(), plan.currency())));
        if (statement.explanation() instanceof Explanation.Sum sum) {
            same(
                    "sum of the explanation",
                    number(statement),
                    sum.steps().stream().map(step -> step.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private void nothingDropped(PlanCase drawn) {
        Statement statement = calculate(drawn);
        long listed = statement.omitted().stream()
                .filter(omission -> !omission.reason().startsWith("quotas"))
                .mapToLong(Omission::count)
                .sum();
        Laws.equal(
                "credits that count or are listed",
                (long) drawn.payee().credits().size(),
                statement.counted() + statement.earlier() + listed);
    }

    private void periods(PlanCase drawn) {
        Random random = new Random(drawn.seed());
        FiscalPeriod whole = drawn.period();
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate from = whole.from(); from.isBefore(whole.before()); ) {
            LocalDate next = from.plusDays(1 + random.nextInt(120));
            LocalDate before = next.isAfter(whole.before()) ? whole.before() : next;
            sum = sum.add(number(calculate(new FiscalPeriod("from " + from, from, before), drawn)));
            from = before;
        }
        same("sum of the periods", number(calculate(drawn)), sum);
    }

    private void oneByOne(PlanCase drawn) {
        Statement all = calculate(drawn);
        ImmutableList<Credit> sorted =
                ImmutableList.sortedCopyOf(ORDER, drawn.payee().credits());
        BigDecimal before = number(calculate(drawn.with(ImmutableList.of())));
        for (int i = 0; i < sorted.size(); i++) {
            CreditId id = sorted.get(i).id();
            BigDecimal after = number(calculate(drawn.with(sorted.subList(0, i + 1))));
            BigDecimal pays = all.lines().stream()
                    .filter(line -> line.credit().equals(id))
                    .map(line -> Amounts.number(line.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            same("what credit " + id + " pays", after.subtract(before), pays);
            before = after;
        }
        same("what all credits pay", before, number(all));
    }

    /**
     * A credit that does not count is refunded on its own day, so that its refund does not count either; the others on a day
     * after they count. A clawback that takes back a part only leaves the rest.
     */
    private void refund(PlanCase drawn) {
        boolean part = plan.rules().stream()
                .anyMatch(rule -> rule instanceof Clawback clawback && clawback.mode() != Clawback.Mode.RECALCULATE);
        if (part) {
            return;
        }
        Random random = new Random(drawn.seed());
        FiscalPeriod period = drawn.period();
        // Where a plan asks what a credit is, a refund is asked by its sale, so that there has to be one.
        boolean asks = plan.measures().stream()
                        .anyMatch(measure -> measure.when().isPresent())
                || plan.rules().stream()
                        .anyMatch(rule ->
                                rule instanceof RateGrid || rule instanceof Residual || rule instanceof TeamOverride);
        List<Credit> sales = drawn.payee().credits().stream()
                .filter(credit -> !asks || !credit.amount().isNegative())
                .toList();
        List<Credit> all = new ArrayList<>(sales);
        for (Credit credit : sales) {
            int left =
                    period.contains(credit.date()) ? (int) ChronoUnit.DAYS.between(credit.date(), period.before()) : 1;
            Credit.Builder refund = Credit.builder()
                    .from(credit)
                    .id(CreditId.of("R-" + credit.id()))
                    .date(credit.date().plusDays(random.nextInt(left)))
                    .amount(credit.amount().negate());
            credit.margin().ifPresent(margin -> refund.margin(margin.negate()));
            credit.units().ifPresent(units -> refund.units(units.negate()));
            all.add(refund.build());
        }
        Statement statement = calculate(drawn.with(all));
        same("pay after the refund", BigDecimal.ZERO, number(statement));
        Laws.equal("residue after the refund", Rational.ZERO, statement.residue());
    }

    /** What was paid out is what was earned, what is owed more than before, and what was given. */
    private void draws(PlanCase drawn) {
        Statement statement = calculate(drawn);
        Map<String, BigDecimal> owed = new HashMap<>();
        BigDecimal expected = number(statement);
        for (SettlementStep step : statement.settlement()) {
            BigDecimal balance = step.owed().map(Amounts::number).orElse(BigDecimal.ZERO);
            Laws.require(balance.signum() >= 0, "negative balance after " + step);
            if (step.owed().isEmpty()) {
                expected = expected.add(Amounts.number(step.amount()));
            } else if (step.kind() != SettlementStep.Kind.FORGIVENESS) {
                expected = expected.add(balance).subtract(owed.getOrDefault(step.rule(), BigDecimal.ZERO));
            }
            step.owed().ifPresent(now -> owed.put(step.rule(), balance));
        }
        same("what is payable", expected, Amounts.number(statement.payable()));
    }

    private void json(PlanCase drawn) {
        JsonLaws.roundTrips(plan, CommissionPlan.class);
        JsonLaws.roundTrips(calculate(drawn), Statement.class);
    }
}
