package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesops.core.money.Rational;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published examples of day counts, proration and working time; each is named by its id. */
@NeedsData
class TimeWorkedExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateRange MARCH = DateRange.of("2024-03-01", "2024-04-01");
    private static final DateRange JANUARY_OF_30_DAYS = DateRange.of("2025-01-01", "2025-01-31");
    private static final BusinessCalendar NINE_TO_FIVE = BusinessCalendar.weekdays("UTC", "09:00", "17:00");

    /** What answers the rows whose ids begin so; the longest beginning decides. */
    private static final Map<String, Consumer<JsonNode>> ANSWERS = Map.ofEntries(
            Map.entry("strata-30360isda", row -> days(row, DayCount.THIRTY_360_ISDA)),
            Map.entry("strata-30e360", row -> days(row, DayCount.THIRTY_E_360)),
            Map.entry("strata-act365f", row -> fraction(row, DayCount.ACT_365F)),
            Map.entry("killbill-prorate-fixed30", row -> fraction(row, DayCount.fixed(30))),
            Map.entry("killbill-prorate-actual", row -> fraction(row, DayCount.MONTHS_DAYS)),
            Map.entry("killbill-monthly", row -> fraction(row, DayCount.MONTHS_DAYS)),
            Map.entry("killbill-fixed28", row -> days(row, DayCount.fixed(28))),
            Map.entry("killbill-invoice", TimeWorkedExamplesTest::invoice),
            Map.entry("flexprice-dst", row -> days(row, DayCount.ACT_ACT)),
            Map.entry("flexprice-proration", TimeWorkedExamplesTest::inclusiveEnd),
            Map.entry("meteroid-proration", TimeWorkedExamplesTest::exclusiveEnd),
            Map.entry("sf-rca-monthly", TimeWorkedExamplesTest::anchorDay),
            Map.entry("sla-1", row -> deadline(row, NINE_TO_FIVE)),
            Map.entry("sla-2", row -> deadline(row, NINE_TO_FIVE)),
            Map.entry("sla-4", TimeWorkedExamplesTest::daysWithoutNames),
            Map.entry("sla-5", TimeWorkedExamplesTest::elapsed));

    static Stream<JsonNode> rows() {
        return Stream.of("quote/worked_examples.jsonl", "core/worked_examples.jsonl")
                .flatMap(file -> lines(file))
                .filter(row -> ANSWERS.keySet().stream().anyMatch(id(row)::startsWith));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void example(String id, JsonNode row) {
        assertThat(ANSWERS.entrySet().stream().filter(answer -> id.startsWith(answer.getKey())))
                .hasSize(1)
                .allSatisfy(answer -> answer.getValue().accept(row));
    }

    static Stream<Object[]> named() {
        return rows().map(row -> new Object[] {id(row), row});
    }

    @Test
    void everyRowOfStrataHasATest() {
        assertThat(lines("quote/worked_examples.jsonl").filter(row -> id(row).startsWith("strata")))
                .hasSize(10)
                .allSatisfy(row -> assertThat(rows()).contains(row));
        assertThat(rows()).hasSize(33);
    }

    private static void days(JsonNode row, DayCount dayCount) {
        assertThat(dayCount.days(date(row, "start"), date(row, "end")))
                .isEqualTo(row.path("expected").longValue());
    }

    private static void fraction(JsonNode row, DayCount dayCount) {
        same(
                dayCount.fraction(date(row, "start"), date(row, "end")),
                row.path("expected").textValue());
    }

    private static void invoice(JsonNode row) {
        Rational months = DayCount.fixed(30).fraction(date(row, "start"), date(row, "end"));
        same(Rational.of(text(row, "price")).times(months), row.path("expected").textValue());
    }

    /** The source counts the last day of the period in, so that the period ends before the day after. */
    private static void inclusiveEnd(JsonNode row) {
        assertThat(MARCH)
                .isEqualTo(DateRange.of(
                        date(row, "periodStart"), date(row, "periodEnd").plusDays(1)));
        Rational share = DayCount.ACT_ACT_ICMA.share(DateRange.from(date(row, "change")), MARCH);
        assertThat(share).isEqualTo(Rational.of(17, 31));
        JsonNode expected = row.path("expected");
        BigDecimal credit = cents(number(row, "oldAmount").negated().times(share));
        BigDecimal charge = cents(number(row, "newAmount").times(share));
        assertThat(credit).isEqualByComparingTo(expected.path("credit").textValue());
        assertThat(charge).isEqualByComparingTo(expected.path("charge").textValue());
        assertThat(credit.add(charge)).isEqualByComparingTo(expected.path("net").textValue());
    }

    private static void exclusiveEnd(JsonNode row) {
        Rational share = DayCount.ACT_ACT_ICMA.share(DateRange.from(date(row, "change")), JANUARY_OF_30_DAYS);
        JsonNode expected = row.path("expected");
        Rational minor = share.times(Rational.of(100));
        assertThat(number(row, "old").negated().times(minor))
                .isEqualTo(Rational.of(expected.path("credit").longValue()));
        assertThat(number(row, "new").times(minor))
                .isEqualTo(Rational.of(expected.path("charge").longValue()));
        assertThat(number(row, "new").minus(number(row, "old")).times(minor))
                .isEqualTo(Rational.of(expected.path("net").longValue()));
    }

    /** The source counts the last day in; periods start on the anchor day of the month. */
    private static void anchorDay(JsonNode row) {
        LocalDate from = date(row, "start");
        LocalDate before = date(row, "end").plusDays(1);
        DateRange whole = DateRange.from(
                PeriodSchedule.monthlyOn(row.path("inputs").path("anchorDay").intValue())
                        .periodOf(from)
                        .from()
                        .orElseThrow());
        Rational count = DayCount.MONTHS_DAYS.fraction(from, before, whole);
        JsonNode expected = row.path("expected");
        same(count, expected.path("count").textValue());
        same(count.times(Rational.of(text(row, "list"))), expected.path("price").textValue());
        assertThat(DateRange.of(from, before).days())
                .isEqualTo(expected.path("days").longValue());
    }

    private static void deadline(JsonNode row, BusinessCalendar calendar) {
        assertThat(calendar.deadline(
                        inWeek(text(row, "start")),
                        Duration.ofHours(row.path("inputs").path("hours").longValue())))
                .isEqualTo(inWeek(row.path("expected").path("deadline").textValue()));
    }

    /** The source names neither day; any two working days in a row will do. */
    private static void daysWithoutNames(JsonNode row) {
        assertThat(NINE_TO_FIVE.deadline(
                        inWeek(text(row, "start").replace("day0", "Tue")),
                        Duration.ofHours(row.path("inputs").path("hours").longValue())))
                .isEqualTo(
                        inWeek(row.path("expected").path("deadline").textValue().replace("day1", "Wed")));
    }

    private static void elapsed(JsonNode row) {
        Duration elapsed = NINE_TO_FIVE.workingTime(inWeek(text(row, "start")), inWeek(text(row, "firstResponse")));
        assertThat(elapsed.toMinutes())
                .isEqualTo(row.path("expected").path("elapsedWorkingMinutes").longValue());
    }

    /** Tuesday to Sunday of one week, Monday of the next: the examples that end on a Monday start before it. */
    private static Instant inWeek(String dayAndTime) {
        DayOfWeek day = Stream.of(DayOfWeek.values())
                .filter(candidate -> dayAndTime
                        .toUpperCase(java.util.Locale.ROOT)
                        .startsWith(candidate.name().substring(0, 3)))
                .findFirst()
                .orElseThrow();
        LocalTime time = LocalTime.parse(dayAndTime.substring(4));
        return LocalDate.of(2026, 3, 17)
                .with(TemporalAdjusters.nextOrSame(day))
                .atTime(time)
                .toInstant(ZoneOffset.UTC);
    }

    /** Compares at the decimals that the source states; quotients exactly. */
    private static void same(Rational actual, String expected) {
        if (expected.contains("/")) {
            assertThat(actual).isEqualTo(Rational.of(expected));
        } else {
            BigDecimal decimal = new BigDecimal(expected);
            assertThat(actual.round(decimal.scale(), RoundingMode.HALF_UP)).isEqualTo(decimal);
        }
    }

    private static BigDecimal cents(Rational amount) {
        return amount.round(2, RoundingMode.HALF_UP);
    }

    private static String id(JsonNode row) {
        return row.path("id").textValue();
    }

    private static String text(JsonNode row, String input) {
        return row.path("inputs").path(input).textValue();
    }

    private static Rational number(JsonNode row, String input) {
        return Rational.of(row.path("inputs").path(input).longValue());
    }

    private static LocalDate date(JsonNode row, String input) {
        return LocalDate.parse(text(row, input));
    }

    private static Stream<JsonNode> lines(String file) {
        try {
            return Files.readAllLines(SharedData.file(file)).stream().map(TimeWorkedExamplesTest::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
