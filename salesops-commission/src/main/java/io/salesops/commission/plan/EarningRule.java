package io.salesops.commission.plan;

/** A rule that pays for a measure. */
public sealed interface EarningRule extends PlanRule
        permits PlanRule.Flat,
                PlanRule.Tiered,
                PerDeal,
                RateGrid,
                Bonus,
                PayCurve,
                Spiff,
                Residual,
                TeamOverride,
                Computed {

    /** What is paid. */
    String measure();

    /** Calls the case for this kind of rule. */
    <R> R match(Kinds<R> kinds);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.earns(this);
    }

    /** One method for each kind of rule that pays. */
    interface Kinds<R> {
        R flat(PlanRule.Flat flat);

        R tiered(PlanRule.Tiered tiered);

        R perDeal(PerDeal perDeal);

        R grid(RateGrid grid);

        R bonus(Bonus bonus);

        R curve(PayCurve curve);

        R spiff(Spiff spiff);

        R residual(Residual residual);

        R override(TeamOverride override);

        R computed(Computed computed);
    }
}
