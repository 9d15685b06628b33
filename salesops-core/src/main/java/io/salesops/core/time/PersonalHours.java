package io.salesops.core.time;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.immutables.value.Value;

/** How one person's working time differs from the calendar of the company; see {@link BusinessCalendar#forPerson}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PersonalHours.Builder.class)
public interface PersonalHours extends WithPersonalHours {

    /** The zone in which the person works, if it is another one. */
    Optional<ZoneId> zone();

    /** The person's own week, in place of the company's. */
    Optional<WeeklyHours> week();

    /** The days on which the person is away. */
    @Value.Default
    default DateRanges absences() {
        return DateRanges.none();
    }

    /** The person's hours of single dates; they hold even where the person is away and where the company is closed. */
    @Value.NaturalOrder
    ImmutableSortedMap<LocalDate, DayHours> specialDays();

    /** Starts a person's hours. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a person's hours. */
    final class Builder extends ImmutablePersonalHours.Builder {
        Builder() {}
    }
}
