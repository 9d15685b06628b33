package io.salesops.commission.plan;

/** A rule on when earned pay is paid out, or taken back. */
public sealed interface SettlingRule extends PlanRule permits Draw, Guarantee, Holdback, Clawback {

    /** Calls the case for this kind of rule. */
    <R> R match(Kinds<R> kinds);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.settles(this);
    }

    /** One method for each kind of rule on paying out. */
    interface Kinds<R> {
        R draw(Draw draw);

        R guarantee(Guarantee guarantee);

        R holdback(Holdback holdback);

        R clawback(Clawback clawback);
    }
}
