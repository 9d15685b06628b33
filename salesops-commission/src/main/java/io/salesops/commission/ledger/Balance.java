package io.salesops.commission.ledger;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import java.util.List;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What postings of one currency sum to, signed as they were posted. What was paid and is payable and held is what was
 * earned, advanced and not recovered: nothing is lost between the kinds.
 *
 * @param earned earnings, bonuses, corrections and clawbacks
 * @param advanced draws that were advanced
 * @param recovered draws that were paid back; negative
 * @param forgiven draws that need not be paid back; negative
 * @param reserved what was held back; negative
 * @param released what is no longer held back
 * @param paid what was paid out; negative
 * @param accrued accruals that were not taken back
 */
@Value.Builder
@JsonDeserialize(builder = BalanceBuilder.class)
public record Balance(
        MonetaryAmount earned,
        MonetaryAmount advanced,
        MonetaryAmount recovered,
        MonetaryAmount forgiven,
        MonetaryAmount reserved,
        MonetaryAmount released,
        MonetaryAmount paid,
        MonetaryAmount accrued) {

    /** Checks that there is one currency. */
    public Balance {
        Stream.of(advanced, recovered, forgiven, reserved, released, paid, accrued)
                .forEach(amount -> Amounts.sameCurrency(earned, amount));
    }

    /** Starts a balance. */
    public static BalanceBuilder builder() {
        return new BalanceBuilder();
    }

    /** Obtains the balance of entries of one currency; entries of others must not be among them. */
    static Balance of(Iterable<LedgerEntry> entries, CurrencyUnit currency) {
        BalanceSums sums = new BalanceSums(currency);
        entries.forEach(sums::add);
        return sums.balance();
    }

    /** What the payee is owed now; negative where he owes. */
    public MonetaryAmount payable() {
        return sum(earned, advanced, recovered, reserved, released, paid);
    }

    /** What is held back still. */
    public MonetaryAmount held() {
        return sum(reserved, released).negate();
    }

    /** What the payee owes of his draws: advanced, and neither recovered nor forgiven. */
    public MonetaryAmount drawOwed() {
        return sum(advanced, recovered, forgiven);
    }

    /** What the company owes the payee in all, now and later: its liability. */
    public MonetaryAmount liability() {
        return sum(payable(), held());
    }

    private MonetaryAmount sum(MonetaryAmount... amounts) {
        return Amounts.sum(List.of(amounts), earned.getCurrency());
    }
}
