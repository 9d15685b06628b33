package io.salesops.commission.accounting;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.ledger.LedgerEntryId;
import io.salesops.commission.ledger.LedgerView;
import io.salesops.core.crm.By;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.FiscalPeriod;
import javax.money.MonetaryAmount;

/**
 * Accrues commission in the period in which it is earned, whether or not it is paid: at the end of a period what is
 * accrued for a payee is what he is owed, now and of what is held. Stateless and thread-safe.
 */
public final class Accruals {
    private Accruals() {}

    /**
     * Returns an accrual or a reversal for each payee and currency whose accrual is not what he is owed, by payee and
     * currency. A payee who owes has no accrual. Accruing again at once posts nothing. Cost O(n log n).
     *
     * @param ledger everything that was posted to the payees up to the end of the period
     * @param open the period at whose end is accrued
     * @param run of which the ids of the entries are made
     * @param by who accrues and when
     */
    public static ImmutableList<LedgerEntry> due(LedgerView ledger, FiscalPeriod open, String run, By by) {
        ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builder();
        ledger.by(LedgerEntry::payee)
                .forEach((payee, own) -> own.balances().forEach((currency, balance) -> {
                    MonetaryAmount owed = balance.liability();
                    MonetaryAmount target = owed.isNegative() ? Amounts.zero(currency) : owed;
                    MonetaryAmount change = target.subtract(balance.accrued());
                    if (!change.isZero()) {
                        entries.add(LedgerEntry.builder()
                                .id(LedgerEntryId.of(run + "/" + payee + "/" + currency.getCurrencyCode()))
                                .kind(change.isPositive() ? Kind.ACCRUAL : Kind.REVERSAL)
                                .payee(payee)
                                .component("accrual")
                                .source(open.name())
                                .origin(open)
                                .postedIn(open)
                                .amount(change)
                                .run(run)
                                .by(by)
                                .build());
                    }
                }));
        return entries.build();
    }
}
