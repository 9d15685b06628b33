package io.salesops.commission.ledger;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.core.crm.By;
import io.salesops.core.time.FiscalPeriod;
import javax.money.MonetaryAmount;

/** Pays what payees are owed; what they owe stays and is set off against what they earn next. Stateless and thread-safe. */
public final class Payouts {
    private Payouts() {}

    /**
     * Returns a payout for each payee and currency whose balance is positive, by payee and currency; none for others.
     * Paying again at once pays nothing. Cost O(n log n).
     *
     * @param ledger everything that was posted to the payees
     * @param open the period in which is paid
     * @param run of which the ids of the entries are made
     * @param by who pays and when
     */
    public static ImmutableList<LedgerEntry> due(LedgerView ledger, FiscalPeriod open, String run, By by) {
        ImmutableList.Builder<LedgerEntry> payouts = ImmutableList.builder();
        ledger.by(LedgerEntry::payee)
                .forEach((payee, own) -> own.balances().forEach((currency, balance) -> {
                    MonetaryAmount payable = balance.payable();
                    if (payable.isPositive()) {
                        payouts.add(LedgerEntry.builder()
                                .id(LedgerEntryId.of(run + "/" + payee + "/" + currency.getCurrencyCode()))
                                .kind(Kind.PAYOUT)
                                .payee(payee)
                                .component("payout")
                                .source(open.name())
                                .origin(open)
                                .postedIn(open)
                                .amount(payable.negate())
                                .run(run)
                                .by(by)
                                .build());
                    }
                }));
        return payouts.build();
    }
}
