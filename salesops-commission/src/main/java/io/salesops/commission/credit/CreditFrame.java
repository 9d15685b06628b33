package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit.Basis;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.money.CurrencyUnit;

/**
 * Credits of one currency as columns of primitives, for millions of rows.
 *
 * <p>Rows stand by payee, then day, then id, whatever the order in which they came; payees and measures are numbered by
 * name. The rows of payee {@code p} are those from {@code start(p)} (in) to {@code end(p)} (out):
 *
 * <pre>{@code
 * for (int row = frame.start(p); row < frame.end(p); row++) {
 *     running += frame.minor(row);
 * }
 * }</pre>
 *
 * <p>A frame has no id twice for one payee, and the magnitudes of one payee's rows sum to less than 2^63: no running
 * total of a payee can overflow, so loops need no tests. Memory is 21 bytes a row, and a reference to its id. Immutable and
 * thread-safe; a look-up of a row is O(1), of a payee O(log payees).
 */
public final class CreditFrame implements CreditRows {
    private final CurrencyUnit currency;
    private final int scale;
    private final CreditColumns.Sorted columns;

    private CreditFrame(CurrencyUnit currency, int scale, CreditColumns.Sorted columns) {
        this.currency = currency;
        this.scale = scale;
        this.columns = columns;
    }

    /** Starts a frame in minor units of the currency's own scale; see {@link #builder(CurrencyUnit, int)}. */
    public static Builder builder(CurrencyUnit currency) {
        return builder(currency, currency.getDefaultFractionDigits());
    }

    /**
     * Starts a frame.
     *
     * @param scale how many decimals a minor unit has, 0 to 18
     */
    public static Builder builder(CurrencyUnit currency, int scale) {
        return new Builder(currency, scale);
    }

    /** Obtains the frame of credits, which stay as they are; see {@link Builder#build} for what is refused. */
    public static Checked<CreditFrame> of(Iterable<Credit> credits, CurrencyUnit currency) {
        Builder builder = builder(currency);
        credits.forEach(builder::add);
        return builder.build();
    }

    /** The currency of all rows. */
    @Override
    public CurrencyUnit currency() {
        return currency;
    }

    /** How many decimals a minor unit has. */
    @Override
    public int scale() {
        return scale;
    }

    /** How many rows there are. */
    @Override
    public int size() {
        return columns.minor.length;
    }

    /** The payees, by name; the position is the payee's number. */
    @Override
    public ImmutableList<PayeeId> payees() {
        return columns.payees;
    }

