package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One component of a plan; the set of kinds is closed.
 *
 * <p>Rules earn, change what others earn, or settle when earned pay is paid out. Amounts accumulate over the period of the
 * quota, and a statement pays the difference that its period makes.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(PlanRule.Flat.class),
    @JsonSubTypes.Type(PlanRule.Tiered.class),
    @JsonSubTypes.Type(PerDeal.class),
    @JsonSubTypes.Type(RateGrid.class),
    @JsonSubTypes.Type(Bonus.class),
    @JsonSubTypes.Type(PayCurve.class),
    @JsonSubTypes.Type(Spiff.class),
    @JsonSubTypes.Type(Residual.class),
    @JsonSubTypes.Type(TeamOverride.class),
    @JsonSubTypes.Type(Computed.class),
    @JsonSubTypes.Type(PlanRule.Gate.class),
    @JsonSubTypes.Type(PlanRule.Cap.class),
    @JsonSubTypes.Type(Multiplier.class),
    @JsonSubTypes.Type(Weight.class),
    @JsonSubTypes.Type(Floor.class),
    @JsonSubTypes.Type(Draw.class),
    @JsonSubTypes.Type(Guarantee.class),
    @JsonSubTypes.Type(Holdback.class),
    @JsonSubTypes.Type(Clawback.class)
})
public sealed interface PlanRule permits EarningRule, AdjustingRule, SettlingRule {

    /** What statements call the rule; unique in its plan. */
    String id();

    /** Calls the case for the part that this rule plays. */
    <R> R match(Cases<R> cases);

    /** One method for each part that a rule can play. */
    interface Cases<R> {
        R earns(EarningRule rule);

        R adjusts(AdjustingRule rule);

        R settles(SettlingRule rule);
    }

    /** Pays one rate on all of a measure, whatever the attainment; needs no quota. */
    @JsonTypeName("flat")
    record Flat(String id, String measure, PayRate rate) implements EarningRule {

        /** Obtains a rule that pays a share. */
        public Flat(String id, String measure, Rate rate) {
            this(id, measure, PayRate.of(rate));
        }

        /** Obtains a flat rule, for example {@code of("renewals", "renewals", "2%")} or {@code of("seats", "seats", "12.50")}. */
        public static Flat of(String id, String measure, String rate) {
            return new Flat(id, measure, PayRate.of(rate));
        }

        @Override
        public <R> R match(EarningRule.Kinds<R> kinds) {
            return kinds.flat(this);
        }
    }

    /**
     * Pays by how far a measure has come.
     *
     * @param id what statements call the rule
     * @param measure what is paid
     * @param mode how tiers pay that do not say so themselves
     * @param tiers rates up to ascending bounds: shares of the quota, or figures
     * @param rate what the rates of the tiers multiply, for accelerators: 50% and 150% make 75%
     * @param target the bonus that 100% of the quota pays at a rate of 100%
     * @param by the measure that moves through the tiers, where it is not the one that is paid
     */
    @JsonTypeName("tiered")
    @Value.Builder
    @JsonDeserialize(builder = TieredBuilder.class)
    record Tiered(
            String id,
            String measure,
            TierMode mode,
            ImmutableList<Tier> tiers,
            Optional<PayRate> rate,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> target,
            Optional<String> by)
            implements EarningRule {

        /** Drops trailing zeros of the target. */
        public Tiered {
            target = target.map(Amounts::plain);
        }

        /** Obtains a rule whose tiers pay their own rates on the measure that moves through them. */
        public Tiered(String id, String measure, TierMode mode, ImmutableList<Tier> tiers) {
            this(id, measure, mode, tiers, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Obtains a rule that pays each unit at the rate of the tier in which it falls. */
        public static Tiered marginal(String id, String measure, Tier... tiers) {
            return new Tiered(id, measure, TierMode.MARGINAL, ImmutableList.copyOf(tiers));
        }

        /** Obtains a rule that pays all units at the rate of the tier that was reached. */
        public static Tiered retroactive(String id, String measure, Tier... tiers) {
            return new Tiered(id, measure, TierMode.RETROACTIVE, ImmutableList.copyOf(tiers));
        }

        /** The measure that moves through the tiers. */
        public String moving() {
            return by.orElse(measure);
        }

        @Override
        public <R> R match(EarningRule.Kinds<R> kinds) {
            return kinds.tiered(this);
        }
    }

    /**
     * Withholds pay until a measure comes far enough.
     *
     * @param id what statements call the rule
     * @param measure what must be attained: the measure of the rules it gates, or another as a hurdle
     * @param atLeast the level at which the gate is open
     * @param mode what happens to the pay below; by {@link Conventions#gate()} unless stated
     * @param on the ids of the rules it gates; empty means every rule that pays
     */
    @JsonTypeName("gate")
    @Value.Builder
    @JsonDeserialize(builder = GateBuilder.class)
    record Gate(String id, String measure, Level atLeast, Optional<GateMode> mode, ImmutableList<String> on)
            implements AdjustingRule {

        /** Obtains a gate that pays from the first unit once it is open; {@code on} nothing means on all. */
        public static Gate cliff(String id, String measure, String atLeast, String... on) {
            return new Gate(id, measure, Level.of(atLeast), Optional.of(GateMode.CLIFF), ImmutableList.copyOf(on));
        }

        /** Obtains a gate below which nothing is ever paid; it must gate rules of its own measure only. */
        public static Gate marginal(String id, String measure, String atLeast, String... on) {
            return new Gate(id, measure, Level.of(atLeast), Optional.of(GateMode.MARGINAL), ImmutableList.copyOf(on));
        }

        @Override
        public <R> R match(AdjustingRule.Kinds<R> kinds) {
            return kinds.gate(this);
        }
    }

    /**
     * Limits what rules pay together over the period of the quota.
     *
     * @param id what statements call the rule
     * @param limit the most they pay, in the plan's currency
     * @param on the ids of the rules it limits; empty means every rule that pays
     */
    @JsonTypeName("cap")
    @Value.Builder
    @JsonDeserialize(builder = CapBuilder.class)
    record Cap(
            String id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal limit,
            ImmutableList<String> on) implements AdjustingRule {

        /** Drops trailing zeros of the limit. */
        public Cap {
            limit = Amounts.plain(limit);
        }

        /** Obtains a cap, for example {@code of("cap", "50000")}; {@code on} nothing means on all. */
        public static Cap of(String id, String limit, String... on) {
            return new Cap(id, new BigDecimal(limit), ImmutableList.copyOf(on));
        }

        @Override
        public <R> R match(AdjustingRule.Kinds<R> kinds) {
            return kinds.cap(this);
        }
    }

    /** How tiers pay. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum TierMode {
        /** Each unit at the rate of the tier in which it falls. */
        MARGINAL,
        /** All units at the rate of the tier that was reached: pay jumps at each bound. */
        RETROACTIVE,
        /** The first tier at its rate, all units beyond it at the rate of the tier that was reached. */
        WHOLE_OVERAGE,
        /** Each deal wholly at the rate of the tier that the running total reaches with it; earlier deals keep theirs. */
        BY_CUMULATIVE,
        /**
         * Every tier that is full counts wholly, the one that was reached in proportion: amounts add up, shares make one
         * rate for all units.
         */
        INTERPOLATED
    }

    /** What a gate does with the pay below it. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum GateMode {
        /** It is never paid. */
        MARGINAL,
        /** It is withheld, and paid once the gate is open. */
        CLIFF
    }
}
