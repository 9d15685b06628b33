package io.salesops.commission.ledger;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.FiscalPeriod;
import javax.money.MonetaryAmount;

/** What no balance of a payee at the end of a period may be. */
final class BalanceCheck {
    private BalanceCheck() {}

    static ImmutableList<Finding> check(PayeeId payee, FiscalPeriod period, Balance balance) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        notNegative(balance.drawOwed(), "draw", payee, period, "owes of draws", findings);
        notNegative(balance.accrued(), "accrual", payee, period, "has accrued", findings);
        return findings.build();
    }

    private static void notNegative(
            MonetaryAmount amount,
            String subject,
            PayeeId payee,
            FiscalPeriod period,
            String words,
            ImmutableList.Builder<Finding> findings) {
        if (amount.isNegative()) {
            findings.add(Finding.error(
                            "commission." + subject + ".negative",
                            payee + "/" + period,
                            "at the end of " + period + " payee " + payee + " " + words + " less than nothing: "
                                    + amount)
                    .maybe("Maybe something was taken back twice."));
        }
    }
}
