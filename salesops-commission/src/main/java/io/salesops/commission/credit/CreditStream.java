package io.salesops.commission.credit;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import io.salesops.commission.credit.Credit.Basis;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.finding.Checked;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * Turns any number of rows, grouped by payee, into one frame a payee: memory depends on the largest payee only.
 *
 * <p>Payees must come in the order of their ids, each with all of its rows; the rows of one payee may come in any order.
 * Each payee's frame reaches the sink as soon as the next payee begins. One stream, one thread.
 */
public final class CreditStream {

    /** Takes the credits of one payee. */
    @FunctionalInterface
    public interface Sink {

        /** Receives a payee with all of its credits, or with the findings that keep them from being a frame. */
        void accept(PayeeId payee, Checked<CreditFrame> credits);
    }

    private final Run run;

    private CreditStream(CurrencyUnit currency, int scale, Sink sink) {
        run = new Run(currency, scale, sink);
    }

    /** Starts a stream in minor units of the currency's own scale. */
    public static CreditStream into(CurrencyUnit currency, Sink sink) {
        return into(currency, currency.getDefaultFractionDigits(), sink);
    }

    /**
     * Starts a stream.
     *
     * @param scale how many decimals a minor unit has, 0 to 18
     */
    public static CreditStream into(CurrencyUnit currency, int scale, Sink sink) {
        return new CreditStream(currency, scale, sink);
    }

    /**
     * Adds a booking.
     *
     * @throws IllegalArgumentException if the payee comes before one that was added already
     */
    public CreditStream add(String id, String payee, LocalDate date, long minor) {
        return add(id, PayeeId.of(payee), date.toEpochDay(), minor, Basis.BOOKING, Basis.BOOKING.measure());
    }

    /**
     * Adds a row; see {@link CreditFrame.Builder#add(String, PayeeId, long, long, Basis, String)}.
     *
     * @throws IllegalArgumentException if the payee comes before one that was added already
     */
    public CreditStream add(String id, PayeeId payee, long epochDay, long minor, Basis basis, String measure) {
        run.of(payee).add(id, payee, epochDay, minor, basis, measure);
        return this;
    }

    /**
     * Adds a credit.
     *
     * @throws IllegalArgumentException if the payee comes before one that was added already
     */
    public CreditStream add(Credit credit) {
        run.of(credit.payee()).add(credit);
        return this;
    }

    /** Hands over the last payee and ends the stream; returns how many rows it had. */
    public long finish() {
        run.handOver();
        run.finished = true;
        return run.rows;
    }

    private static final class Run {
        private final CurrencyUnit currency;
        private final int scale;
        private final Sink sink;
        private Optional<PayeeId> current = Optional.empty();
        private CreditFrame.Builder rowsOfCurrent;
        private long rows;
        private boolean finished;

        Run(CurrencyUnit currency, int scale, Sink sink) {
            this.currency = currency;
            this.scale = scale;
            this.sink = sink;
            rowsOfCurrent = CreditFrame.builder(currency, scale);
        }

        CreditFrame.Builder of(PayeeId payee) {
            checkState(!finished, "the stream has ended, but got another credit of %s", payee);
            if (current.isEmpty() || !current.get().equals(payee)) {
                checkArgument(
                        current.isEmpty() || current.get().compareTo(payee) < 0,
                        "credits must come by payee, but %s follows %s. Maybe the query lacks an order by the payee's id.",
                        payee,
                        current.map(PayeeId::value).orElse(""));
                handOver();
                current = Optional.of(payee);
            }
            rows++;
            return rowsOfCurrent;
        }

        void handOver() {
            current.ifPresent(payee -> sink.accept(payee, rowsOfCurrent.build()));
            current = Optional.empty();
            rowsOfCurrent = CreditFrame.builder(currency, scale);
        }
    }
}
