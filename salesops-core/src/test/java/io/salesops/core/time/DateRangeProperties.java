package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.testkit.TimeArbitraries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ranges against the days they hold, one by one. */
class DateRangeProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 20);
    /** Two days more on either side than ranges may start or end on, so that unlimited ranges show. */
    private static final List<LocalDate> WINDOW =
            DAY.minusDays(2).datesUntil(DAY.plusDays(14)).toList();

    @Property
    void aRangeHoldsItsFirstDayAndNotTheDayBefore(@ForAll("bounded") DateRange range) {
        LocalDate from = range.from().orElseThrow();
        LocalDate before = range.before().orElseThrow();
        assertThat(range.contains(from)).isEqualTo(!range.isEmpty());
        assertThat(range.contains(from.minusDays(1))).isFalse();
        assertThat(range.contains(before)).isFalse();
        assertThat(range.contains(before.minusDays(1))).isEqualTo(!range.isEmpty());
        assertThat(range.days()).isEqualTo(from.datesUntil(before).count());
    }

    @Property
    void rangesThatTouchShareNoDayAndLeaveNone(@ForAll("bounded") DateRange range, @ForAll("near") LocalDate day) {
        DateRange earlier = DateRange.before(day);
        DateRange later = DateRange.from(day);
        assertThat(earlier.overlaps(later)).isFalse();
        long kept = earlier.intersection(range).map(DateRange::days).orElse(0L)
                + later.intersection(range).map(DateRange::days).orElse(0L);
        assertThat(kept).isEqualTo(range.days());
    }

    @Property
    void intersectionHoldsTheCommonDays(@ForAll("small") DateRange one, @ForAll("small") DateRange two) {
        Set<LocalDate> common = days(one);
        common.retainAll(days(two));
        assertThat(one.intersection(two).map(DateRangeProperties::days).orElse(Set.of()))
                .isEqualTo(common);
        assertThat(one.overlaps(two)).isEqualTo(!common.isEmpty());
        assertThat(two.overlaps(one)).isEqualTo(one.overlaps(two));
    }

    @Property
    void aSetHoldsTheDaysOfItsRanges(@ForAll("manySmall") List<DateRange> ranges, @ForAll("small") DateRange cut) {
        DateRanges set = new DateRanges(ImmutableList.copyOf(ranges));
        for (LocalDate day : WINDOW) {
            boolean inside = ranges.stream().anyMatch(range -> range.contains(day));
            assertThat(set.contains(day)).isEqualTo(inside);
            assertThat(set.intersection(cut).contains(day)).isEqualTo(inside && cut.contains(day));
        }
    }

    @Property
    void rangesOfASetAreInOrderAndApart(@ForAll("manySmall") List<DateRange> ranges) {
        List<DateRange> kept = new DateRanges(ImmutableList.copyOf(ranges)).ranges();
        for (int i = 1; i < kept.size(); i++) {
            assertThat(kept.get(i).from().orElseThrow())
                    .isAfter(kept.get(i - 1).before().orElseThrow());
        }
    }

    @Property
    void setsOfTheSameDaysAreEqual(
            @ForAll("manySmall") List<DateRange> ranges, @ForAll("manySmall") List<DateRange> others) {
        DateRanges one = new DateRanges(ImmutableList.copyOf(ranges));
        DateRanges two = new DateRanges(ImmutableList.copyOf(others));
        assertThat(one.union(two)).isEqualTo(two.union(one));
        assertThat(one.union(one)).isEqualTo(one);
        assertThat(one.union(two).union(two)).isEqualTo(one.union(two));
        assertThat(one.equals(two)).isEqualTo(WINDOW.stream().allMatch(day -> one.contains(day) == two.contains(day)));
    }

    private static Set<LocalDate> days(DateRange range) {
        return WINDOW.stream().filter(range::contains).collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<DateRange> bounded() {
        return TimeArbitraries.boundedRanges();
    }

    @Provide
    Arbitrary<LocalDate> near() {
        return TimeArbitraries.dates();
    }

    @Provide
    Arbitrary<DateRange> small() {
        Arbitrary<Optional<LocalDate>> bounds =
                Arbitraries.integers().between(0, 10).map(DAY::plusDays).optional(0.8);
        return Combinators.combine(bounds, bounds)
                .as((one, two) ->
                        one.isPresent() && two.isPresent() && one.get().isAfter(two.get())
                                ? new DateRange(two, one)
                                : new DateRange(one, two));
    }

    @Provide
    Arbitrary<List<DateRange>> manySmall() {
        return small().list().ofMaxSize(4);
    }
}
