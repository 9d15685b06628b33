package io.salesops.core.money;

import java.time.LocalDate;
import java.util.Set;
import javax.money.CurrencyUnit;

/** Port: where an application gets a {@link RateTable} from. Engines take the table and never call the port. */
@FunctionalInterface
public interface ExchangeRates {

    /**
     * Returns the rates between the currencies.
     *
     * @param currencies the currencies that may have to be converted into each other
     * @param from the first day, in
     * @param before the last day, out
     */
    RateTable table(Set<CurrencyUnit> currencies, LocalDate from, LocalDate before);
}
