package io.salesops.core.forecast;

import io.salesops.core.testkit.ForecastArbitraries;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.SubmissionArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law E3 for results whose numbers must add up, and which random JSON therefore never is. */
public class ForecastJsonProperties {

    @Provide
    Arbitrary<Forecast> forecasts() {
        return ForecastArbitraries.forecasts();
    }

    @Provide
    Arbitrary<Backtest> backtests() {
        return ForecastArbitraries.backtests();
    }

    @Provide
    Arbitrary<Bookings> bookings() {
        return ForecastArbitraries.bookings();
    }

    @Provide
    Arbitrary<ForecastCall> calls() {
        return SubmissionArbitraries.forecastCalls();
    }

    @Property(tries = 60)
    void forecastsComeBack(@ForAll("forecasts") Forecast forecast) {
        JsonLaws.roundTrips(forecast, Forecast.class);
    }

    @Property(tries = 20)
    void backtestsComeBack(@ForAll("backtests") Backtest backtest) {
        JsonLaws.roundTrips(backtest, Backtest.class);
        backtest.rows().forEach(row -> JsonLaws.roundTrips(row, Backtest.Row.class));
    }

    @Property(tries = 100)
    void bookingsComeBack(@ForAll("bookings") Bookings bookings) {
        JsonLaws.roundTrips(bookings, Bookings.class);
    }

    @Property(tries = 100)
    void callsComeBack(@ForAll("calls") ForecastCall call) {
        JsonLaws.roundTrips(call, ForecastCall.class);
    }
}
