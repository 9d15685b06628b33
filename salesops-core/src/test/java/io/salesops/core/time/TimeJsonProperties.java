package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.TimeArbitraries;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every value of time is read back from JSON as it was written. */
class TimeJsonProperties {

    @Property
    void valuesAreReadBack(@ForAll("values") Object value) {
        Class<?> type =
                PUBLIC.stream().filter(t -> t.isInstance(value)).findFirst().orElseThrow();
        String json = SalesOpsJson.write(value);
        assertThat((Object) SalesOpsJson.read(json, type).orThrow()).as(json).isEqualTo(value);
        assertThat(SalesOpsJson.write(SalesOpsJson.read(json, type).orThrow())).isEqualTo(json);
    }

    private static final java.util.List<Class<?>> PUBLIC = java.util.List.of(
            FiscalCalendar.class,
            FiscalPeriod.class,
            BusinessCalendar.class,
            PersonalHours.class,
            DayCount.class,
            DateRange.class,
            DateRanges.class,
            PeriodSchedule.class,
            AsOf.class);

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                TimeArbitraries.fiscalCalendars(),
                TimeArbitraries.fiscalCalendars().flatMap(TimeArbitraries::periods),
                TimeArbitraries.businessCalendars(),
                TimeArbitraries.personalHours(LocalDate.of(2026, 3, 29)),
                TimeArbitraries.dayCounts(),
                TimeArbitraries.ranges(),
                TimeArbitraries.rangeSets(),
                TimeArbitraries.schedules(),
                TimeArbitraries.asOf());
    }
}
