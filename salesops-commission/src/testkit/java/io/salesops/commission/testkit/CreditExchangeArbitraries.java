package io.salesops.commission.testkit;

import io.salesops.commission.credit.ConvertedCredits;
import io.salesops.commission.credit.CreditConverter;
import io.salesops.commission.credit.CreditExchange;
import io.salesops.commission.credit.ExchangeDay;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.time.Month;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Conventions of converting credits, and rates of 2026 from dollars to euros. */
public final class CreditExchangeArbitraries {

    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private CreditExchangeArbitraries() {}

    /** Days of exchange rates of all kinds. */
    public static Arbitrary<ExchangeDay> exchangeDays() {
        return Arbitraries.of(
                new ExchangeDay.PlanRate(FIRST),
                new ExchangeDay.EventDate(),
                new ExchangeDay.PeriodEnd(FiscalCalendar.startingIn(Month.FEBRUARY), FiscalPeriod.Kind.QUARTER),
                new ExchangeDay.PeriodEnd(FiscalCalendar.startingIn(Month.JANUARY), FiscalPeriod.Kind.MONTH));
    }

    /** Conventions of converting into euros. */
    public static Arbitrary<CreditExchange> creditExchanges() {
        return exchangeDays()
                .map(on -> CreditExchange.builder()
                        .id("generated")
                        .version("1")
                        .currency(EUR)
                        .on(on)
                        .build());
    }

    /** Rates from dollars to euros that change every quarter. */
    public static RateTable rates() {
        RateTable.Builder rates = RateTable.builder().id("quarters");
        for (int quarter = 0; quarter < 4; quarter++) {
            rates.addRates(DatedRate.builder()
                    .from(USD)
                    .to(EUR)
                    .date(FIRST.plusMonths(3L * quarter))
                    .rate(Rational.of(91 + 2L * quarter, 100))
                    .source("generated")
                    .build());
        }
        return rates.build();
    }

    /** Credits in euros. */
    public static Arbitrary<ConvertedCredits> convertedCredits() {
        return Combinators.combine(creditExchanges(), CommissionArbitraries.credits())
                .as((exchange, credits) ->
                        CreditConverter.of(exchange).convert(credits, CreditArbitraries.END.rates(rates())));
    }
}
