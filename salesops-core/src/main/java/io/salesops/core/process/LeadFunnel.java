package io.salesops.core.process;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Ratio;

/**
 * How many leads came how far. Who came to a step came to all before it, even if nobody recorded them.
 *
 * @param qualified leads that marketing handed over
 * @param accepted those of them that sales took
 * @param converted those of them that became an opportunity
 * @param won those of them whose opportunity was won
 */
public record LeadFunnel(long qualified, long accepted, long converted, long won) {

    /** Checks that no step has more leads than the one before it. */
    public LeadFunnel {
        checkArgument(
                qualified >= accepted && accepted >= converted && converted >= won && won >= 0,
                "a funnel cannot widen: %s qualified, %s accepted, %s converted, %s won",
                qualified,
                accepted,
                converted,
                won);
    }

    /** Accepted leads of those that were handed over. */
    public Ratio acceptance() {
        return Ratio.of(accepted, qualified, ImmutableList.of());
    }

    /** Opportunities of accepted leads. */
    public Ratio conversion() {
        return Ratio.of(converted, accepted, ImmutableList.of());
    }

    /** Won opportunities of all that came from leads. */
    public Ratio winRate() {
        return Ratio.of(won, converted, ImmutableList.of());
    }

    /** Both together. */
    public LeadFunnel plus(LeadFunnel other) {
        return new LeadFunnel(
                qualified + other.qualified, accepted + other.accepted, converted + other.converted, won + other.won);
    }
}
