package io.salesops.quote.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import java.math.BigDecimal;
import java.time.LocalDate;

/** When an obligation is satisfied (606-10-25-23 to 25-37). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Recognition.PointInTime.class),
    @JsonSubTypes.Type(Recognition.Ratable.class),
    @JsonSubTypes.Type(Recognition.Usage.class)
})
public sealed interface Recognition {

    /** Calls the case for this kind of recognition. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of recognition. */
    interface Cases<R> {
        R pointInTime(PointInTime recognition);

        R ratable(Ratable recognition);

        R usage(Usage recognition);
    }

    /** Obtains recognition day by day. */
    static Recognition daily(DateRange days) {
        return new Ratable(days, DayCount.ACT_365F);
    }

    /** Obtains recognition in equal months from the first day, and by days within a month. */
    static Recognition monthly(DateRange days) {
        return new Ratable(days, DayCount.MONTHS_DAYS);
    }

    /**
     * All at once, when control passes.
     *
     * @param on the day
     */
    @JsonTypeName("pointInTime")
    record PointInTime(LocalDate on) implements Recognition {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pointInTime(this);
        }
    }

    /**
     * On a straight line over time.
     *
     * @param days the days of the service, with both ends
     * @param dayCount how much of the service has passed on a day; one that {@linkplain DayCount#addsUp adds up}
     */
    @JsonTypeName("ratable")
    record Ratable(DateRange days, DayCount dayCount) implements Recognition {

        /** Checks that there are days, and that their parts make the whole. */
        public Ratable {
            checkArgument(days.days() > 0, "a service over time must have days: %s", days);
            checkArgument(
                    dayCount.fraction(days.from().orElseThrow(), days.before().orElseThrow(), days)
                                    .signum()
                            > 0,
                    "%s counts no days in %s. Maybe take ACT/365F.",
                    dayCount,
                    days);
            checkArgument(
                    dayCount.addsUp(),
                    "the parts of a service must make the whole, which those of %s do not. Maybe take ACT/365F.",
                    dayCount);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ratable(this);
        }
    }

    /**
     * As units are used.
     *
     * @param expected how many units the price pays for
     * @param used the units of each day, in any order
     */
    @JsonTypeName("usage")
    record Usage(BigDecimal expected, ImmutableList<UsedUnits> used) implements Recognition {

        /** Checks that units are expected. */
        public Usage {
            checkArgument(expected.signum() > 0, "expected units must be positive: %s", expected);
            expected = Amounts.plain(expected);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.usage(this);
        }
    }

    /**
     * Units used on a day.
     *
     * @param on the day
     * @param units how many, not negative
     */
    record UsedUnits(LocalDate on, BigDecimal units) {

        /** Checks the number. */
        public UsedUnits {
            checkArgument(units.signum() >= 0, "used units must not be negative: %s on %s", units, on);
            units = Amounts.plain(units);
        }
    }
}
