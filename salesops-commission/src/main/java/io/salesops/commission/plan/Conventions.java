package io.salesops.commission.plan;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Every choice on which plan documents differ, each with a default. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Conventions.Builder.class)
public interface Conventions extends WithConventions {

    /** The tier to which an attainment exactly at a bound belongs; the lower one unless stated. */
    @Value.Default
    default Tie tie() {
        return Tie.LOWER_TIER;
    }

    /** What a quota of zero means; the measure is not counted unless stated. */
    @Value.Default
    default ZeroQuota zeroQuota() {
        return ZeroQuota.NOT_COUNTED;
    }

    /** How days of employment are counted where a target counts by days; both ends unless stated. */
    @Value.Default
    default Days days() {
        return Days.INCLUSIVE;
    }

    /** What a gate that does not say so does with the pay below it; it withholds it unless stated. */
    @Value.Default
    default PlanRule.GateMode gate() {
        return PlanRule.GateMode.CLIFF;
    }

    /** What a SPIFF for several units pays for that does not say so; once in a period unless stated. */
    @Value.Default
    default Spiff.Per spiff() {
        return Spiff.Per.PERIOD;
    }

    /** What a target bonus is worth to whom the plan holds for a part of the period; the whole unless stated. */
    @Value.Default
    default Target target() {
        return Target.WHOLE;
    }

    /** The day whose exchange rate converts a credit; the plan's first day unless stated. */
    @Value.Default
    default RateDate exchange() {
        return RateDate.PLAN_RATE;
    }

    /** What two rules mean that pay a rate on the same figure; the plan is refused unless stated. */
    @Value.Default
    default Overlap overlap() {
        return Overlap.REFUSED;
    }

    /** What a plan knows of the credits before it, where it begins within the period of a quota; nothing unless stated. */
    @Value.Default
    default Change change() {
        return Change.STARTS_ANEW;
    }

    /** The tier to which a bound belongs. It moves pay only where a tier pays for all revenue, and at gates never. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Tie {
        /** At 100% the tier up to 100% holds. */
        LOWER_TIER,
        /** At 100% the tier from 100% holds. */
        UPPER_TIER
    }

    /** How days of an employment are counted. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Days {
        /** The first and the last day count: the 15th to the 31st are 17 days. */
        INCLUSIVE,
        /** The first day does not count: the 15th to the 31st are 16 days. Who begins on the first day of a period misses nothing. */
        EXCLUSIVE;

        /** Returns an employment as it counts in a period: without its first day, where that is within and does not count. */
        public DateRange counted(DateRange employed, DateRange period) {
            Optional<LocalDate> first = employed.from();
            if (this == INCLUSIVE
                    || first.equals(period.from())
                    || first.filter(period::contains).isEmpty()
                    || first.equals(employed.before())) {
                return employed;
            }
            return new DateRange(first.map(day -> day.plusDays(1)), employed.before());
        }
    }

    /** What a target bonus is worth where the plan, or the employment, covers a part of the period only. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Target {
        /** All of it. */
        WHOLE,
        /** Its share by days of the period. */
        BY_DAYS
    }

    /** What a quota of zero means for rules that depend on attainment; flat rules do not. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum ZeroQuota {
        /** There is no attainment: tiers pay nothing, gates on the measure do not close, its credits are left out. */
        NOT_COUNTED,
        /** Attainment is 0%: tiers pay nothing, gates stay closed. */
        IS_ZERO,
        /** Attainment is 100%: all is paid at the rate that holds there, gates up to 100% are open. */
        IS_FULL
    }

    /** What it means that two rules pay a rate, a target, or an override, on one and the same figure. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Overlap {
        /** Nobody knows which of them is meant, so the plan is refused. */
        REFUSED,
        /** Both are meant: a credit earns by each of them. */
        ADDED
    }

    /** What a plan that begins within the period of a quota, or ends there, knows of credits on days that are not its own. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Change {
        /** Nothing: attainment starts anew with the plan, as with a quota of its own. */
        STARTS_ANEW,
        /**
         * Credits on days before count for the attainment, and earn nothing: paid is what all of them earn by the plan, less
         * what those before earn by themselves. So what was reached before is not paid again. Rules that pay for all
         * revenue by what is reached later are refused.
         */
        CARRIES_ON
    }

    /** The day whose exchange rate converts a credit, said by the days of the plan. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum RateDate {
        /** The rate that holds on the plan's first day, for all of the plan. */
        PLAN_RATE,
        /** The rate that holds on the day of the credit. */
        EVENT_DATE,
        /** The rate that holds on the last day of the calendar month of the credit. */
        PERIOD_END
    }

    /** Starts conventions. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds conventions. */
    final class Builder extends ImmutableConventions.Builder {
        Builder() {}
    }
}
