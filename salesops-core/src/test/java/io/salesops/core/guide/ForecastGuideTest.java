package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.forecast.Backtest;
import io.salesops.core.forecast.Bookings;
import io.salesops.core.forecast.Calibration;
import io.salesops.core.forecast.CategoryAmounts;
import io.salesops.core.forecast.DealCategories;
import io.salesops.core.forecast.Forecast;
import io.salesops.core.forecast.ForecastCall;
import io.salesops.core.forecast.ForecastRoll;
import io.salesops.core.forecast.Forecaster;
import io.salesops.core.forecast.LikelyDeal;
import io.salesops.core.forecast.Submission;
import io.salesops.core.forecast.SubmissionPolicy;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // the guide shows how little a user writes: the line is there
class ForecastGuideTest {
    private final FiscalCalendar fiscal = FiscalCalendar.startingIn(Month.JANUARY);
    private final SalesProcess process = SalesProcess.builder()
            .id("new-business")
            .version("4")
            .addStages(Stage.builder()
                    .id("Open")
                    .category(ForecastCategory.COMMIT)
                    .probability(Rate.ofPercent(50))
                    .addNext("Won", "Lost")
                    .build())
            .addStages(Stage.builder()
                    .id("Won")
                    .category(ForecastCategory.CLOSED)
                    .probability(Rate.ONE)
                    .build())
            .addStages(Stage.builder()
                    .id("Lost")
                    .category(ForecastCategory.OMITTED)
                    .probability(Rate.ZERO)
                    .build())
            .build();
    private final ImmutableList<Opportunity> deals = deals();

    /** One deal a day, each closed after 30 days, every second one as won. */
    private static ImmutableList<Opportunity> deals() {
        ImmutableList.Builder<Opportunity> deals = ImmutableList.builder();
        LocalDate today = LocalDate.parse("2026-04-05");
        for (int i = 0; i < 400; i++) {
            LocalDate began = LocalDate.parse("2025-03-02").plusDays(i);
            boolean open = began.plusDays(30).isAfter(today);
            deals.add(Opportunity.builder()
                    .id(OpportunityId.of("D" + i))
                    .stage(open ? "Open" : i % 2 == 0 ? "Won" : "Lost")
                    .owner(RepId.of("ana"))
                    .engagedOn(began)
                    .closeDate(open ? Optional.empty() : Optional.of(began.plusDays(30)))
                    .amount(Amounts.of("1000", "USD"))
                    .build());
        }
        return deals.build();
    }

    @Test
    void forecasts() {
        // snippet:forecast
        Forecaster forecaster = Forecaster.of(process);
        Forecast forecast = forecaster.forecast(fiscal.quarter(2026, 2), deals, AsOf.date("2026-04-05"));

        MonetaryAmount expected = forecast.expected();
        MonetaryAmount low = forecast.quantile(Rate.ofPercent(10));
        MonetaryAmount high = forecast.quantile(Rate.ofPercent(90));
        double chance = forecast.chanceOfAtLeast(Amounts.of("40000", "USD"));
        String why = forecast.explain();
        // end
        assertThat(low).isLessThan(expected);
        assertThat(high).isGreaterThan(expected);
        assertThat(chance).isBetween(0.5, 1.0);
        assertThat(why).contains("booked").contains("towards the run rate");
        // snippet:backtest
        Backtest test = forecaster.backtest(
                List.of(fiscal.quarter(2025, 4), fiscal.quarter(2026, 1)),
                List.of(0, 30),
                deals,
                AsOf.date("2026-04-05"));
        Rate error = test.accuracy().wape().orElseThrow();
        double covered = test.covered(); // share of outcomes from P10 to P90
        Calibration calibration = test.calibration().orElseThrow();
        // end
        assertThat(error.value().approximate()).isLessThan(0.1);
        assertThat(covered).isBetween(0.5, 1.0);
        assertThat(calibration.deals()).isPositive();
    }

    @Test
    void likelyDeals() {
        // snippet:bookings
        Bookings bookings = Bookings.ofIndependent(List.of(
                new LikelyDeal("A", Amounts.of("50000", "USD"), 0.6),
                new LikelyDeal("B", Amounts.of("20000", "USD"), 0.3)));
        double both = bookings.chanceOfAtLeast(Amounts.of("70000", "USD")); // 0.18
        // end
        assertThat(both).isCloseTo(0.18, within(1e-12));
    }

    @Test
    void submissions() {
        FiscalPeriod quarter = fiscal.quarter(2026, 2);
        CurrencyUnit usd = Monetary.getCurrency("USD");
        Hierarchy hierarchy = Hierarchy.builder()
                .addLinks(new Hierarchy.Reporting(RepId.of("ana"), RepId.of("boss"), DateRange.always()))
                .build();
        // snippet:submissions
        Submission ana = Submission.builder()
                .who(RepId.of("ana"))
                .period(quarter)
                .own(CategoryAmounts.of(Map.of(ForecastCategory.COMMIT, Amounts.of("50000", "USD"))))
                .build()
                .submit(By.of("ana", "2026-04-05T09:00:00Z"));
        ForecastCall call = ForecastRoll.of(hierarchy, SubmissionPolicy.none())
                .call(
                        quarter,
                        List.of(ana),
                        DealCategories.of(process, quarter, usd, deals).byRep(),
                        AsOf.date("2026-04-06"));
        CategoryAmounts.Cumulative boss =
                call.lines().get(RepId.of("boss")).total().cumulative(usd);
        // end
        assertThat(boss.commitForecast()).isEqualTo(Amounts.of("50000", "USD"));
    }
}