    /** Returns the number of a payee; empty without rows. */
    public OptionalInt payeeNumber(PayeeId payee) {
        int found = Collections.binarySearch(columns.payees, payee);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Returns the first row of a payee. */
    @Override
    public int start(int payee) {
        return columns.starts[payee];
    }

    /** Returns the row after the last of a payee. */
    @Override
    public int end(int payee) {
        return columns.starts[payee + 1];
    }

    /** Returns the first row of a payee on a day or later, {@link #end} where there is none; O(log rows). */
    public int startFrom(int payee, LocalDate day) {
        long first = day.toEpochDay();
        int low = start(payee);
        int high = end(payee);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.day[middle] < first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the amount of a row in minor units. */
    @Override
    public long minor(int row) {
        return columns.minor[row];
    }

    /** Returns the day of a row, counted from 1970-01-01. */
    @Override
    public int epochDay(int row) {
        return columns.day[row];
    }

    /** Returns the day of a row. */
    public LocalDate date(int row) {
        return LocalDate.ofEpochDay(columns.day[row]);
    }

    /** Returns the kind of event of a row. */
    public Basis basis(int row) {
        return columns.basis(row);
    }

    /** The measures, by name; the position is the measure's number. */
    @Override
    public ImmutableList<String> measures() {
        return columns.measures;
    }

    /** Returns the number of a row's measure. */
    @Override
    public int measure(int row) {
        return columns.measure[row];
    }

    /** Returns the id of a row. */
    public String id(int row) {
        return columns.ids[row];
    }

    /** Returns the payee of a row; O(log payees). */
    public PayeeId payee(int row) {
        int low = 0;
        int high = columns.payees.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (columns.starts[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return columns.payees.get(low);
    }

    /** Returns a row as a credit: the very one from which it was made, or one whose source bears its id. */
    public Credit credit(int row) {
        Credit original = columns.originals == null ? null : columns.originals[row];
        return original != null
                ? original
                : Credit.builder()
                        .id(CreditId.of(id(row)))
                        .payee(payee(row))
                        .source(id(row))
                        .date(date(row))
                        .amount(MoneyKernel.amount(minor(row), scale, currency))
                        .basis(basis(row))
                        .measure(measures().get(measure(row)))
                        .build();
    }

    /** Returns the credits of a payee, by day and id. */
    public ImmutableList<Credit> credits(int payee) {
        ImmutableList.Builder<Credit> credits = ImmutableList.builder();
        for (int row = start(payee); row < end(payee); row++) {
            credits.add(credit(row));
        }
        return credits.build();
    }

    /** Returns the sum of a payee's rows of one measure in a range of days, in minor units. */
    public long total(int payee, int measure, DateRange days) {
        long total = 0;
        int row = days.from().map(from -> startFrom(payee, from)).orElse(start(payee));
        int end = days.before().map(before -> startFrom(payee, before)).orElse(end(payee));
        for (; row < end; row++) {
            if (columns.measure[row] == measure) {
                total += columns.minor[row];
            }
        }
        return total;
    }

    /** Collects rows in any order. Not thread-safe. */
    public static final class Builder {
        private final CurrencyUnit currency;
        private final int scale;
        private final CreditColumns columns = new CreditColumns();
        private final List<Finding> findings = new ArrayList<>();

        private Builder(CurrencyUnit currency, int scale) {
            if (scale < 0 || scale > 18) {
                throw new IllegalArgumentException("scale of " + currency + " must be 0 to 18: " + scale
                        + ". Maybe state it, where the currency has no minor units.");
            }
            this.currency = currency;
            this.scale = scale;
        }

        /** Adds a booking. */
        public Builder add(String id, String payee, LocalDate date, long minor) {
            return add(id, PayeeId.of(payee), date.toEpochDay(), minor, Basis.BOOKING, Basis.BOOKING.measure());
        }

        /**
         * Adds a row.
         *
         * @param epochDay the day, counted from 1970-01-01
         * @param minor the amount in minor units of the frame's scale
         * @param measure what it counts for
         */
        public Builder add(String id, PayeeId payee, long epochDay, long minor, Basis basis, String measure) {
            columns.add(id, payee, Math.toIntExact(epochDay), minor, basis, measure, null);
            return this;
        }

        /** Adds a credit; one of another currency, or that is no whole number of minor units, becomes a finding. */
        public Builder add(Credit credit) {
            String code = credit.amount().getCurrency().getCurrencyCode();
            if (!code.equals(currency.getCurrencyCode())) {
                findings.add(Finding.error(
                                "commission.credit.currency",
                                "/credits/" + credit.id(),
                                "credit " + credit.id() + " of " + credit.amount() + " is not in " + currency)
                        .withEvidence(Map.of("credit", credit.id().value(), "currency", code))
                        .maybe("Maybe convert it first."));
                return this;
            }
            try {
                columns.add(
                        credit.id().value(),
                        credit.payee(),
                        Math.toIntExact(credit.date().toEpochDay()),
                        MoneyKernel.minor(credit.amount(), scale),
                        credit.basis(),
                        credit.measure(),
                        credit);
            } catch (ArithmeticException e) {
                findings.add(Finding.error(
                                "commission.credit.range",
                                "/credits/" + credit.id(),
                                "credit " + credit.id() + " of " + credit.amount() + " on " + credit.date()
                                        + " is no row of minor units with " + scale + " decimals")
                        .withEvidence(Map.of(
                                "credit",
                                credit.id().value(),
                                "amount",
                                Amounts.number(credit.amount()).toPlainString()))
                        .maybe("Maybe round it first, or it was meant in another unit."));
            }
            return this;
        }

        /** How many rows were added. */
        public int size() {
            return columns.size();
        }

        /**
         * Sorts the rows; O(n log n).
         *
         * @return the frame; refused with every credit that could not be added, every id that a payee has twice, and every
         *     payee whose amounts need more than 63 bits together
         */
        public Checked<CreditFrame> build() {
            CreditColumns.Sorted sorted = columns.sorted();
            List<Finding> all = new ArrayList<>(findings);
            for (int payee = 0; payee < sorted.payees.size(); payee++) {
                FrameCheck.ids(sorted, payee, all);
                FrameCheck.range(sorted, payee, currency, scale, all);
            }
            return Checked.of(new CreditFrame(currency, scale, sorted), all);
        }
    }
}
