package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Says how much of what a deal earned a cancellation takes back. A plan without this rule calculates without the deal.
 *
 * @param id what statements call the rule
 * @param mode how much is taken back
 * @param steps of a ladder: shares by month since the deal; later nothing is taken back
 * @param months of pro rata: the months of the contract
 */
@JsonTypeName("clawback")
@Value.Builder
@JsonDeserialize(builder = ClawbackBuilder.class)
public record Clawback(String id, Mode mode, ImmutableList<ResidualStep> steps, Optional<Integer> months)
        implements SettlingRule {

    /** How much of what a deal earned is taken back. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Mode {
        /** What it earned on balance: everything is calculated without the deal. */
        RECALCULATE,
        /** A share by the months that have passed; attainment stands. */
        LADDER,
        /** The months that the contract did not run, of all its months; attainment stands. */
        PRO_RATA
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.clawback(this);
    }
}
