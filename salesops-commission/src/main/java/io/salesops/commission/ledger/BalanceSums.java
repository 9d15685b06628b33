package io.salesops.commission.ledger;

import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** Adds entries of one currency up by kind; exact, and in any order. */
final class BalanceSums {
    private final CurrencyUnit currency;
    private final Map<Kind, BigDecimal> sums = new EnumMap<>(Kind.class);

    BalanceSums(CurrencyUnit currency) {
        this.currency = currency;
    }

    void add(LedgerEntry entry) {
        sums.merge(entry.kind(), Amounts.number(entry.amount()), BigDecimal::add);
    }

    Balance balance() {
        return Balance.builder()
                .earned(of(Kind.EARNING, Kind.ADJUSTMENT, Kind.BONUS, Kind.CLAWBACK))
                .advanced(of(Kind.DRAW_ADVANCE))
                .recovered(of(Kind.RECOVERY))
                .forgiven(of(Kind.FORGIVENESS))
                .reserved(of(Kind.RESERVE))
                .released(of(Kind.RELEASE))
                .paid(of(Kind.PAYOUT))
                .accrued(of(Kind.ACCRUAL, Kind.REVERSAL))
                .build();
    }

    private MonetaryAmount of(Kind... kinds) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Kind kind : kinds) {
            sum = sum.add(sums.getOrDefault(kind, BigDecimal.ZERO));
        }
        return Amounts.of(sum, currency);
    }
}
