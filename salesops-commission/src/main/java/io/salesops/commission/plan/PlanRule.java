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
import org.immutables.value.Value;

/**
 * One component of a plan; the set of kinds is closed.
 *
 * <p>Flat and tiered rules pay; gates withhold what they pay, then caps limit it. Amounts accumulate over the period of
 * the quota, and a statement pays the difference that its period makes.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(PlanRule.Flat.class),
    @JsonSubTypes.Type(PlanRule.Tiered.class),
    @JsonSubTypes.Type(PlanRule.Gate.class),
    @JsonSubTypes.Type(PlanRule.Cap.class)
})
public sealed interface PlanRule {

    /** What statements call the rule; unique in its plan. */
    String id();

    /** Calls the case for this kind of rule. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of rule. */
    interface Cases<R> {
        R flat(Flat flat);

        R tiered(Tiered tiered);

        R gate(Gate gate);

        R cap(Cap cap);
    }

    /** Pays one rate on all of a measure, whatever the attainment; needs no quota. */
    @JsonTypeName("flat")
    record Flat(String id, String measure, Rate rate) implements PlanRule {

        /** Obtains a flat rule, for example {@code of("renewals", "renewals", "2%")}. */
        public static Flat of(String id, String measure, String rate) {
            return new Flat(id, measure, Rate.of(rate));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.flat(this);
        }
    }

    /** Pays by the attainment of a measure's quota. */
    @JsonTypeName("tiered")
    @Value.Builder
    @JsonDeserialize(builder = TieredBuilder.class)
    record Tiered(String id, String measure, TierMode mode, ImmutableList<Tier> tiers) implements PlanRule {

        /** Obtains a rule that pays each unit at the rate of the tier in which it falls. */
        public static Tiered marginal(String id, String measure, Tier... tiers) {
            return new Tiered(id, measure, TierMode.MARGINAL, ImmutableList.copyOf(tiers));
        }

        /** Obtains a rule that pays all units at the rate of the tier that was reached. */
        public static Tiered retroactive(String id, String measure, Tier... tiers) {
            return new Tiered(id, measure, TierMode.RETROACTIVE, ImmutableList.copyOf(tiers));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tiered(this);
        }
    }

    /**
     * Withholds pay until a measure attains a share of its quota.
     *
     * @param measure what must be attained
     * @param atLeast the share of the quota at which the gate is open
     * @param mode what happens to the pay below
     * @param on the ids of the rules it gates; empty means every rule that pays
     */
    @JsonTypeName("gate")
    @Value.Builder
    @JsonDeserialize(builder = GateBuilder.class)
    record Gate(String id, String measure, Rate atLeast, GateMode mode, ImmutableList<String> on) implements PlanRule {

        /** Obtains a gate that pays from the first unit once it is open; {@code on} nothing means on all. */
        public static Gate cliff(String id, String measure, String atLeast, String... on) {
            return new Gate(id, measure, Rate.of(atLeast), GateMode.CLIFF, ImmutableList.copyOf(on));
        }

        /** Obtains a gate below which nothing is ever paid; it must gate rules of its own measure only. */
        public static Gate marginal(String id, String measure, String atLeast, String... on) {
            return new Gate(id, measure, Rate.of(atLeast), GateMode.MARGINAL, ImmutableList.copyOf(on));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.gate(this);
        }
    }

    /**
     * Limits what rules pay together over the period of the quota.
     *
     * @param limit the most they pay, in the plan's currency
     * @param on the ids of the rules it limits; empty means every rule that pays
     */
    @JsonTypeName("cap")
    @Value.Builder
    @JsonDeserialize(builder = CapBuilder.class)
    record Cap(
            String id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal limit,
            ImmutableList<String> on) implements PlanRule {

        /** Drops trailing zeros of the limit. */
        public Cap {
            limit = Amounts.plain(limit);
        }

        /** Obtains a cap, for example {@code of("cap", "50000")}; {@code on} nothing means on all. */
        public static Cap of(String id, String limit, String... on) {
            return new Cap(id, new BigDecimal(limit), ImmutableList.copyOf(on));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cap(this);
        }
    }

    /** How tiers pay. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum TierMode {
        /** Each unit at the rate of the tier in which it falls. */
        MARGINAL,
        /** All units at the rate of the tier that was reached: pay jumps at each bound. */
        RETROACTIVE
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
