package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.FY2026;
import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.number;
import static io.salesops.commission.calc.WorkedPlans.plan;
import static io.salesops.commission.calc.WorkedPlans.quota;
import static io.salesops.commission.calc.WorkedPlans.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.plan.Conventions.Days;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the day of hire counts, in targets by days as in quotas. */
class EmploymentDaysTest {
    private static final DateRange JANUARY = DateRange.of("2026-01-01", "2026-02-01");

    /** A target of 100 a day: hired on January 11, 355 days of the year are left, the day itself among them. */
    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({
        "inclusive, 2026-01-11, 35500",
        "exclusive, 2026-01-11, 35400",
        "exclusive, 2026-01-01, 36500",
        "exclusive, 2025-06-01, 36500"
    })
    void aTargetByDaysCountsTheDayOfHireByConvention(String days, String hired, String paid) {
        PayeeYear payee = PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .employed(DateRange.of(hired, "2030-01-01"))
                .addQuotas(quota("bookings", "100", "USD"))
                .addCredits(credit("C-1", "2026-06-01", "100"))
                .build();
        String bonus = "{\"kind\": \"bonus\", \"id\": \"target\", \"measure\": \"bookings\", \"target\": \"36500\","
                + " \"steps\": [{\"at\": \"100%\", \"pays\": \"100%\"}]}";

        assertThat(number(statement(
                        plan(", \"conventions\": {\"target\": \"byDays\", \"days\": \"" + days + "\"}", bonus),
                        FY2026,
                        payee)))
                .isEqualByComparingTo(paid);
    }

    @Test
    void noDayIsLostButTheFirstWithinThePeriod() {
        DateRange lastDay = DateRange.of("2026-01-31", "2026-02-01");
        DateRange noDay = DateRange.of("2026-01-15", "2026-01-15");
        DateRange later = DateRange.of("2026-02-01", "2026-03-01");

        assertThat(Days.EXCLUSIVE.counted(lastDay, JANUARY)).isEqualTo(DateRange.of("2026-02-01", "2026-02-01"));
        assertThat(Days.EXCLUSIVE.counted(noDay, JANUARY)).isEqualTo(noDay);
        assertThat(Days.EXCLUSIVE.counted(later, JANUARY)).isEqualTo(later);
        assertThat(Days.EXCLUSIVE.counted(DateRange.always(), JANUARY)).isEqualTo(DateRange.always());
        assertThat(Days.INCLUSIVE.counted(lastDay, JANUARY)).isEqualTo(lastDay);
    }
}
