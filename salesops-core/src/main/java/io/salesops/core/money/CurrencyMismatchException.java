package io.salesops.core.money;

import javax.money.CurrencyUnit;

/** Two amounts of different currencies met where one currency was needed. */
public final class CurrencyMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient CurrencyUnit first;
    private final transient CurrencyUnit second;

    /** Creates the exception; the message names both currencies. */
    public CurrencyMismatchException(CurrencyUnit first, CurrencyUnit second) {
        super("currencies differ: " + first.getCurrencyCode() + " and " + second.getCurrencyCode()
                + ". Maybe convert one of them with a dated rate of a RateTable.");
        this.first = first;
        this.second = second;
    }

    /** The currency that was expected. */
    public CurrencyUnit first() {
        return first;
    }

    /** The currency that came. */
    public CurrencyUnit second() {
        return second;
    }
}
