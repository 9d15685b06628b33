package io.salesops.commission.calc;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.statement.Statement;
import io.salesops.core.finding.Checked;

/**
 * Answers at once what one more deal would earn a payee: the credits are sieved, converted and sorted once. The answer is
 * that of {@link CommissionCalculator#estimate}, by the same steps. Immutable and thread-safe.
 */
public final class Estimator {
    private final Prepared prepared;
    private final Statement now;

    Estimator(Prepared prepared, Statement now) {
        this.prepared = prepared;
        this.now = now;
    }

    /** The statement without the deal, by totals. */
    public Statement now() {
        return now;
    }

    /** Returns the statement with one more credit, by totals; its total less that of {@link #now} is what the deal earns. */
    public Checked<Statement> with(Credit oneMore) {
        return prepared.with(oneMore);
    }
}
