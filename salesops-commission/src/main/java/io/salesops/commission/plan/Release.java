package io.salesops.commission.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What releases pay that was held back; the set of kinds is closed. The day itself counts as released. Months are added
 * before days, so that a day past the end of a month becomes its last.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Release.On.class),
    @JsonSubTypes.Type(Release.After.class),
    @JsonSubTypes.Type(Release.Event.class)
})
public sealed interface Release {

    /** Calls the case for this kind of release. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of release. */
    interface Cases<R> {
        R on(On on);

        R after(After after);

        R event(Event event);
    }

    /**
     * A day.
     *
     * @param date the first day on which it is released
     */
    @JsonTypeName("on")
    record On(LocalDate date) implements Release {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Time since the deal.
     *
     * @param period days or months, added to the day of the deal; on that day it is released
     */
    @JsonTypeName("after")
    record After(Period period) implements Release {

        /** Checks that it is not before. */
        public After {
            checkNotBefore(period);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.after(this);
        }

        /** Returns the first day on which what was earned on a day is released. */
        public LocalDate dateFor(LocalDate earned) {
            return earned.plus(period);
        }
    }

    /**
     * Invoices or payments for the deal, in proportion to its amount where amounts are known.
     *
     * @param measure what credits of the same source must bear: {@code invoices} or {@code cash}
     * @param after days or months, added to the day of the invoice or payment: a refund window; none unless stated
     */
    @JsonTypeName("event")
    @Value.Builder
    @JsonDeserialize(builder = EventBuilder.class)
    record Event(String measure, Optional<Period> after) implements Release {

        /** Checks that it is not before. */
        public Event {
            after.ifPresent(Release::checkNotBefore);
        }

        /** Obtains the release on the day of the event itself. */
        public static Event of(String measure) {
            return new Event(measure, Optional.empty());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.event(this);
        }

        /** Returns the first day on which an invoice or a payment of a day releases. */
        public LocalDate dateFor(LocalDate day) {
            return day.plus(after.orElse(Period.ZERO));
        }
    }

    private static void checkNotBefore(Period period) {
        checkArgument(!period.isNegative(), "release must not be before what it depends on: %s", period);
    }
}
