package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import javax.money.CurrencyUnit;

/**
 * Credits of one currency as columns of primitives, by payee, then day, then id: the rows of payee {@code p} are those from
 * {@code start(p)} (in) to {@code end(p)} (out). {@link CreditFrame} builds such columns; who has columns already shows them as rows. Implementations are immutable and thread-safe.
 */
public interface CreditRows {

    /** The currency of all rows. */
    CurrencyUnit currency();

    /** How many decimals a minor unit has. */
    int scale();

    /** How many rows there are. */
    int size();

    /** The payees, by name; the position is the payee's number. */
    ImmutableList<PayeeId> payees();

    /** Returns the first row of a payee. */
    int start(int payee);

    /** Returns the row after the last of a payee. */
    int end(int payee);

    /** Returns the amount of a row in minor units. */
    long minor(int row);

    /** Returns the day of a row, counted from 1970-01-01. */
    int epochDay(int row);

    /** The measures, by name; the position is the measure's number. */
    ImmutableList<String> measures();

    /** Returns the number of a row's measure. */
    int measure(int row);
}
