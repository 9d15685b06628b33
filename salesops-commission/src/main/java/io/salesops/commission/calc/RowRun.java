package io.salesops.commission.calc;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.credit.CreditRows;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.MoneyKernel;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What rows of credits earned, by payee and, if traced, by row. Figures stay in minor units until they are asked for.
 * Immutable and thread-safe.
 */
public final class RowRun {
    private final CreditRows rows;
    private final int payScale;
    private final ImmutableMap<PayeeId, Long> totals;
    private final ImmutableMap<PayeeId, ImmutableList<Finding>> refused;
    private final Optional<RowTrace> trace;
    private final Optional<Pieces> curve;

    RowRun(
            CreditRows rows,
            int payScale,
            ImmutableMap<PayeeId, Long> totals,
            ImmutableMap<PayeeId, ImmutableList<Finding>> refused,
            Optional<RowTrace> trace,
            Optional<Pieces> curve) {
        this.rows = rows;
        this.payScale = payScale;
        this.totals = totals;
        this.refused = refused;
        this.trace = trace;
        this.curve = curve;
    }

    /** What a payee earned; empty if refused or without rows. */
    public Optional<MonetaryAmount> total(PayeeId payee) {
        return Optional.ofNullable(totals.get(payee)).map(this::paid);
    }

    /** What all payees earned who could be calculated, in minor units of pay. */
    public long totalMinor() {
        long sum = 0;
        for (long total : totals.values()) {
            sum = Math.addExact(sum, total);
        }
        return sum;
    }

    /** Who could not be calculated, with the findings that say why. */
    public ImmutableMap<PayeeId, ImmutableList<Finding>> refused() {
        return refused;
    }

    /**
     * What a row paid.
     *
     * @throws IllegalArgumentException if rows were not traced
     */
    public MonetaryAmount pays(int row) {
        return paid(traced().pays(row));
    }

    /** The running total of the row's measure after it, in minor units; see {@link #pays(int)}. */
    public long totalAfter(int row) {
        return traced().after(row);
    }

    /** The portion of each tier that a row touched; see {@link #pays(int)}. */
    public ImmutableList<TierPortion> portions(int row) {
        RowTrace traced = traced();
        Pieces pieces = curve.orElseThrow();
        ImmutableList.Builder<TierPortion> portions = ImmutableList.builder();
        traced.portions(
                row,
                rows.minor(row),
                (tier, units, paid) -> portions.add(TierPortion.builder()
                        .tier(tier)
                        .upTo(pieces.upTo(tier))
                        .rate(pieces.rate(tier, 0))
                        .base(MoneyKernel.amount(units, rows.scale(), rows.currency()))
                        .pays(paid(paid))
                        .build()));
        return portions.build();
    }

    private RowTrace traced() {
        checkArgument(trace.isPresent(), "rows were not traced. Maybe calculate with trace FULL.");
        return trace.orElseThrow();
    }

    private MonetaryAmount paid(long minor) {
        return MoneyKernel.amount(minor, payScale, rows.currency());
    }
}
