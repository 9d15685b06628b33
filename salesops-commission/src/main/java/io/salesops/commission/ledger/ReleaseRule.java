package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When commission that is held back is released; the set of kinds is closed. The day itself counts as released. Months
 * are added to the anchor, so that a day past the end of a month becomes its last.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(ReleaseRule.OnDate.class),
    @JsonSubTypes.Type(ReleaseRule.AfterEarned.class),
    @JsonSubTypes.Type(ReleaseRule.OnInvoice.class),
    @JsonSubTypes.Type(ReleaseRule.OnCash.class)
})
public sealed interface ReleaseRule {

    /**
     * Returns the day of release.
     *
     * @param earned the day on which it was earned
     * @return empty as long as what it depends on has not happened
     */
    Optional<LocalDate> on(LocalDate earned, ReleaseDates dates);

    /** Calls the case for this kind of rule. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of rule. */
    interface Cases<R> {
        R onDate(OnDate rule);

        R afterEarned(AfterEarned rule);

        R onInvoice(OnInvoice rule);

        R onCash(OnCash rule);
    }

    /** On one day for all. */
    @JsonTypeName("onDate")
    record OnDate(LocalDate date) implements ReleaseRule {
        @Override
        public Optional<LocalDate> on(LocalDate earned, ReleaseDates dates) {
            return Optional.of(date);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onDate(this);
        }
    }

    /** Some months, and then some days, after it was earned. */
    @JsonTypeName("afterEarned")
    record AfterEarned(int months, int days) implements ReleaseRule {

        /** Checks that it is not before. */
        public AfterEarned {
            checkArgument(months >= 0 && days >= 0, "release must not be %s months and %s days after", months, days);
        }

        @Override
        public Optional<LocalDate> on(LocalDate earned, ReleaseDates dates) {
            return Optional.of(earned.plusMonths(months).plusDays(days));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.afterEarned(this);
        }
    }

    /** When the customer is invoiced, or some days later. */
    @JsonTypeName("onInvoice")
    record OnInvoice(int daysAfter) implements ReleaseRule {

        /** Checks that it is not before. */
        public OnInvoice {
            checkArgument(daysAfter >= 0, "release must not be %s days after the invoice", daysAfter);
        }

        @Override
        public Optional<LocalDate> on(LocalDate earned, ReleaseDates dates) {
            return dates.invoiced().map(day -> day.plusDays(daysAfter));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onInvoice(this);
        }
    }

    /** When the customer pays, or some days later: a refund window. */
    @JsonTypeName("onCash")
    record OnCash(int daysAfter) implements ReleaseRule {

        /** Checks that it is not before. */
        public OnCash {
            checkArgument(daysAfter >= 0, "release must not be %s days after the payment", daysAfter);
        }

        @Override
        public Optional<LocalDate> on(LocalDate earned, ReleaseDates dates) {
            return dates.paid().map(day -> day.plusDays(daysAfter));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onCash(this);
        }
    }
}
