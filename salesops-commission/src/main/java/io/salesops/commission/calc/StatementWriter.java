package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.calc.Counted.Entry;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.statement.Attainment;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.StatementText;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.crm.Quota;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.explain.StepBuilder;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call: runs the settlement over the credits and writes down what each of them changed. */
final class StatementWriter {
    private final Program program;
    private final FiscalPeriod period;
    private final PayeeYear payee;
    private final Counted counted;
    private final List<Goal> goals;
    private final Scale scale;
    private final Settlement now;
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Figures start;
    private Figures before;

    StatementWriter(Program program, FiscalPeriod period, PayeeYear payee, List<Goal> goals, Counted counted) {
        this.program = program;
        this.period = period;
        this.payee = payee;
        this.counted = counted;
        this.goals = goals;
        CommissionPlan plan = program.plan();
        int finest = counted.credits().stream()
                .mapToInt(entry ->
                        Amounts.number(entry.amount()).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        scale = Scale.of(plan.currency(), plan.rounding(), finest);
        now = new Settlement(program, goals, scale);
        now.settle();
        start = new Figures(now);
        before = start;
    }

    Statement run(Provenance computedFrom, ImmutableList<Omission> omitted, List<Finding> findings) {
        int earlier = 0;
        for (Entry entry : counted.credits()) {
            if (entry.credit().date().isBefore(period.from())) {
                earlier++;
                now.add(entry.measure(), units(entry));
            }
        }
        now.settle();
        start = new Figures(now);
        before = start;
        Rational exactStart = now.exact();
        for (Entry entry : counted.credits().subList(earlier, counted.credits().size())) {
            now.add(entry.measure(), units(entry));
            now.settle();
            Figures after = new Figures(now);
            write(entry, after);
            before = after;
        }
        explain();
        long total = Math.subtractExact(before.sum(), start.sum());
        Rational residue = money(now.exact().minus(exactStart).minus(Rational.of(total)));
        return Statement.builder()
                .payee(payee.payee())
                .period(period)
                .plan(program.plan().id())
                .planVersion(program.plan().version())
                .total(scale.paid(total))
                .attainments(attainments())
                .lines(lines)
                .residue(residue)
                .counted(counted.credits().size() - (long) earlier)
                .earlier(earlier)
                .explanation(new Explanation.Sum(
                        subject(), StatementText.quantity(scale.paid(total)), ImmutableList.copyOf(steps)))
                .computedFrom(computedFrom)
                .findings(findings)
                .omitted(omitted)
                .build();
    }

    private long units(Entry entry) {
        return MoneyKernel.minor(entry.amount(), scale.base());
    }

    private void write(Entry entry, Figures after) {
        for (int i = 0; i < program.payers().size(); i++) {
            Payer payer = program.payers().get(i);
            if (payer.measure() == entry.measure()) {
                lines.add(line(
                                entry,
                                payer.rule(),
                                payer.ref(),
                                payer.measure(),
                                after,
                                Math.subtractExact(after.sum(i), before.sum(i)))
                        .tiers(portions(i, before, after))
                        .build());
            }
        }
        for (int i = 0; i < program.gates().size(); i++) {
            long change = Math.subtractExact(after.gates[i], before.gates[i]);
            if (change != 0) {
                var gate = program.gates().get(i);
                int measure = program.measure(gate.rule().measure());
                lines.add(line(entry, gate.rule(), gate.ref(), measure, after, change)
                        .build());
            }
        }
        for (int i = 0; i < program.caps().size(); i++) {
            long change = Math.subtractExact(after.caps[i], before.caps[i]);
            if (change != 0) {
                var cap = program.caps().get(i);
                lines.add(line(entry, cap.rule(), cap.ref(), entry.measure(), after, change)
                        .build());
            }
        }
    }

    private StatementLine.Builder line(Entry entry, PlanRule rule, RuleRef ref, int measure, Figures after, long pays) {
        Credit credit = entry.credit();
        return StatementLine.builder()
                .credit(credit.id())
                .date(credit.date())
                .rule(rule.id())
                .ref(ref)
                .credited(entry.amount())
                .amount(scale.paid(pays))
                .attainmentBefore(before.attainments.get(measure))
                .attainmentAfter(after.attainments.get(measure));
    }

    private ImmutableList<TierPortion> portions(int payer, Figures from, Figures to) {
        Curve curve = now.curve(payer);
        ImmutableList.Builder<TierPortion> portions = ImmutableList.builder();
        for (int tier = 0; tier < curve.tiers(); tier++) {
            long base = Math.subtractExact(to.base[payer][tier], from.base[payer][tier]);
            long pays = Math.subtractExact(to.paid[payer][tier], from.paid[payer][tier]);
            if (base != 0 || pays != 0) {
                Tier table = curve.tier(tier);
                portions.add(TierPortion.builder()
                        .tier(tier)
                        .upTo(table.upTo())
                        .rate(table.rate())
                        .base(scale.credited(base))
                        .pays(scale.paid(pays))
                        .build());
            }
        }
        return portions.build();
    }

    private void explain() {
        for (int payer = 0; payer < program.payers().size(); payer++) {
            Payer rule = program.payers().get(payer);
            for (TierPortion portion : portions(payer, start, before)) {
                Rational exact = before.exact(payer, portion.tier()).minus(start.exact(payer, portion.tier()));
                Rational pays = Rational.of(before.paid[payer][portion.tier()] - start.paid[payer][portion.tier()]);
                boolean table = rule.rule() instanceof PlanRule.Tiered;
                RuleRef ref = table
                        ? new RuleRef(
                                rule.ref().document(),
                                rule.ref().version(),
                                rule.ref().path() + "/tiers/" + portion.tier())
                        : rule.ref();
                steps.add(StatementText.tierStep(ref, rule.rule().id(), portion, money(exact.minus(pays))));
            }
        }
        for (int i = 0; i < program.gates().size(); i++) {
            var gate = program.gates().get(i);
            int measure = program.measure(gate.rule().measure());
            step(gate.ref(), "{rule}: {measure} at {attainment}, pays from {atLeast}", before.gates[i] - start.gates[i])
                    .ifPresent(
                            step -> steps.add(step.putInputs("rule", gate.rule().id())
                                    .putInputs("measure", gate.rule().measure())
                                    .putInputs("attainment", percent(before.attainments.get(measure)))
                                    .putInputs("atLeast", gate.rule().atLeast().toString())
                                    .build()));
        }
        for (int i = 0; i < program.caps().size(); i++) {
            var cap = program.caps().get(i);
            step(cap.ref(), "{rule}: limit {limit}", before.caps[i] - start.caps[i])
                    .ifPresent(step -> steps.add(step.putInputs(
                                    "rule", cap.rule().id())
                            .putInputs(
                                    "limit",
                                    StatementText.money(Amounts.of(
                                            cap.rule().limit(), program.plan().currency())))
                            .build()));
        }
    }

    private Optional<StepBuilder> step(RuleRef ref, String label, long change) {
        return change == 0
                ? Optional.empty()
                : Optional.of(Step.builder().rule(ref).label(label).amount(StatementText.quantity(scale.paid(change))));
    }

    private ImmutableMap<String, Attainment> attainments() {
        ImmutableMap.Builder<String, Attainment> attainments = ImmutableMap.builder();
        for (int measure = 0; measure < goals.size(); measure++) {
            Goal goal = goals.get(measure);
            attainments.put(
                    program.measures().get(measure),
                    Attainment.builder()
                            .over(goal.over())
                            .quota(goal.quota().map(quota -> quota.amount()))
                            .before(scale.credited(start.totals[measure]))
                            .after(scale.credited(before.totals[measure]))
                            .rateBefore(start.attainments.get(measure))
                            .rateAfter(before.attainments.get(measure))
                            .build());
        }
        return attainments.buildOrThrow();
    }

    /** {@code ana, FY2026, plan ae-2026 v3: attainment 140% (USD 140,000.00 of quota USD 100,000.00)}. */
    private String subject() {
        StringBuilder subject = new StringBuilder()
                .append(payee.payee())
                .append(", ")
                .append(period)
                .append(", plan ")
                .append(program.plan().id())
                .append(" v")
                .append(program.plan().version());
        String joint = ": ";
        for (int measure = 0; measure < goals.size(); measure++) {
            Optional<Quota> quota = goals.get(measure).quota();
            if (quota.isPresent()) {
                subject.append(joint)
                        .append(goals.size() == 1 ? "" : program.measures().get(measure) + " ")
                        .append("attainment ")
                        .append(percent(before.attainments.get(measure)))
                        .append(" (")
                        .append(StatementText.money(scale.credited(before.totals[measure])))
                        .append(" of quota ")
                        .append(StatementText.money(quota.get().amount()))
                        .append(')');
                joint = "; ";
            }
        }
        return subject.toString();
    }

    private static String percent(Optional<Rate> attainment) {
        return attainment.map(StatementText::percent).orElse("none");
    }

    /** From minor units of pay to the currency's unit. */
    private Rational money(Rational minor) {
        return minor.times(Rational.of(BigDecimal.ONE.movePointLeft(scale.pay())));
    }
}
