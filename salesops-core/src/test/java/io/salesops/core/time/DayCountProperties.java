package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.money.Rational;
import io.salesops.core.testkit.TimeArbitraries;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DayCountProperties {

    @Property
    void partsOfATermSumToTheWholeWhereTheConventionAddsUp(
            @ForAll("dayCounts") DayCount dayCount,
            @ForAll("ranges") DateRange term,
            @ForAll @IntRange(min = 0, max = 1_500) int day) {
        Assume.that(dayCount.addsUp() && day <= term.days() && term.days() > 0);
        LocalDate from = term.from().orElseThrow();
        LocalDate before = term.before().orElseThrow();
        LocalDate split = from.plusDays(day);
        assertThat(dayCount.fraction(from, split, term).plus(dayCount.fraction(split, before, term)))
                .isEqualTo(dayCount.fraction(from, before, term));
    }

    @Property
    void sharesOfBillingPeriodsSumToOneWhereTheConventionAddsUp(
            @ForAll("dayCounts") DayCount dayCount,
            @ForAll("schedules") PeriodSchedule schedule,
            @ForAll("ranges") DateRange term) {
        Assume.that(dayCount.addsUp() && term.days() > 31);
        Rational sum = schedule.within(term).stream()
                .map(part -> dayCount.share(part, term))
                .reduce(Rational.ZERO, Rational::plus);
        assertThat(sum).isEqualTo(Rational.ONE);
    }

    @Property
    void aShareIsNeverBelowNothingOrAboveTheWhole(
            @ForAll("dayCounts") DayCount dayCount,
            @ForAll("ranges") DateRange covered,
            @ForAll("ranges") DateRange whole) {
        Assume.that(whole.days() > 31);
        assertThat(dayCount.share(covered, whole)).isBetween(Rational.ZERO, Rational.ONE);
        assertThat(dayCount.share(DateRange.always(), whole)).isEqualTo(Rational.ONE);
        assertThat(dayCount.share(DateRange.before(whole.from().orElseThrow()), whole))
                .isEqualTo(Rational.ZERO);
    }

    @Property
    void moreDaysAreNeverLess(
            @ForAll("dayCounts") DayCount dayCount,
            @ForAll("ranges") DateRange term,
            @ForAll @IntRange(min = 0, max = 1_500) int day) {
        Assume.that(day <= term.days() && term.days() > 0);
        LocalDate from = term.from().orElseThrow();
        LocalDate before = term.before().orElseThrow();
        assertThat(dayCount.fraction(from, from.plusDays(day), term))
                .isBetween(Rational.ZERO, dayCount.fraction(from, before, term));
        assertThat(dayCount.fraction(from, from, term)).isEqualTo(Rational.ZERO);
    }

    @Property
    void actualConventionsCountEachDayOnce(@ForAll("ranges") DateRange term) {
        LocalDate from = term.from().orElseThrow();
        LocalDate before = term.before().orElseThrow();
        List<LocalDate> days = from.datesUntil(before).toList();
        assertThat(DayCount.ACT_365F.fraction(from, before, term)).isEqualTo(Rational.of(days.size(), 365));
        assertThat(DayCount.ACT_360.fraction(from, before, term)).isEqualTo(Rational.of(days.size(), 360));
        long leap = days.stream().filter(LocalDate::isLeapYear).count();
        assertThat(DayCount.ACT_ACT.fraction(from, before, term))
                .isEqualTo(Rational.of(leap, 366).plus(Rational.of(days.size() - leap, 365)));
        assertThat(DayCount.ACT_ACT.days(from, before)).isEqualTo(days.size());
    }

    @Property
    void wholeMonthsFromTheAnchorCountOneEach(
            @ForAll("dates") LocalDate anchor, @ForAll @IntRange(min = 0, max = 60) int months) {
        LocalDate before = anchor.plusMonths(months);
        assertThat(DayCount.MONTHS_DAYS.fraction(anchor, before)).isEqualTo(Rational.of(months));
    }

    @Property
    void daysCountOverTheLengthOfTheirMonth(
            @ForAll("dates") LocalDate anchor, @ForAll @IntRange(min = 0, max = 60) int months) {
        LocalDate start = anchor.plusMonths(months);
        long length = ChronoUnit.DAYS.between(start, anchor.plusMonths(months + 1L));
        DateRange whole = DateRange.from(anchor);
        for (int day = 0; day <= length; day++) {
            assertThat(DayCount.MONTHS_DAYS.fraction(anchor, start.plusDays(day), whole))
                    .isEqualTo(Rational.of(months).plus(Rational.of(day, length)));
        }
    }

    /** Away from the ends of months all rules of 30 days are one. */
    @Property
    void rulesOfThirtyDaysDifferOnlyAtTheEndsOfMonths(@ForAll("dates") LocalDate one, @ForAll("dates") LocalDate two) {
        Assume.that(one.getDayOfMonth() < 28 && two.getDayOfMonth() < 28 && !two.isBefore(one));
        long days = 360L * (two.getYear() - one.getYear())
                + 30L * (two.getMonthValue() - one.getMonthValue())
                + two.getDayOfMonth()
                - one.getDayOfMonth();
        for (DayCount dayCount :
                List.of(DayCount.THIRTY_360_US, DayCount.THIRTY_360_ISDA, DayCount.THIRTY_E_360, DayCount.fixed(30))) {
            assertThat(dayCount.days(one, two)).isEqualTo(days);
        }
    }

    /** The 30E/360 rule against days written out one by one. */
    @Property
    void theEuropeanRuleCountsTheDaysOfThirtyDayMonths(@ForAll("ranges") DateRange term) {
        LocalDate from = term.from().orElseThrow();
        LocalDate before = term.before().orElseThrow();
        List<String> days = new ArrayList<>();
        for (int year = from.getYear(); year <= before.getYear(); year++) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 1; day <= 30; day++) {
                    days.add(year + "/" + month + "/" + day);
                }
            }
        }
        assertThat(DayCount.THIRTY_E_360.days(from, before))
                .isEqualTo(days.indexOf(thirty(before)) - days.indexOf(thirty(from)));
    }

    private static String thirty(LocalDate date) {
        return date.getYear() + "/" + date.getMonthValue() + "/" + Math.min(30, date.getDayOfMonth());
    }

    @Property
    void aNameIsReadBackAsItsConvention(@ForAll("dayCounts") DayCount dayCount) {
        assertThat(DayCount.of(dayCount.toString())).isEqualTo(dayCount);
        assertThat(Objects.hashCode(DayCount.of(dayCount.name()))).isEqualTo(dayCount.hashCode());
    }

    @Provide
    Arbitrary<DayCount> dayCounts() {
        return TimeArbitraries.dayCounts();
    }

    @Provide
    Arbitrary<DateRange> ranges() {
        return TimeArbitraries.boundedRanges();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }

    @Provide
    Arbitrary<PeriodSchedule> schedules() {
        return TimeArbitraries.schedules();
    }
}
