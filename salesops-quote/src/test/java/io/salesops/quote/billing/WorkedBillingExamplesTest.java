package io.salesops.quote.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.quote.WorkedExamples;
import io.salesops.quote.document.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples of proration, day counts, credits and renewals, each under its id. */
@NeedsData
public class WorkedBillingExamplesTest {
    private static final BillingPolicy POLICY =
            BillingPolicy.builder().id("billing").version("1").build();

    private static final Map<String, BiConsumer<JsonNode, JsonNode>> EXAMPLES = new LinkedHashMap<>();

    static {
        changes();
        credits();
        clocks();
        partialMonths();
        dayCounts();
        terms();
    }

    /** The ids of the examples here. */
    public static ImmutableSet<String> ids() {
        return ImmutableSet.copyOf(EXAMPLES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return WorkedExamples.tests(EXAMPLES);
    }

    private static void changes() {
        for (String id : List.of("downgrade", "remove", "qty-5-to-10")) {
            EXAMPLES.put("flexprice-proration-" + id, (in, out) -> {
                // The source counts the last day in.
                DateRange period = DateRange.of(
                        date(in, "periodStart"), date(in, "periodEnd").plusDays(1));
                ProratedChange change = change(period, in, "oldAmount", "newAmount");
                same(change.credit(), out.get("credit"), 0);
                same(change.charge(), out.get("charge"), 0);
                same(change.net(), out.get("net"), 0);
            });
        }
        DateRange january = DateRange.of("2025-01-01", "2025-01-31");
        for (String id : List.of("half", "start")) {
            EXAMPLES.put("meteroid-proration-" + id, (in, out) -> {
                ProratedChange change = change(january, in, "old", "new");
                same(change.credit(), out.get("credit"), 2);
                same(change.charge(), out.get("charge"), 2);
                same(change.net(), out.get("net"), 2);
            });
        }
        EXAMPLES.put("meteroid-mixed", (in, out) -> {
            MonetaryAmount sum = usd("0");
            for (String[] prices : new String[][] {{"100", "200"}, {"0", "50"}, {"30", "0"}}) {
                sum = sum.add(Prorator.of(POLICY)
                        .change(PriceChange.of(january, date(in, "change"), usd(prices[0]), usd(prices[1])))
                        .orThrow()
                        .net());
            }
            same(sum, out, 2);
        });
    }

    private static ProratedChange change(DateRange period, JsonNode in, String before, String after) {
        return Prorator.of(POLICY)
                .change(PriceChange.of(
                        period,
                        date(in, "change"),
                        usd(in.get(before).asText()),
                        usd(in.get(after).asText())))
                .orThrow();
    }

    private static void credits() {
        for (String id : List.of("100-200-50", "300-200-50", "100-200-180", "-50-200-50", "100-200-250", "100-0-0")) {
            EXAMPLES.put("flexprice-creditcap-" + id, (in, out) -> {
                CreditCap cap = new CreditCap(
                        usd(in.get("paid").asText()), usd(in.get("credited").asText()));
                same(cap.limit(usd(in.get("potential").asText())), out, 0);
            });
        }
    }

    private static void clocks() {
        for (String id : List.of("2024-03-09", "2024-12-30")) {
            EXAMPLES.put("flexprice-dst-" + id, (in, out) -> {
                ZoneId zone = ZoneId.of(in.get("zone").asText());
                // The instants at which the days begin there, and the days back from them.
                LocalDate from = date(in, "start")
                        .atStartOfDay(zone)
                        .toInstant()
                        .atZone(zone)
                        .toLocalDate();
                LocalDate before = date(in, "end")
                        .atStartOfDay(zone)
                        .toInstant()
                        .atZone(zone)
                        .toLocalDate();
                assertThat(DateRange.of(from, before).days()).isEqualTo(out.asLong());
                // Of a month of 30 days that is two thirtieths, or three, whatever the hours.
                assertThat(months(POLICY.withDayCount(DayCount.fixed(30)), from, before))
                        .isEqualTo(Rational.of(DayCount.fixed(30).days(from, before), 30));
                long hours = ChronoUnit.HOURS.between(from.atStartOfDay(zone), before.atStartOfDay(zone));
                assertThat(Math.round(hours / 24.0)).isEqualTo(out.asLong());
            });
        }
    }

    private static void partialMonths() {
        for (String id : List.of("2023-05-23", "2023-06-23", "2023-02-23", "2024-02-23", "samemonth")) {
            EXAMPLES.put(
                    "killbill-prorate-fixed30-" + id,
                    (in, out) -> nineDecimals(
                            out, months(POLICY.withDayCount(fixed(in)), date(in, "start"), date(in, "end"))));
        }
        for (String id : List.of("2023-06-23", "2023-02-23")) {
            EXAMPLES.put(
                    "killbill-prorate-actual-" + id,
                    (in, out) -> nineDecimals(out, months(POLICY, date(in, "start"), date(in, "end"))));
        }
        EXAMPLES.put(
                "killbill-fixed28-days",
                (in, out) -> assertThat(fixed(in).days(date(in, "start"), date(in, "end")))
                        .isEqualTo(out.asLong()));
        EXAMPLES.put("killbill-invoice-2023-05-15", (in, out) -> {
            Term term = new Term(date(in, "start"), date(in, "end"), 1);
            same(
                    Prorator.of(POLICY.withDayCount(fixed(in)))
                            .price(RecurringPrice.of(term, usd(in.get("price").asText()), 1))
                            .orThrow()
                            .amount(),
                    out,
                    0);
        });
        for (String id : List.of("leapfeb", "before-bcd")) {
            // The part before the billing day is a share of the month that would begin on its first day.
            EXAMPLES.put(
                    "killbill-monthly-" + id,
                    (in, out) -> assertThat(months(
                                    POLICY.withBillingDay(date(in, "end").getDayOfMonth())
                                            .withStubBasis(BillingPolicy.StubBasis.FIRST_DAY),
                                    date(in, "start"),
                                    date(in, "end")))
                            .isEqualTo(Rational.of(out.asText())));
        }
    }

    private static void dayCounts() {
        for (String id : List.of(
                "30360isda-2012-05-30-2013-08-31",
                "30e360-2012-05-30-2013-08-31",
                "30e360-2012-05-31-2013-08-30",
                "30360isda-2012-05-29-2013-08-31",
                "30e360-2012-05-29-2013-08-31",
                "30e360-2012-02-28-2012-03-28",
                "30e360-2012-02-29-2012-03-28",
                "30360isda-2011-12-28-2012-03-01",
                "act365f-2011-12-28-2012-02-28",
                "act365f-2011-12-28-2016-02-29")) {
            DayCount dayCount = switch (id.substring(0, id.indexOf('-'))) {
                case "30360isda" -> DayCount.THIRTY_360_ISDA;
                case "30e360" -> DayCount.THIRTY_E_360;
                default -> DayCount.ACT_365F;
            };
            EXAMPLES.put("strata-" + id, (in, out) -> {
                LocalDate from = date(in, "start");
                LocalDate before = date(in, "end");
                Rational years =
                        out.asText().contains("/") ? Rational.of(out.asText()) : Rational.of(out.asLong(), 360);
                assertThat(dayCount.fraction(from, before)).isEqualTo(years);
                assertThat(months(POLICY.withDayCount(dayCount), from, before).round(12, RoundingMode.HALF_UP))
                        .isEqualByComparingTo(parts(dayCount, from, before).round(12, RoundingMode.HALF_UP));
            });
        }
    }

    /** Twelve months a year, counted month by month as the periods are. */
    private static Rational parts(DayCount dayCount, LocalDate from, LocalDate before) {
        Rational sum = Rational.ZERO;
        for (long n = 0; from.plusMonths(n).isBefore(before); n++) {
            LocalDate end = from.plusMonths(n + 1).isBefore(before) ? from.plusMonths(n + 1) : before;
            sum = sum.plus(dayCount.fraction(from.plusMonths(n), end).times(Rational.of(12)));
        }
        return sum;
    }

    private static void terms() {
        EXAMPLES.put(
                "sf-prorate-24of12",
                (in, out) -> same(
                        Prorator.of(POLICY)
                                .price(RecurringPrice.of(
                                        Term.months("2026-01-01", in.get("term").asInt()),
                                        usd(in.get("price").asText()),
                                        in.get("defaultTerm").asInt()))
                                .orThrow()
                                .amount(),
                        out,
                        0));
        EXAMPLES.put("sf-rca-monthly-dayofperiod", (in, out) -> {
            // The source counts the last day in.
            LocalDate before = date(in, "end").plusDays(1);
            Term term = new Term(date(in, "start"), before, 1);
            RecurringPrice list = RecurringPrice.of(term, usd(in.get("list").asText()), 1);
            BillingPolicy policy = POLICY.withBillingDay(in.get("anchorDay").asInt());
            ProratedPrice price = Prorator.of(policy).price(list).orThrow();
            assertThat(price.months().round(6, RoundingMode.HALF_UP))
                    .isEqualTo(new BigDecimal(out.get("count").asText()));
            same(price.amount(), out.get("price"), 0);
            assertThat(DateRange.of(term.from(), before).days())
                    .isEqualTo(out.get("days").asLong());
            assertThat(Prorator.of(policy.withPartialPeriod(BillingPolicy.PartialPeriod.WHOLE))
                            .price(list)
                            .orThrow()
                            .amount())
                    .isEqualTo(usd("990"));
        });
        EXAMPLES.put("conga-renewal", (in, out) -> {
            MonetaryAmount first = Prorator.of(POLICY)
                    .price(RecurringPrice.of(Term.months("2026-01-01", 12), usd("1200"), 12))
                    .orThrow()
                    .amount();
            MonetaryAmount renewed = Prorator.of(POLICY)
                    .price(RecurringPrice.of(Term.months("2027-01-01", 10), usd("1200"), 12))
                    .orThrow()
                    .amount();
            assertThat(renewed).isEqualTo(usd("1000"));
            same(first.add(renewed), out, 0);
        });
        EXAMPLES.put("tcv-2.2", (in, out) -> {
            Term term = Term.months("2026-01-01", 24);
            Rational monthly = Rational.of(in.get("acv").asLong(), 12);
            same(
                    Prorator.of(POLICY)
                            .price(new RecurringPrice(
                                    term,
                                    Uplift.compound(Rate.ofPercent(20)).ramp(term, monthly),
                                    usd("0").getCurrency(),
                                    Optional.empty()))
                            .orThrow()
                            .amount(),
                    out,
                    0);
        });
    }

    private static Rational months(BillingPolicy policy, LocalDate from, LocalDate before) {
        return Prorator.of(policy)
                .price(RecurringPrice.of(new Term(from, before, 1), usd("1"), 1))
                .orThrow()
                .months();
    }

    private static DayCount fixed(JsonNode in) {
        return DayCount.fixed(in.get("fixedDays").asInt());
    }

    private static LocalDate date(JsonNode in, String name) {
        return LocalDate.parse(in.get(name).asText());
    }

    private static MonetaryAmount usd(String amount) {
        return Amounts.of(amount, "USD");
    }

    private static void nineDecimals(JsonNode expected, Rational ratio) {
        assertThat(ratio.round(9, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal(expected.asText()));
    }

    /** @param minorDigits how many of the expected digits are minor units */
    private static void same(MonetaryAmount amount, JsonNode expected, int minorDigits) {
        assertThat(Amounts.number(amount))
                .isEqualByComparingTo(new BigDecimal(expected.asText()).movePointLeft(minorDigits));
    }
}
