package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeriodScheduleTest {

    @Test
    void monthsAreCountedFromTheAnchorNeverChained() {
        PeriodSchedule schedule = PeriodSchedule.of(LocalDate.of(2026, 1, 31), 1);
        assertThat(IntStream.rangeClosed(0, 3).mapToObj(schedule::boundary))
                .containsExactly(
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 30));
    }

    @Test
    void anAnchorOnALastDayStaysOnLastDaysWhereThatIsStated() {
        LocalDate april30 = LocalDate.of(2026, 4, 30);
        assertThat(new PeriodSchedule(april30, 1, MonthEnd.KEEP_DAY).boundary(1))
                .isEqualTo("2026-05-30");
        assertThat(new PeriodSchedule(april30, 1, MonthEnd.LAST_DAY).boundary(1))
                .isEqualTo("2026-05-31");
        assertThat(new PeriodSchedule(april30.minusDays(1), 1, MonthEnd.LAST_DAY).boundary(1))
                .isEqualTo("2026-05-29");
    }

    @Test
    void periodsCountFromTheAnchor() {
        PeriodSchedule quarters = PeriodSchedule.of(LocalDate.of(2025, 11, 30), 3);
        assertThat(quarters.first(3))
                .containsExactly(
                        DateRange.of("2025-11-30", "2026-02-28"),
                        DateRange.of("2026-02-28", "2026-05-30"),
                        DateRange.of("2026-05-30", "2026-08-30"));
        assertThat(quarters.first(0)).isEmpty();
        assertThat(quarters.within(DateRange.of("2026-02-27", "2026-03-02")))
                .containsExactly(DateRange.of("2026-02-27", "2026-02-28"), DateRange.of("2026-02-28", "2026-03-02"));
    }

    @Test
    void badDefinitionsAreRefused() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodSchedule.of(day, 0))
                .withMessage("a period must have at least 1 month: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodSchedule.monthlyOn(32))
                .withMessage("day of the month must be from 1 to 31: 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodSchedule.of(day, 1).within(DateRange.from(day)))
                .withMessageContaining("Maybe intersect it with a period");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodSchedule.of(day, 1).first(-1));
    }
}
