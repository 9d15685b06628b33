package io.salesops.core.money;

import java.time.LocalDate;
import java.util.Set;
import javax.money.CurrencyUnit;

/** Port: where an application gets a {@link RateTable} from. Engines take the table and never call the port. */
@FunctionalInterface
public interface ExchangeRates {

    /**
     * Returns the rates that hold between the currencies on any day of the range.
     *
     * <p>That takes in, for each two currencies, the last rate dated before {@code from}: it still holds on the first
     * days. A table that knows more is welcome; what it does not know is refused where it is needed.
     *
     * @param currencies the currencies that may have to be converted into each other
     * @param from the first day, in
     * @param before the day after the last one, out
     */
    RateTable table(Set<CurrencyUnit> currencies, LocalDate from, LocalDate before);
}
