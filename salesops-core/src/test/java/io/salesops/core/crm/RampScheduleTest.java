package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.money.Rate;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RampScheduleTest {
    private static final RampSchedule RAMP = RampSchedule.of("25%", "50%", "75%");

    @Test
    void aQuarterOfRampIsHalfAQuota() {
        // 2026-04-01 to 2026-06-30: 30 days at 25 %, 31 at 50 %, 30 at 75 %.
        assertThat(RAMP.shareOver(LocalDate.of(2026, 4, 1), DateRange.of("2026-04-01", "2026-07-01")))
                .isEqualTo(Rate.of("50%"));
    }

    @Test
    void aStartOnThe31stStaysAtMonthEnds() {
        LocalDate started = LocalDate.of(2026, 1, 31);
        assertThat(RAMP.shareOn(started, LocalDate.of(2026, 2, 27))).isEqualTo(Rate.of("25%"));
        assertThat(RAMP.shareOn(started, LocalDate.of(2026, 2, 28))).isEqualTo(Rate.of("50%"));
        assertThat(RAMP.shareOn(started, LocalDate.of(2026, 3, 30))).isEqualTo(Rate.of("50%"));
        assertThat(RAMP.shareOn(started, LocalDate.of(2026, 3, 31))).isEqualTo(Rate.of("75%"));
    }

    @Test
    void rampTimeIsTheFirstMonthThatReachesTheTarget() {
        Map<Integer, Rate> attainment =
                Map.of(2, Rate.of("40%"), 4, Rate.of("85%"), 5, Rate.of("70%"), 7, Rate.of("90%"));
        assertThat(RampSchedule.monthReaching(attainment, Rate.of("80%"))).hasValue(4);
        assertThat(RampSchedule.monthReaching(attainment, Rate.of("100%"))).isEmpty();
        assertThat(RampSchedule.monthReaching(Map.of(), Rate.ZERO)).isEmpty();
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> RampSchedule.of("25%", "-1%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("month 2")
                .hasMessageContaining("-1%");
        assertThatThrownBy(() -> RAMP.shareIn(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RAMP.shareOver(LocalDate.of(2026, 1, 1), DateRange.from(LocalDate.of(2026, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RAMP.shareOver(LocalDate.of(2026, 1, 1), DateRange.of("2026-01-01", "2026-01-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
