package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.json.SalesOpsJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeJsonTest {

    @Test
    void aCalendarIsWrittenByHand() {
        BusinessCalendar calendar =
                SalesOpsJson.read("""
                        { "zone": "Europe/Berlin",
                          "week": { "FRIDAY": [{"from": "13:00", "before": "17:00"}, {"from": "09:00", "before": "12:00"}] },
                          "holidays": ["2026-12-25", "2026-01-01"],
                          "specialDays": { "2026-12-24": [{"from": "09:00", "before": "12:00"}] },
                          "absences": [{"from": "2026-08-03", "before": "2026-08-15"}] }
                        """, BusinessCalendar.class).orThrow();
        assertThat(calendar.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(calendar.holidays()).containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 25));
        assertThat(calendar.nextOpening(Instant.parse("2026-08-03T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-08-21T07:00:00Z"));
        assertThat(calendar.hours(LocalDate.of(2026, 12, 24))).isEqualTo(DayHours.of("09:00", "12:00"));
    }

    @Test
    void aFiscalCalendarIsWrittenByHand() {
        FiscalCalendar calendar = SalesOpsJson.read("""
                        { "start": "FEBRUARY", "namedBy": "start", "pattern": "weeks454",
                          "yearEnd": {"rule": "nearest", "day": "SATURDAY"} }
                        """, FiscalCalendar.class).orThrow();
        assertThat(calendar).isEqualTo(FiscalCalendar.retail());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FiscalPeriod   | {'name':'FY2026','from':'2026-01-01'}",
                "FiscalPeriod   | {'from':'2026-01-01','before':'2027-01-01'}",
                "PeriodSchedule | {'anchor':'2026-01-31','monthEnd':'keepDay'}",
                "PeriodSchedule | {'anchor':'2026-01-31','months':1}",
                "YearEnd        | {'rule':'last'}",
                "Hours          | {'from':'09:00'}",
                "DayHours       | [{'from':'09:00','before':'12:00'},{'from':'11:00','before':'13:00'}]",
                "DayCount       | 'ACT/364'",
                "DateRange      | {'from':'2026-01-02','before':'2026-01-01'}",
                "FiscalCalendar | {'pattern':'weeks445'}",
                "BusinessCalendar | {'zone':'Europe/Berlin'}",
                "BusinessCalendar | {'zone':'Europe/Berlim','week':{}}"
            },
            quoteCharacter = '`')
    void whatIsAbsentOrWrongIsRefused(String type, String json) throws ClassNotFoundException {
        Class<?> read = Class.forName("io.salesops.core.time." + type);
        assertThat(SalesOpsJson.read(json.replace('\'', '"'), read).value()).isEmpty();
    }
}
