package io.salesops.commission.review;

import io.salesops.commission.statement.StatementText;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;

/**
 * A cliff with the measure on which it was met.
 *
 * @param measure what is credited
 * @param cliff the jump
 */
record PreviewedCliff(String measure, PlanReview.Cliff cliff) {

    Finding finding(boolean largest) {
        Rational each = Amounts.exact(cliff.pays()).dividedBy(Amounts.exact(cliff.unit()));
        return Finding.warning(
                        "review.tier.cliff",
                        "/rules",
                        StatementText.money(cliff.unit()) + " of " + measure + " beyond "
                                + StatementText.money(cliff.credited()) + " pays " + StatementText.money(cliff.pays())
                                + ", " + each.round(0, java.math.RoundingMode.HALF_UP) + " times itself"
                                + (largest ? ": the largest payout per unit of revenue" : ""))
                .maybe("Maybe pay marginally, or by a curve.");
    }
}
