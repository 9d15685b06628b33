package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.Program.Part;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Floor;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.statement.StatementText;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.explain.StepBuilder;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** What a period changed, rule by rule and tier by tier: the explanation of a statement. */
final class StatementSummary {
    private final Program program;
    private final FiscalPeriod period;
    private final PayeeYear payee;
    private final List<Goal> goals;
    private final Scale scale;
    private final Settlement now;
    private final Start start;
    private final Moment[] last;
    private final long clawed;
    private final List<Optional<Rate>> attained;
    private final List<Step> steps = new ArrayList<>();

    StatementSummary(
            Program program,
            FiscalPeriod period,
            PayeeYear payee,
            List<Goal> goals,
            Scale scale,
            Settlement now,
            Start start,
            Moment[] last,
            long clawed,
            List<Optional<Rate>> attained) {
        this.program = program;
        this.period = period;
        this.payee = payee;
        this.goals = goals;
        this.scale = scale;
        this.now = now;
        this.start = start;
        this.last = last;
        this.clawed = clawed;
        this.attained = attained;
    }

    /**
     * Explains the total.
     *
     * @param carried what is taken off again of credits of other plans that came within the period
     */
    Explanation explanation(MonetaryAmount total, long carried) {
        for (int i = 0; i < program.payers().size(); i++) {
            payer(i);
        }
        for (int i = 0; i < program.gates().size(); i++) {
            Part<PlanRule.Gate> gate = program.gates().get(i);
            step(gate.ref(), "{rule}: {measure} at {attainment}, pays from {atLeast}", now.gates[i] - start.gate(i))
                    .ifPresent(step ->
                            steps.add(step.putInputs("rule", gate.rule().id())
                                    .putInputs("measure", gate.rule().measure())
                                    .putInputs(
                                            "attainment",
                                            attainment(
                                                    gate.measure(),
                                                    gate.rule().atLeast().share()))
                                    .putInputs("atLeast", gate.rule().atLeast().toString())
                                    .build()));
        }
        for (int i = 0; i < program.scalers().size(); i++) {
            Part<AdjustingRule> scaler = program.scalers().get(i);
            String factor = new Rate(now.factor(i)).toString();
            step(scaler.ref(), "{rule}: counts {factor}", now.scalers[i] - start.scaler(i))
                    .ifPresent(step ->
                            steps.add(step.putInputs("rule", scaler.rule().id())
                                    .putInputs("factor", factor)
                                    .build()));
        }
        for (int i = 0; i < program.limits().size(); i++) {
            Part<AdjustingRule> limit = program.limits().get(i);
            boolean floor = limit.rule() instanceof Floor;
            BigDecimal bound =
                    limit.rule() instanceof Floor least ? least.amount() : ((PlanRule.Cap) limit.rule()).limit();
            step(limit.ref(), floor ? "{rule}: at least {limit}" : "{rule}: limit {limit}", now.caps[i] - start.cap(i))
                    .ifPresent(step ->
                            steps.add(step.putInputs("rule", limit.rule().id())
                                    .putInputs("limit", StatementText.money(Amounts.of(bound, scale.currency())))
                                    .build()));
        }
        program.clawback()
                .ifPresent(rule -> step(rule.ref(), "{rule}: taken back", clawed - start.clawed())
                        .ifPresent(step -> steps.add(
                                step.putInputs("rule", rule.rule().id()).build())));
        step(
                        new RuleRef(program.plan().id().value(), program.plan().version(), "/conventions/change"),
                        "deals of another plan: for the attainment only",
                        carried)
                .ifPresent(step -> steps.add(step.build()));
        return new Explanation.Sum(subject(), StatementText.quantity(total), ImmutableList.copyOf(steps));
    }

    private void payer(int payer) {
        Part<EarningRule> part = program.payers().get(payer);
        Tally tally = now.tallies().get(payer);
        for (TierPortion portion : Portions.of(tally, scale, start.moment(payer), last[payer])) {
            int tier = portion.tier();
            Rational exact = tally.moves() || !tally.isNumbered()
                    ? portion.exact()
                    : money(tally.exact(tier).minus(start.exact(payer, tier)));
            steps.add(StatementText.tierStep(
                    ref(part, tier), part.rule().id(), portion, exact.minus(Amounts.exact(portion.pays()))));
        }
    }

    private static RuleRef ref(Part<EarningRule> part, int tier) {
        String within = part.rule() instanceof PlanRule.Tiered ? "/tiers/" + tier : "";
        return new RuleRef(
                part.ref().document(), part.ref().version(), part.ref().path() + within);
    }

    private String attainment(int measure, boolean share) {
        return share
                ? percent(attained.get(measure))
                : StatementText.money(scale.counted(measure, now.totals[measure]));
    }

    private Optional<StepBuilder> step(RuleRef ref, String label, long change) {
        return change == 0
                ? Optional.empty()
                : Optional.of(Step.builder().rule(ref).label(label).amount(StatementText.quantity(scale.paid(change))));
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
            Optional<MonetaryAmount> quota = goals.get(measure).amount();
            if (quota.isPresent()) {
                subject.append(joint)
                        .append(
                                goals.size() == 1
                                        ? ""
                                        : program.measures().get(measure).id() + " ")
                        .append("attainment ")
                        .append(percent(attained.get(measure)))
                        .append(" (")
                        .append(StatementText.money(scale.counted(measure, now.totals[measure])))
                        .append(" of quota ")
                        .append(StatementText.money(quota.get()))
                        .append(')');
                joint = "; ";
            }
        }
        return subject.toString();
    }

    private static String percent(Optional<Rate> attainment) {
        return attainment.map(StatementText::percent).orElse("none");
    }

    private Rational money(Rational minor) {
        return minor.times(Rational.of(BigDecimal.ONE.movePointLeft(scale.pay())));
    }
}
