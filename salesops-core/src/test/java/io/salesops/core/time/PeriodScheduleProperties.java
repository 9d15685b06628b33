package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.money.Rational;
import io.salesops.core.testkit.TimeArbitraries;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodScheduleProperties {

    @Property
    void boundariesKeepTheAnchorsDayWhereTheMonthHasIt(
            @ForAll("schedules") PeriodSchedule schedule, @ForAll @IntRange(min = -60, max = 60) int n) {
        LocalDate anchor = schedule.anchor();
        YearMonth month = YearMonth.from(anchor).plusMonths((long) n * schedule.months());
        boolean toTheEnd = schedule.monthEnd() == MonthEnd.LAST_DAY
                && anchor.equals(YearMonth.from(anchor).atEndOfMonth());
        int day = toTheEnd ? 31 : anchor.getDayOfMonth();
        assertThat(schedule.boundary(n)).isEqualTo(month.atDay(Math.min(day, month.lengthOfMonth())));
    }

    @Property
    void everyDayBelongsToThePeriodOfItsIndex(
            @ForAll("schedules") PeriodSchedule schedule, @ForAll("dates") LocalDate date) {
        long n = schedule.indexOf(date);
        assertThat(schedule.period(n).contains(date)).isTrue();
        assertThat(schedule.period(n + 1).contains(date)).isFalse();
        assertThat(schedule.periodOf(date)).isEqualTo(schedule.period(n));
        assertThat(schedule.indexOf(schedule.boundary(n))).isEqualTo(n);
        assertThat(schedule.indexOf(schedule.boundary(n).minusDays(1))).isEqualTo(n - 1);
    }

    @Property
    void positionGrowsByOneOverTheLengthOfThePeriodEachDay(
            @ForAll("schedules") PeriodSchedule schedule, @ForAll("dates") LocalDate date) {
        Rational step = schedule.position(date.plusDays(1)).minus(schedule.position(date));
        assertThat(step).isEqualTo(Rational.of(1, schedule.periodOf(date).days()));
        assertThat(schedule.position(schedule.anchor())).isEqualTo(Rational.ZERO);
    }

    @Property
    void thePartsWithinARangeTileIt(@ForAll("schedules") PeriodSchedule schedule, @ForAll("ranges") DateRange range) {
        List<DateRange> parts = schedule.within(range);
        assertThat(parts.stream().mapToLong(DateRange::days).sum()).isEqualTo(range.days());
        LocalDate reached = range.from().orElseThrow();
        for (DateRange part : parts) {
            assertThat(part.from()).hasValue(reached);
            assertThat(part.days()).isPositive();
            assertThat(part.intersection(schedule.periodOf(reached))).hasValue(part);
            reached = part.before().orElseThrow();
        }
    }

    @Property
    void aBillingDayIsTheDayOrTheLastOfTheMonth(
            @ForAll @IntRange(min = 1, max = 31) int day, @ForAll("dates") LocalDate date) {
        LocalDate start = PeriodSchedule.monthlyOn(day).periodOf(date).from().orElseThrow();
        assertThat(start.getDayOfMonth()).isEqualTo(Math.min(day, start.lengthOfMonth()));
        assertThat(start).isBeforeOrEqualTo(date).isAfter(date.minusDays(32));
    }

    @Provide
    Arbitrary<PeriodSchedule> schedules() {
        return TimeArbitraries.schedules();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }

    @Provide
    Arbitrary<DateRange> ranges() {
        return TimeArbitraries.boundedRanges();
    }
}
