package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.Period;

/** What releases pay that was held back. */
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
     * Invoices or payments for the deal, in proportion to its amount.
     *
     * @param measure what credits of the same source must bear: {@code invoices} or {@code cash}
     */
    @JsonTypeName("event")
    record Event(String measure) implements Release {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.event(this);
        }
    }
}
